/** A text made comparable. */
export interface Folded {
  readonly text: string;
  /** Where each UTF-16 unit of `text` comes from in the original; null where all stand at their own places. */
  readonly origins: Uint32Array | null;
}

/** Combining marks, and the one letter whose small form is two. */
const NOT_PLAIN = /[\p{M}İ]/u;
const CLUSTERS = /\P{M}?\p{M}*/gu;

/**
 * Returns a letter or several as a reader compares them: composed (й is one letter, however it was typed), and unless
 * case matters small and with е for ё. Only ё gives up its dots: й and и, і and и, қ and к stay apart. Latin I, İ, ı
 * and i are one letter when case does not matter, since which of them are a pair depends on the language.
 */
export function foldText(text: string, matchCase: boolean): string {
  const composed = text.normalize('NFC');
  if (matchCase) return composed;
  return composed.toLowerCase().replaceAll('i\u0307', 'i').replaceAll('ı', 'i').replaceAll('ё', 'е');
}

/** Returns a text as `foldText` does, with the way back to the places of the original. */
export function fold(text: string, matchCase: boolean): Folded {
  if (!NOT_PLAIN.test(text)) {
    const plain = foldText(text, matchCase);
    if (plain.length === text.length) return { text: plain, origins: null };
  }
  let folded = '';
  const origins: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
    const letters = foldText(cluster, matchCase);
    folded += letters;
    for (let unit = 0; unit < letters.length; unit++) origins.push(index);
  }
  return { text: folded, origins: Uint32Array.from(origins) };
}

/**
 * Returns the span of the original under a span of the folded text, or null where that begins inside a letter with
 * its marks. An end inside one is put behind it.
 */
export function originalSpan(
  { origins }: Folded,
  start: number,
  end: number,
  originalLength: number,
): { readonly start: number; readonly end: number } | null {
  if (!origins) return { start, end };
  if (start > 0 && origins[start] === origins[start - 1]) return null;
  let behind = end;
  while (behind < origins.length && origins[behind] === origins[behind - 1]) behind++;
  return { start: origins[start] ?? originalLength, end: origins[behind] ?? originalLength };
}
