import { type Language, preferredLanguage } from '../../shared/model/language.ts';

/** What the command line is given and where it answers. */
export interface Terminal {
  /** The words after the program's name. */
  readonly words: readonly string[];
  /** Relative paths are meant from here. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Reads standard input to its end. */
  readInput(): Promise<Uint8Array>;
  /** Writes to standard output. */
  write(data: string | Uint8Array): void;
  /** Writes a line to the error stream. */
  tell(line: string): void;
}

/**
 * Returns the language to speak: what the POSIX variables say, where they do; else the system's. The locale "C" is
 * English.
 */
export function terminalLanguage({ environment }: Pick<Terminal, 'environment'>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  if (!locale) return preferredLanguage([new Intl.DateTimeFormat().resolvedOptions().locale]);
  if (/^(C|POSIX)(\.|$)/.test(locale)) return 'en';
  return preferredLanguage([...(environment.LANGUAGE?.split(':') ?? []), locale]);
}
