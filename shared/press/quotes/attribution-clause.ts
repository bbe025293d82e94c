import type { Language } from '../../model/language.ts';
import { conventionOf } from '../lexicon/conventions.ts';
import { wholeWord } from '../lexicon/patterns.ts';
import { tablePattern, type VerbMention } from '../lexicon/words.ts';
import { wordsIn } from '../people/words.ts';
import type { Span } from '../span.ts';
import { languageAt, type Reading } from './reading.ts';
import { type Subject, subjectsIn } from './subject.ts';

/** The words that say who spoke: «деді X», «отметил он», "X said". */
export interface Attribution extends Span {
  readonly verb: string;
  readonly subject: Subject | null;
  /** Whether a person is named in it. */
  readonly named: boolean;
}

/** So many words may stand between quotation and verb: a name with its title. */
const MOST_WORDS_BEFORE_VERB = 16;
const MOST_WORDS_OF_KAZAKH = 7;

/** Returns where a clause that begins at `from` ends: before a dash that goes on, a stop, marks, or the paragraph's end. */
export function clauseEnd(reading: Reading, from: number, limit: number): number {
  const { prose } = reading;
  const sentence = reading.sentences.find(({ start, end }) => from >= start && from < end);
  const stop = Math.min(limit, sentence?.end ?? limit);
  const rest = prose.slice(from, stop);
  const cut = /[;:]|,?\s*[–—―]\s|,\s+-\s|[,:]?\s*[«“„"]\p{Lu}/u.exec(rest);
  const end = from + (cut ? cut.index : rest.length);
  return end - (/[.!?…,]+$/u.exec(prose.slice(from, end))?.[0].length ?? 0);
}

/**
 * Returns the attribution that begins at `from`, just behind a quotation, or null where none does.
 */
export function attributionAt(reading: Reading, from: number, limit: number): Attribution | null {
  const { prose, verbs } = reading;
  const start = from + (/^\s*/u.exec(prose.slice(from, limit))?.[0].length ?? 0);
  const whole = clauseEnd(reading, start, limit);
  if (whole <= start) return null;
  const language = languageAt(reading, start);
  const end = contrastCut(reading, start, whole, language);
  const quotative = new RegExp(`^(?:${quotativeSource(language)})(?![\\p{L}])`, 'iu').exec(
    prose.slice(start, end),
  );
  const verb =
    verbs.find(
      (candidate) => candidate.start >= start && candidate.end <= end && candidate.language === language,
    ) ?? verbs.find((candidate) => candidate.start >= start && candidate.end <= end);
  if (!verb && !quotative) return null;
  if (verb && !leadsTo(reading, start, verb, quotative !== null)) return null;
  const text = verbText(prose, start, end, quotative?.[0] ?? null, verb);
  if (text === null) return null;
  const subject = subjectOf(
    reading,
    { start, end },
    verb ?? { start, end: start + (quotative?.[0].length ?? 0) },
  );
  return { start, end, verb: text, subject, named: subject?.kind === 'person' };
}

const quotativeSource = (language: Language) => conventionOf(language).quotatives.join('|') || '(?!)';

/** «…», – деді А, ал Б … : the other one's words are another clause. */
function contrastCut({ prose, verbs }: Reading, start: number, end: number, language: Language): number {
  const pattern = new RegExp(
    `,\\s+(?=${tablePattern(language, ({ contrasts }) => contrasts).source})`,
    'giu',
  );
  for (const match of prose.slice(start, end).matchAll(pattern)) {
    const at = start + match.index;
    if (verbs.some((verb) => verb.start >= start && verb.end <= at)) return at;
  }
  return end;
}

/** Whether only the one who speaks stands between the quotation and the verb. */
function leadsTo(reading: Reading, start: number, verb: VerbMention, quotative: boolean): boolean {
  const before = { start, end: verb.start };
  const words = wordsIn(reading.prose, before);
  if (words.length === 0 || quotative) return words.length <= MOST_WORDS_OF_KAZAKH;
  const most = verb.language === 'kk' ? MOST_WORDS_OF_KAZAKH : MOST_WORDS_BEFORE_VERB;
  if (words.length > most) return false;
  const [first] = subjectsIn(reading, before);
  if (!first)
    return (
      words.length <= 3 &&
      /^(?:также|затем|так|в заключение|потом|далее|also|later|then|осылай|осылайша|тағы)/iu.test(
        words[0]?.text ?? '',
      )
    );
  return wordsIn(reading.prose, { start, end: first.start }).length <= 8;
}

/** What stands in a Kazakh clause for its verb where the tables know none. */
const FINITE = wholeWord(['\\p{L}+(?:ды|ді|ты|ті|йды|йді|ады|еді)']);

function verbText(
  prose: string,
  start: number,
  end: number,
  quotative: string | null,
  verb: VerbMention | undefined,
): string | null {
  if (quotative === null) return verb?.text ?? null;
  if (/^деген$/iu.test(quotative) && !verb) return null;
  const unknown = verb ? null : (prose.slice(start, end).match(FINITE)?.[0] ?? null);
  const said = verb?.text ?? unknown;
  if (said === null) return quotative;
  const at = verb?.start ?? start + prose.slice(start, end).indexOf(said);
  const between = prose.slice(start + quotative.length, at);
  const adverbs = wordsIn(prose, { start: start + quotative.length, end: at });
  return adverbs.length <= 1 && !/\p{Lu}/u.test(between)
    ? prose.slice(start, at + said.length)
    : `${quotative} ${said}`;
}

/** The one before the verb where a name or a pronoun stands there, else the one behind it. */
function subjectOf(reading: Reading, clause: Span, verb: Span): Subject | null {
  const subjects = subjectsIn(reading, clause);
  const before = subjects.find(({ end }) => end <= verb.start) ?? null;
  const behind = subjects.find(({ start }) => start >= verb.end) ?? null;
  return before && before.kind !== 'role' ? before : (behind ?? before);
}
