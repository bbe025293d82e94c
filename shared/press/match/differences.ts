import type { Step } from './align.ts';
import type { MatchWord } from './quote-words.ts';

/**
 * A stretch of a quotation beside what was said. `omitted` was said and is not quoted, `added` is quoted and was not
 * said, `form` is the same word in another form.
 */
export interface Difference {
  readonly op: 'same' | 'form' | 'changed' | 'added' | 'omitted';
  readonly quoted: string;
  readonly said: string;
}

/** Returns the differences of an alignment, neighbours of one kind joined. `wordAt` gives the words of the transcript. */
export function differencesOf(
  text: string,
  words: readonly MatchWord[],
  wordAt: (place: number) => string,
  steps: readonly Step[],
): readonly Difference[] {
  const joined: { op: Difference['op']; quoted: string[]; said: string[] }[] = [];
  for (const { op, quote, said } of steps) {
    const last = joined.at(-1);
    const group = last?.op === op ? last : { op, quoted: [], said: [] };
    if (group !== last) joined.push(group);
    const word = words[quote];
    if (word) group.quoted.push(text.slice(word.start, word.end));
    if (said >= 0) group.said.push(wordAt(said));
  }
  return joined.map(({ op, quoted, said }) => ({ op, quoted: quoted.join(' '), said: said.join(' ') }));
}
