/** Characters that mean a space but are another character: no-break, typographic and ideographic spaces, tabs. */
const ODD_SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Control and formatting characters that nobody sees: soft hyphens, zero-width spaces, marks of text direction. */
const INVISIBLE = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/** A joiner has a meaning between Arabic letters and inside emoji, and none elsewhere. */
const STRAY_JOINERS = /(?<!\p{Script=Arabic}|\p{Extended_Pictographic}|\ufe0f)(?:\u200c|\u200d)/gu;

/**
 * Returns text from elsewhere as it would have been typed here: lines end in `\n` (Word's line break too),
 * paragraphs in `\n\n`, one plain space between words and none around line ends, letters composed.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\v\u0085\u2028]/g, '\n')
    .replace(/[\f\u2029]/g, '\n\n')
    .replace(ODD_SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINERS, '')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC');
}

/**
 * Returns the paragraphs of text from elsewhere, cleaned: what blank lines part. A single line break stays inside
 * its paragraph. Line breaks at both ends go; spaces there stay, since they part words.
 */
export function paragraphsOf(text: string): readonly string[] {
  return cleanText(text)
    .replace(/^\n+|\n+$/g, '')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '');
}
