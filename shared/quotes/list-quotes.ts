import { redactTurns, secretsOf } from '../formats/withhold.ts';
import type { Annotation, AnnotationKind } from '../model/annotation.ts';
import {
  type Quote,
  type QuoteChanges,
  type QuoteStanding,
  quoteChanges,
  quoteTimes,
  standingsOf,
} from '../model/quote.ts';
import { resolveSpeaker, type SpeakersById } from '../model/speaker.ts';
import type { Turn } from '../model/turn.ts';

/** A quote card beside the text as it is now. */
export interface ListedQuote {
  readonly quote: Quote;
  /** What a person noted on it. */
  readonly note: string;
  /** Null when its words have been deleted. */
  readonly standing: QuoteStanding | null;
  readonly changes: QuoteChanges;
  /** Where it is heard: milliseconds, as far as is known. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Some of it is off the record: it must not leave the program. */
  readonly withheld: boolean;
}

/** A transcript and all that was noted on it. Turns are all there, in their order. */
export interface QuotedTranscript {
  readonly quotes: readonly Quote[];
  readonly annotations: readonly Annotation[];
  readonly kinds: readonly AnnotationKind[];
  readonly turns: readonly Turn[];
  readonly speakers: SpeakersById;
}

/**
 * Returns the quotes of a transcript that were not removed, by time. A quote is withheld when any of its words is, and
 * when they have been deleted from a transcript that has secrets, where nobody can tell any more.
 */
export function listQuotes(given: QuotedTranscript): readonly ListedQuote[] {
  const { quotes, annotations, kinds, turns, speakers } = given;
  if (quotes.length === 0) return [];
  const noted = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const secrets = secretsOf(annotations, kinds);
  const hasSecrets = secrets.ids.size > 0 || secrets.spans.length > 0;
  const ids = new Set(quotes.map(({ annotationId }) => annotationId));
  const standings = standingsOf(ids, turns);
  const outgoing = hasSecrets ? standingsOf(ids, redactTurns(turns, secrets, 'en')) : standings;
  const listed = quotes.flatMap((quote): ListedQuote[] => {
    const annotation = noted.get(quote.annotationId);
    if (!annotation || annotation.removed) return [];
    const standing = standings.get(quote.annotationId) ?? null;
    const changes = quoteChanges(quote, standing, (id) => resolveSpeaker(speakers, id)?.id ?? null);
    const leaves = standing !== null && standing.text === outgoing.get(quote.annotationId)?.text;
    return [
      {
        quote,
        note: annotation.body,
        standing,
        changes,
        withheld: hasSecrets && !leaves,
        ...quoteTimes(quote, standing),
      },
    ];
  });
  const place = ({ startMs }: ListedQuote) => startMs ?? Number.POSITIVE_INFINITY;
  return listed.sort((a, b) => place(a) - place(b) || (a.quote.takenAt < b.quote.takenAt ? -1 : 1));
}
