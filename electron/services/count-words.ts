/** Returns how many words a text has; what a hyphen or an apostrophe joins is one word. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:[-‐‑'’ʼ][\p{L}\p{N}\p{M}]+)*/gu)?.length ?? 0;
}
