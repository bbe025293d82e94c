/** The fonts of a PDF; files of `resources/fonts` with `.ttf` behind them. */
export const FONT_FILES = [
  'noto-sans-regular',
  'noto-sans-bold',
  'noto-sans-italic',
  'noto-sans-sc',
  'noto-sans-kr',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-armenian',
  'noto-sans-georgian',
] as const;
export type FontFile = (typeof FONT_FILES)[number];

export const EXPORT_WARNING_CODES = ['no-glyph', 'media-not-embedded', 'media-withheld'] as const;
export type ExportWarningCode = (typeof EXPORT_WARNING_CODES)[number];

/** Browsers keep a page with its recording in memory, and give up far above this. */
export const LARGEST_EMBEDDED_BYTES = 100 * 1024 * 1024;

/** Something that a file does not show as it should. `excerpt`: the characters, or the name of the file concerned. */
export interface ExportWarning {
  readonly code: ExportWarningCode;
  readonly excerpt: string;
}

/** What a writer may ask for beyond the transcript, and where it says what it could not do. */
export interface WriteSources {
  /** Returns a font's bytes. Rejects when it cannot be read. */
  font(file: FontFile): Promise<Uint8Array>;
  /** Returns the recording's file in base64; null, with a warning, where it is absent or too large for a page. */
  media(): Promise<string | null>;
  warn(warning: ExportWarning): void;
}
