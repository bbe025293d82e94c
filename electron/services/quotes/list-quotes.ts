import type { Output } from '../../../shared/ipc/contract.ts';
import type { TranscriptId } from '../../../shared/model/ids.ts';
import type { Quote } from '../../../shared/model/quote.ts';
import { listQuotes } from '../../../shared/quotes/list-quotes.ts';
import { listAnnotations, listKinds } from '../../database/annotation-store.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import { listQuotedTranscripts, listQuotes as listRows } from '../../database/quote-store.ts';
import { listSpeakers } from '../../database/speaker-store.ts';
import type { LibraryAccess } from '../app.ts';
import { requireRecording } from '../open-recording.ts';
import { requireTranscript } from '../save-transcript.ts';
import { turnsOf } from '../turns-of.ts';

/** The quotes of one transcript of the library. */
export type TranscriptQuotes = Output<'quotes.listAll'>[number];

/** Returns the cards of a transcript, removed ones included. Throws `not-found`. */
export function listQuoteCards({ library }: Pick<LibraryAccess, 'library'>, id: TranscriptId): Quote[] {
  return [...listRows(library, requireTranscript(library, id).number)];
}

/** Returns the quotes of a transcript beside the text as it is saved. Throws `not-found`. */
export function listTranscriptQuotes(db: ReadableDatabase, id: TranscriptId): TranscriptQuotes {
  const stored = requireTranscript(db, id);
  const { number, recordingId, language, kind, name, sequence } = stored;
  const quotes = listQuotes({
    quotes: listRows(db, number),
    annotations: listAnnotations(db, number),
    kinds: listKinds(db),
    turns: turnsOf(db, stored),
    speakers: new Map(listSpeakers(db).map((speaker) => [speaker.id, speaker])),
  });
  const { title, date, place, media } = requireRecording(db, recordingId);
  return {
    recording: { id: recordingId, title, date, place, media },
    transcript: { id, recordingId, language, kind, name, sequence },
    quotes,
  };
}

/** Returns the quotes of all recordings outside the bin, the newest recording first. */
export function listAllQuotes({ library }: Pick<LibraryAccess, 'library'>): TranscriptQuotes[] {
  return listQuotedTranscripts(library)
    .map((id) => listTranscriptQuotes(library, id))
    .filter(({ quotes }) => quotes.length > 0);
}
