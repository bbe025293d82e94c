import { nameSimilarity } from '../names/name-similarity.ts';
import { sameNumber } from '../numbers/find-numbers.ts';
import type { Step } from './align.ts';
import type { MatchWord } from './quote-words.ts';

/** A number or a name of a quotation that was not said so; `said` is null where nothing stands for it. */
export interface Flag {
  readonly kind: 'number' | 'name';
  readonly quoted: string;
  readonly said: string | null;
}

/** Names at least this alike are one, differently written. */
const SAME_NAME = 0.78;

/** Returns the numbers and names of an aligned quotation that differ from what was said. `saidText`: what was said. */
export function flagsOf(
  text: string,
  words: readonly MatchWord[],
  said: readonly MatchWord[],
  steps: readonly Step[],
  saidText: string,
): readonly Flag[] {
  const heard = steps.flatMap((step) => said[step.said] ?? []);
  const taken = new Set<MatchWord>();
  for (const { op, said: at } of steps) {
    const word = said[at];
    if (op === 'same' && word) taken.add(word);
  }
  return steps.flatMap(({ op, quote, said: at }): Flag[] => {
    const word = words[quote];
    if (!word || op === 'same' || op === 'omitted' || (!word.number && !word.name)) return [];
    const other = op === 'added' ? undefined : said[at];
    const written = text.slice(word.start, word.end);
    if (word.number) {
      const { number } = word;
      // The same number said in another place of the sentence is the same number.
      const elsewhere = heard.find(
        (each) => each.number && !taken.has(each) && sameNumber(number, each.number),
      );
      if (elsewhere) {
        taken.add(elsewhere);
        return [];
      }
      return [{ kind: 'number', quoted: written, said: numberNear(heard, taken, other) }];
    }
    if (op === 'form' || isHeard(heard, word)) return [];
    return [{ kind: 'name', quoted: written, said: other?.name ? slice(saidText, other) : null }];
  });
}

/** A name may be written as one word or as two. */
function isHeard(heard: readonly MatchWord[], { key }: MatchWord): boolean {
  return heard.some((each, index) => {
    if (!each.name) return false;
    const joined = each.key + (heard[index + 1]?.key ?? '');
    return nameSimilarity(each.key, key) >= SAME_NAME || nameSimilarity(joined, key) >= SAME_NAME;
  });
}

function numberNear(
  heard: readonly MatchWord[],
  taken: ReadonlySet<MatchWord>,
  other: MatchWord | undefined,
): string | null {
  const stands = other?.number ? other : heard.find((each) => each.number && !taken.has(each));
  return stands?.number ? `${stands.number.value}${stands.number.unit === 'percent' ? '%' : ''}` : null;
}

/** The word as the transcript writes it, found again by how it is compared. */
function slice(saidText: string, word: MatchWord): string {
  const found = saidText.match(/[\p{L}\p{M}\p{N}]+(?:[-‑’'ʼ][\p{L}\p{M}\p{N}]+)*/gu)?.find((each) =>
    each
      .toLowerCase()
      .replace(/[-‑’'ʼ]/gu, '')
      .startsWith(word.stem),
  );
  return found ?? word.key;
}
