/** Failures that a person is told about, each with its own sentence under `error.` in the catalogues. */
export const ERROR_CODES = [
  'unexpected',
  'bad-request',
  'not-found',
  'no-translation',
  'file-missing',
  'file-unreadable',
  'not-a-file',
  'media-unsupported',
  'media-damaged',
  'media-no-audio',
  'media-differs',
  'media-growing',
  'ffmpeg-missing',
  'ffmpeg-unusable',
  'ffmpeg-failed',
  'library-newer',
  'library-damaged',
  'library-locked',
  'library-not-ours',
  'library-read-only',
  'disk-full',
  'stale-sequence',
  'backup-damaged',
  'export-failed',
  'transcript-unreadable',
  'article-unreadable',
  'profile-unreadable',
  'kinds-unreadable',
  'withheld-inside',
  'bundle-unreadable',
  'bundle-newer',
  'bundle-known',
  'stopped',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error with a sentence for the person. `cause` is for the log alone. */
export class MinberError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'MinberError';
    this.code = code;
    this.params = params;
  }
}
