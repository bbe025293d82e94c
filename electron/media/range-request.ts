/** Which bytes of a file a request asks for. `start` and `end` are inclusive, as in the header. */
export type RequestedBytes =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' };

const WHOLE: RequestedBytes = { kind: 'whole' };
const RANGE = /^(\d*)-(\d*)$/;

/**
 * Reads a `Range` header against a file of `bytes` bytes (RFC 9110, 14.1 and 14.2): `a-b`, `a-`, `-n`.
 * Of several ranges the first is served. A header that is absent, not in bytes or malformed asks for the whole.
 */
export function parseRange(header: string | null, bytes: number): RequestedBytes {
  const ranges = /^bytes\s*=(.*)$/i.exec(header?.trim() ?? '')?.[1];
  if (ranges === undefined) return WHOLE;
  const match = RANGE.exec((ranges.split(',')[0] ?? '').trim());
  if (!match) return WHOLE;
  const [, first = '', last = ''] = match;
  if (first === '') return lastBytes(last, bytes);
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < start) return WHOLE;
  return start < bytes ? { kind: 'part', start, end } : { kind: 'unsatisfiable' };
}

function lastBytes(count: string, bytes: number): RequestedBytes {
  if (count === '') return WHOLE;
  const length = Number(count);
  if (length === 0 || bytes === 0) return { kind: 'unsatisfiable' };
  return { kind: 'part', start: Math.max(0, bytes - length), end: bytes - 1 };
}
