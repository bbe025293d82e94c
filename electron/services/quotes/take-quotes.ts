import { MinberError } from '../../../shared/ipc/errors.ts';
import type { AnnotationId, QuoteId, SpeakerId, TranscriptId } from '../../../shared/model/ids.ts';
import { type Quote, type QuotedSpeaker, standingsOf } from '../../../shared/model/quote.ts';
import { resolveSpeaker, type SpeakersById, speakerOn } from '../../../shared/model/speaker.ts';
import { byOrder } from '../../../shared/model/transcript-diff.ts';
import { anchorRows, findAnnotation } from '../../database/annotation-store.ts';
import { findQuote, putQuote } from '../../database/quote-store.ts';
import { listSpeakers } from '../../database/speaker-store.ts';
import { turnInRow } from '../../database/turn-store.ts';
import type { LibraryAccess } from '../app.ts';
import { requireRecording } from '../open-recording.ts';
import { requireTranscript } from '../save-transcript.ts';

export interface TakeInput {
  readonly transcriptId: TranscriptId;
  readonly quotes: readonly { readonly id: QuoteId; readonly annotationId: AnnotationId }[];
}

/**
 * Makes cards of the words on which annotations stand in what is saved, or takes them anew for cards that there are; times
 * that a person set stay. Throws `not-found` for an unknown transcript, `bad-request` for an annotation of another one,
 * one without words, or a card of another annotation.
 */
export function takeQuotes({ library, now, author }: LibraryAccess, input: TakeInput): Quote[] {
  const takenAt = now().toISOString();
  return library.write((db) => {
    const { number, recordingId, sequence, headHash } = requireTranscript(db, input.transcriptId);
    const { date, media } = requireRecording(db, recordingId);
    const speakers = new Map(listSpeakers(db).map((speaker) => [speaker.id, speaker]));
    return input.quotes.map(({ id, annotationId }) => {
      const known = findQuote(db, id);
      if (known && known.annotationId !== annotationId)
        throw refused(`${id} is a card of another annotation`);
      if (findAnnotation(db, annotationId)?.transcript !== number)
        throw refused(`no annotation ${annotationId} in the transcript`);
      const turns = anchorRows(db, annotationId).flatMap((row) => turnInRow(db, row) ?? []);
      const standing = standingsOf(new Set([annotationId]), [...turns].sort(byOrder)).get(annotationId);
      if (!standing) throw refused(`${annotationId} stands on no words`);
      const { text, turnIds, speakerId, startMs, endMs } = standing;
      const quote: Quote = {
        id,
        transcriptId: input.transcriptId,
        annotationId,
        text,
        turnIds,
        speaker: quotedSpeaker(speakers, speakerId, date),
        ...(known?.timesByHand ? { startMs: known.startMs, endMs: known.endMs } : { startMs, endMs }),
        timesByHand: known?.timesByHand ?? false,
        mediaSha256: media.sha256,
        sequence,
        headHash,
        takenAt,
        takenBy: author(),
        kept: null,
      };
      putQuote(db, number, quote);
      return quote;
    });
  });
}

/** Returns who speaks, as the directory has them for a day. */
function quotedSpeaker(
  speakers: SpeakersById,
  speakerId: SpeakerId | null,
  date: string | null,
): QuotedSpeaker | null {
  const speaker = resolveSpeaker(speakers, speakerId);
  if (!speaker) return null;
  const { id, name, title, organisation, country } = speakerOn(speaker, date);
  return { id, name, title, organisation, country };
}

/**
 * Writes a card as it was before, or with times and decisions of a person's. Throws `not-found`, and `bad-request` for a
 * card that was never taken.
 */
export function putQuoteCard({ library }: Pick<LibraryAccess, 'library'>, quote: Quote): void {
  library.write((db) => {
    const { number } = requireTranscript(db, quote.transcriptId);
    const known = findQuote(db, quote.id);
    if (known?.annotationId !== quote.annotationId || known.transcriptId !== quote.transcriptId)
      throw refused(`no card ${quote.id}`);
    putQuote(db, number, quote);
  });
}

const refused = (fault: string) => new MinberError('bad-request', {}, new Error(fault));
