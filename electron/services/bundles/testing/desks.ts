import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Annotation, GIVEN_KINDS } from '../../../../shared/model/annotation.ts';
import { newId, type RecordingId, type SpeakerId } from '../../../../shared/model/ids.ts';
import { textContent, textInline } from '../../../../shared/model/turn.ts';
import { putAnnotation } from '../../annotate.ts';
import type { App } from '../../app.ts';
import { putSpeaker } from '../../change-speakers.ts';
import { importMediaFile } from '../../import-file.ts';
import { openRecording, requireOriginal } from '../../open-recording.ts';
import { saveTranscript } from '../../save-transcript.ts';
import { openTestApp, putTurns, temporaryFolder, turnOf } from '../../testing/open-test-app.ts';
import type { BundleChoices } from '../write-bundle.ts';

export const WHOLE: BundleChoices = { media: 'original', history: true, program: 'Minber 1.2.3' };
export const TEXT: BundleChoices = { ...WHOLE, media: 'none' };

export const speakerOf = (name: string) => ({
  id: newId<SpeakerId>(),
  name: { kk: name },
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
});

export const remarkOf = (body: string): Annotation => ({
  id: newId(),
  kindId: GIVEN_KINDS.name,
  body,
  colour: null,
  author: 'Дәурен',
  createdAt: '2026-01-01T10:00:00.000Z',
  changedAt: '2026-01-01T10:00:00.000Z',
  resolved: null,
  span: null,
  words: '',
  atMs: null,
  replies: [],
  removed: false,
});

/** A desk with a recording that has a few turns, saved in two batches. */
export async function desk() {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const mediaPath = join(folder, 'форум.ogg');
  copyFileSync(resolve('e2e/fixtures/session.ogg'), mediaPath);
  const recordingId = await importMediaFile(app, mediaPath, 'kk');
  await app.hashing.settled();
  const speaker = speakerOf('Әйгерім');
  const remark = remarkOf('Тексеру керек');
  putSpeaker(app, speaker);
  const transcriptId = requireOriginal(app.library, recordingId).id;
  putTurns(app, transcriptId, 0, [
    turnOf('бірінші', 'a0', { startMs: 0, endMs: 900, speakerId: speaker.id }),
    turnOf('', 'a1', { startMs: 1000, endMs: 1900, content: [textInline('екінші', [remark.id])] }),
  ]);
  putAnnotation(app, { transcriptId, annotation: remark });
  putTurns(app, transcriptId, 1, [turnOf('үшінші', 'a2', { startMs: 2000, endMs: 2900 })]);
  return {
    app,
    folder,
    recordingId,
    transcriptId,
    speaker,
    remark,
    path: (name: string) => join(folder, name),
  };
}

export function otherDesk() {
  const folder = temporaryFolder();
  return { app: openTestApp(folder), folder, path: (name: string) => join(folder, name) };
}

export const turnsOf = async (app: App, id: RecordingId) => (await openRecording(app, id)).turns;
export const textsOf = async (app: App, id: RecordingId) =>
  (await turnsOf(app, id)).map(({ content }) =>
    content.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''),
  );

/** Changes the words of the turn with this number. */
export async function say(app: App, id: RecordingId, number: number, text: string) {
  const { transcript, turns } = await openRecording(app, id);
  const turn = turns[number];
  if (!turn) throw new Error(`no turn ${number}`);
  const put = [{ ...turn, content: textContent(text) }];
  return saveTranscript(app, {
    transcriptId: transcript.id,
    base: transcript.sequence,
    batchId: newId(),
    diff: { put, remove: [] },
  });
}
