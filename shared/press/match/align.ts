import { nameSimilarity } from '../names/name-similarity.ts';
import { sameNumber } from '../numbers/find-numbers.ts';
import type { MatchWord } from './quote-words.ts';

/** One step of an alignment; -1 where the other side has no word. */
export interface Step {
  readonly quote: number;
  readonly said: number;
  readonly op: 'same' | 'form' | 'changed' | 'added' | 'omitted';
}

const SAME = 2;
const FORM = 1.2;
const CHANGED = -0.65;
const ADDED = -0.7;
const OMITTED = -0.6;
const OMITTED_MORE = -0.12;
/** Where the quotation says so, words may be missing. */
const ELLIPSIS_OPEN = -0.1;
const ELLIPSIS_MORE = -0.003;
/** Transcribers spell names as they hear them. */
const NAME_HEARD = 0.8;

/** Returns what two words are to each other. */
export function compareWords(quote: MatchWord, said: MatchWord): 'same' | 'form' | 'changed' {
  if (quote.key === said.key) return 'same';
  if (quote.number && said.number) return sameNumber(quote.number, said.number) ? 'same' : 'changed';
  if (quote.number || said.number) return 'changed';
  if (quote.stem === said.stem && quote.stem.length >= 4) return 'form';
  const named = quote.name && said.name;
  return named && nameSimilarity(quote.key, said.key) >= NAME_HEARD ? 'form' : 'changed';
}

const STEP = { same: SAME, form: FORM, changed: CHANGED } as const;

/**
 * Aligns a quotation with a stretch of a transcript in which it may begin and end anywhere. Words that the quotation left
 * out cost little more when there are many. Returns the steps from its first word to its last; none where nothing fits.
 */
export function align(quote: readonly MatchWord[], said: readonly MatchWord[]): readonly Step[] {
  const columns = said.length + 1;
  const cells = (quote.length + 1) * columns;
  const best = new Float32Array(cells);
  const omitting = new Float32Array(cells).fill(Number.NEGATIVE_INFINITY);
  const came = new Uint8Array(cells);
  const omits = new Uint8Array(cells);
  for (let i = 1; i <= quote.length; i++) {
    const row = i * columns;
    best[row] = i * ADDED;
    came[row] = 2;
    const word = quote[i - 1];
    if (!word) continue;
    const ellipsis = quote[i]?.afterEllipsis ?? false;
    const open = ellipsis ? ELLIPSIS_OPEN : OMITTED;
    const more = ellipsis ? ELLIPSIS_MORE : OMITTED_MORE;
    for (let j = 1; j <= said.length; j++) {
      const other = said[j - 1];
      if (!other) continue;
      const at = row + j;
      const fresh = (best[at - 1] ?? 0) + open;
      const on = (omitting[at - 1] ?? Number.NEGATIVE_INFINITY) + more;
      omitting[at] = Math.max(fresh, on);
      omits[at] = fresh >= on ? 0 : 1;
      const diagonal = (best[at - columns - 1] ?? 0) + STEP[compareWords(word, other)];
      const added = (best[at - columns] ?? 0) + ADDED;
      let score = diagonal;
      came[at] = 1;
      if (added > score) {
        score = added;
        came[at] = 2;
      }
      if (i < quote.length && (omitting[at] ?? 0) > score) {
        score = omitting[at] ?? 0;
        came[at] = 3;
      }
      best[at] = score;
    }
  }
  return traced(quote, said, { best, came, omits, columns });
}

interface Table {
  readonly best: Float32Array;
  readonly came: Uint8Array;
  readonly omits: Uint8Array;
  readonly columns: number;
}

function traced(
  quote: readonly MatchWord[],
  said: readonly MatchWord[],
  { best, came, omits, columns }: Table,
): readonly Step[] {
  const lastRow = quote.length * columns;
  let j = 0;
  for (let at = 0; at < columns; at++) if ((best[lastRow + at] ?? 0) > (best[lastRow + j] ?? 0)) j = at;
  if ((best[lastRow + j] ?? 0) <= 0) return [];
  const steps: Step[] = [];
  let i = quote.length;
  while (i > 0) {
    const at = i * columns + j;
    const from = came[at];
    if (from === 1) {
      const [word, other] = [quote[i - 1], said[j - 1]];
      const op = word && other ? compareWords(word, other) : 'changed';
      steps.push({ quote: i - 1, said: j - 1, op });
      i--;
      j--;
    } else if (from === 2) {
      steps.push({ quote: i - 1, said: -1, op: 'added' });
      i--;
    } else {
      let goesOn = true;
      while (goesOn && j > 0) {
        goesOn = omits[i * columns + j] === 1;
        steps.push({ quote: -1, said: j - 1, op: 'omitted' });
        j--;
      }
    }
  }
  return steps.reverse();
}
