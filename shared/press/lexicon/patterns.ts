/** Returns a pattern that matches any of the sources as a whole word, without case. */
export function wholeWord(sources: readonly string[], flags = 'giu'): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`,
    flags.includes('i') ? flags : `${flags}i`,
  );
}

/** Returns a pattern that matches a word which begins with any of the stems, without case. */
export function stemmed(stems: readonly string[]): RegExp {
  return new RegExp(`^(?:${stems.join('|')})`, 'iu');
}
