import type { RecordingId } from '../../shared/model/ids.ts';
import type { App } from './app.ts';
import { appendDocument } from './append-document.ts';
import { importMedia, probeMedia } from './import-media.ts';
import { requireOriginal } from './open-recording.ts';
import { readMediaFacts } from './read-media-facts.ts';
import { readTurnsFile, type TranscriptFile } from './read-transcript-file.ts';

/**
 * Takes a media file into the library without a window, or finds the recording that has this very file. Its waveform
 * is drawn when it is first opened. `language` (BCP 47) is that of the new, empty transcript. Rejects with a
 * MinberError: `file-missing`, `not-a-file`, `file-unreadable`, `media-unsupported`, `media-damaged`, `media-no-audio`.
 */
export async function importMediaFile(app: App, path: string, language: string): Promise<RecordingId> {
  const { id, known } = await probeMedia(app, path);
  if (known) return known;
  const facts = await readMediaFacts(path);
  return importMedia(app, { mediaId: id, facts, language });
}

/**
 * Puts the turns of a transcript file behind those of a recording. `language` null: that of the recording's transcript
 * is assumed where the file does not say. Nothing is written when the file holds no turns. Rejects as
 * `readTurnsFile` does.
 */
export async function importTranscriptFile(
  { library, now }: App,
  recordingId: RecordingId,
  path: string,
  language: string | null,
): Promise<TranscriptFile> {
  const file = await readTurnsFile(path, language ?? requireOriginal(library, recordingId).language);
  const { document } = file;
  if (document && document.turns.length > 0) {
    const savedAt = now().toISOString();
    library.write((db) => appendDocument(db, requireOriginal(db, recordingId), document, savedAt));
  }
  return file;
}
