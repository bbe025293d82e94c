import type { en } from '../../shared/i18n/en.ts';
import type { Translate } from '../../shared/i18n/i18n.ts';
import type { Language } from '../../shared/model/language.ts';
import type { Terminal } from './terminal.ts';

/** How a command ends: the status of the process. */
export const EXIT = { done: 0, failed: 1, usage: 2, partly: 3, unsound: 4 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Where the program and what it remembers lie. */
export interface Installation {
  readonly version: string;
  /** The folder of what comes with the program: sample and fonts. */
  readonly resourcesPath: string;
  /** The compiled addon of better-sqlite3; absent: the one that comes with it. */
  readonly nativeBinding: string | undefined;
}

/** What a command works with. */
export interface Context {
  readonly terminal: Terminal;
  readonly installation: Installation;
  readonly language: Language;
  readonly t: Translate;
}

export type CommandName = keyof (typeof en)['cli']['command'];
export type OptionName = keyof (typeof en)['cli']['option'];

export interface Command {
  readonly name: CommandName;
  /** What stands after the name, in the usual notation. */
  readonly synopsis: string;
  /** In the order in which the help lists them. */
  readonly options: readonly OptionName[];
  /** Whether the help lists the formats. */
  readonly formats: boolean;
  /** Throws UsageError and MinberError. */
  readonly run: (words: readonly string[], context: Context) => Promise<ExitStatus>;
}

/** How a command ends that did the same with several things: done when all went well, failed when nothing did. */
export function statusOf(outcomes: readonly { readonly failure: string | null }[]): ExitStatus {
  const failed = outcomes.filter(({ failure }) => failure !== null).length;
  if (failed === 0) return EXIT.done;
  return failed === outcomes.length ? EXIT.failed : EXIT.partly;
}

/** A failure of the command line's own, with the sentence that tells it. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}
