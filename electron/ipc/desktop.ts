import type { EventName, EventPayload, KeysEverywhere, Menu } from '../../shared/ipc/contract.ts';
import type { Language } from '../../shared/model/language.ts';

export interface SaveDialog {
  /** File name with its extension, ready for any file system. */
  readonly defaultName: string;
  /** Lower case, without the dot. */
  readonly extension: string;
}

/** What the handlers need of the desktop. `electron/shell` implements it; tests give a fake. */
export interface Desktop {
  readonly version: string;
  /** The language of the system, English when it is none of ours. */
  systemLanguage(): Language;
  /** Paths given on the command line or by the desktop before the window asked; each is handed out once. */
  takePendingPaths(): readonly string[];
  /** Empty when the person cancels. */
  chooseMedia(): Promise<readonly string[]>;
  /** Null when the person cancels. */
  chooseTranscript(): Promise<string | null>;
  /** A delegate list: a workbook or a table in text. */
  chooseTable(): Promise<string | null>;
  /** A press article; null when the person cancels. */
  chooseArticle(): Promise<string | null>;
  /** Null when the person cancels. */
  chooseBundle(): Promise<string | null>;
  /** Null when the person cancels. */
  chooseProfile(): Promise<string | null>;
  /** A file with kinds of annotations; null when the person cancels. */
  chooseKinds(): Promise<string | null>;
  /** A program; null when the person cancels. */
  chooseProgram(): Promise<string | null>;
  /** Null when the person cancels. */
  chooseFolder(): Promise<string | null>;
  /** Null when the person cancels. */
  chooseSavePath(dialog: SaveDialog): Promise<string | null>;
  /** Tells the window how far a piece of work is, 0 to 1. */
  tellProgress(task: string, fraction: number): void;
  /** Tells the window something unasked. */
  tell<E extends EventName>(event: E, payload: EventPayload<E>): void;
  /** Returns a page as PDF, with the program's fonts embedded. */
  printToPdf(html: string): Promise<Uint8Array>;
  showInFolder(path: string): void;
  openLogs(): void;
  setMenu(menus: readonly Menu[]): void;
  /** Takes keys that work in every window; returns the commands whose keys another program has. */
  takeKeysEverywhere(keys: KeysEverywhere): string[];
  /** Gives the page the foot pedal that the person chose, null for none. */
  choosePedal(deviceId: string | null): Promise<void>;
  forgetPedal(pedal: { readonly vendorId: number; readonly productId: number }): Promise<void>;
  /** The window's answer to `closing`: true when all is saved, false to stay open. */
  closeReady(saved: boolean): void;
  /** Loads the window anew: the library behind it has been replaced. */
  reloadWindow(): void;
}
