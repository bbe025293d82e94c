interface Decoder {
  readonly TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };
}
const { TextDecoder } = globalThis as unknown as Decoder;

/** Enough for a licence or a document type before what matters. */
const HEAD_BYTES = 8192;

/**
 * Returns the beginning of a file as text, without byte order mark and white space before it, for telling its format.
 * Letters outside ASCII may be wrong where the file is not in UTF-8 or UTF-16.
 */
export function fileHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  const [first, second] = head;
  const utf16 =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(head).trimStart();
}

/** What may stand before the root of an XML file. */
const BEFORE_ROOT = [/\s+/y, /<\?.*?\?>/sy, /<!--.*?-->/sy, /<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/y];

/** Returns the local name of the root element of an XML file that begins so, or null when it is no XML. */
export function rootElement(head: string): string | null {
  let at = 0;
  const skips = (pattern: RegExp) => {
    pattern.lastIndex = at;
    if (!pattern.test(head)) return false;
    at = pattern.lastIndex;
    return true;
  };
  while (BEFORE_ROOT.some(skips));
  return /^<(?:[^\s<>/:!?]+:)?([^\s<>/:!?]+)/.exec(head.slice(at))?.[1] ?? null;
}
