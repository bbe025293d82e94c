import type { TranscriptId } from '../../shared/model/ids.ts';
import { setTranscriptLanguage } from '../database/transcript-store.ts';
import type { LibraryAccess } from './app.ts';
import { requireTranscript } from './save-transcript.ts';

/** Says in which language (BCP 47) a transcript is written. Throws `not-found`. */
export function setLanguage({ library }: LibraryAccess, id: TranscriptId, language: string): void {
  library.write((db) => setTranscriptLanguage(db, requireTranscript(db, id).number, language));
}
