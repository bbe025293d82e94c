import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { formatById } from '../../shared/formats/registry.ts';
import type { MediaFacts } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { newId, type RecordingId } from '../../shared/model/ids.ts';
import type { Recording } from '../../shared/model/recording.ts';
import type { App } from './app.ts';
import { appendDocument } from './append-document.ts';
import { addRecording, probeMedia } from './import-media.ts';
import { requireTranscript } from './save-transcript.ts';

const MEDIA_NAME = 'forum.mp4';
const TRANSCRIPT_NAME = 'forum.json';

/** What the analysis would find out about the sample; its duration stands in its transcript. */
const MEDIA_FACTS: Omit<MediaFacts, 'durationMs'> = {
  container: 'MP4',
  audioCodec: 'aac',
  videoCodec: 'avc',
  frameRate: 10,
  width: 960,
  height: 540,
};

/** The languages spoken, which the format notes by turn and the model by recording. */
const spoken = z.object({ turns: z.array(z.object({ language: z.string() })) });

/**
 * Puts the sample into the library, with its speakers and turns, or finds the one that is there. The media is copied
 * to the user's data first, since the program's own folder may move or vanish.
 */
export async function importSample(app: App): Promise<RecordingId> {
  const folder = join(app.userDataPath, 'sample');
  const mediaPath = join(folder, MEDIA_NAME);
  await mkdir(folder, { recursive: true });
  await copyFile(join(app.resourcesPath, 'sample', MEDIA_NAME), mediaPath);
  const { known, modifiedAt: _, ...file } = await probeMedia(app, mediaPath);
  app.probed.delete(file.id);
  if (known) return known;

  const bytes = await readFile(join(app.resourcesPath, 'sample', TRANSCRIPT_NAME));
  const { document, warnings } = (await formatById('json').read?.(bytes, {
    fileName: TRANSCRIPT_NAME,
    language: 'kk',
  })) ?? { document: null, warnings: [] };
  if (!document?.media)
    throw new MinberError(
      'transcript-unreadable',
      { name: TRANSCRIPT_NAME },
      new Error(JSON.stringify(warnings)),
    );
  const { title, date, place, language, media } = document;
  const { turns: spokenTurns } = spoken.parse(JSON.parse(bytes.toString('utf8')));
  const at = app.now().toISOString();
  const recording: Recording = {
    id: newId<RecordingId>(),
    title,
    date,
    place,
    languages: [...new Set([language, ...spokenTurns.map((turn) => turn.language)])],
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    media: { ...file, sha256: null, durationMs: media.durationMs, ...MEDIA_FACTS },
  };
  app.library.write((db) => {
    appendDocument(db, requireTranscript(db, addRecording(db, recording, language)), document, at);
  });
  app.hashing.wake();
  return recording.id;
}
