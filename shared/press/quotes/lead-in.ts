import type { Span } from '../span.ts';
import type { Attribution } from './attribution-clause.ts';
import { conventionAt, type Reading } from './reading.ts';
import { subjectsIn } from './subject.ts';

/**
 * Returns what before `at` leads to a quotation: a sentence that ends there with a colon, or with a verb of speaking and
 * at most a comma; "X said: …", «Он отметил: …», «X: – …». A paragraph's first quotation may be led to by the paragraph
 * before. Null where nothing does.
 */
export function leadIn(reading: Reading, at: number, paragraph: Span): Attribution | null {
  const { prose, verbs } = reading;
  const within = prose.slice(paragraph.start, at).trimEnd();
  const previous =
    within === ''
      ? reading.paragraphs
          .slice()
          .reverse()
          .find(({ end }) => end <= paragraph.start)
      : null;
  const end = within === '' ? (previous?.end ?? at) : paragraph.start + within.length;
  const limit = previous ?? paragraph;
  const colon = /:$/u.test(prose.slice(limit.start, end));
  if (within === '' && !colon) return null;
  const start = clauseStart(reading, end, limit);
  const clause = { start, end: colon ? end - 1 : end };
  const inside = verbs.filter((verb) => verb.start >= start && verb.end <= clause.end);
  const verb = inside.at(-1);
  const subjects = subjectsIn(reading, clause);
  if (!colon) {
    if (!verb || !/^\s*[,]?$/u.test(prose.slice(verb.end, end))) return null;
    if (conventionAt(reading, start).language !== 'en') return null;
  }
  if (!verb && subjects.length === 0 && !colon) return null;
  const named = subjects.filter(({ kind }) => kind === 'person');
  const [short] = named;
  // «X: – …»: a name, who it is, and nothing else; marks behind a colon want no more than one who may speak.
  const isMarked = /[«“„"‘']/u.test(prose.slice(at).trimStart().slice(0, 1));
  if (!verb && !isMarked && (!short || prose.slice(short.end, clause.end).trim() !== '' || named.length > 1))
    return null;
  if (!verb && isMarked && subjects.length === 0) return null;
  const before = verb ? subjects.filter((subject) => subject.end <= verb.start) : subjects;
  const behind = verb ? subjects.filter((subject) => subject.start >= verb.end) : [];
  const clear = (list: typeof subjects) =>
    list.find(({ kind }) => kind === 'person') ??
    list.find(({ kind }) => kind === 'pronoun') ??
    list[0] ??
    null;
  const subject = clear(before) ?? clear(behind);
  return { start, end: clause.end, verb: verb?.text ?? '', subject, named: subject?.kind === 'person' };
}

function clauseStart({ sentences }: Reading, end: number, limit: Span): number {
  return Math.max(
    limit.start,
    sentences
      .slice()
      .reverse()
      .find(({ start }) => start < end)?.start ?? limit.start,
  );
}
