import type { PortraitId } from './ids.ts';

/** A portrait takes no more bytes than this; it is made smaller before it is kept. */
export const PORTRAIT_LIMIT_BYTES = 32 * 1024;

/** Pixels of its sides. */
export const PORTRAIT_SIZE = 192;

export const PORTRAIT_TYPES = ['image/webp', 'image/jpeg', 'image/png'] as const;
export type PortraitType = (typeof PORTRAIT_TYPES)[number];

/** A picture of a speaker, named by its content. */
export interface Portrait {
  /** SHA-256 of the bytes in lower-case hexadecimal. */
  readonly id: PortraitId;
  readonly type: PortraitType;
  /** The bytes in Base64. */
  readonly data: string;
}

/** Returns which kind of picture bytes begin as, or null for none that may be kept. */
export function portraitType(bytes: Uint8Array): PortraitType | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'image/webp';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  return head.startsWith('\x89PNG\r\n\x1a\n') ? 'image/png' : null;
}
