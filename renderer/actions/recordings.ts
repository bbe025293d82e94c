import type { Input } from '../../shared/ipc/contract.ts';
import type { RecordingId, TurnId } from '../../shared/model/ids.ts';
import { NO_FILTER } from '../../shared/model/list-annotations.ts';
import type { Recording } from '../../shared/model/recording.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { loadAnnotationKinds } from './annotations.ts';
import { openDialog } from './dialogs.ts';
import { numberSpeakers } from './speaker-numbers.ts';
import { loadSpeakers } from './speakers.ts';

/** Says that the library's list is out of date. */
export function touchLibrary(): void {
  useSession.setState(({ libraryVersion }) => ({ libraryVersion: libraryVersion + 1 }));
}

/** Opens a text of a recording, the original where nothing is said, in place of what is open; that is written first. */
export async function openRecording(
  recordingId: RecordingId,
  choice: Omit<Input<'recording.open'>, 'recordingId'> = {},
): Promise<void> {
  await ports.editor?.flush();
  await ports.article?.flush();
  const [opened] = await Promise.all([
    call('recording.open', { recordingId, ...choice }),
    loadSpeakers(),
    loadAnnotationKinds(),
    ports.loadScreen(),
  ]);
  const quotes = await call('quotes.list', { transcriptId: opened.transcript.id });
  useSession.setState({
    opened,
    articles: null,
    article: null,
    currentTurnId: null,
    saveState: { kind: 'saved', at: null },
    dialog: null,
    speakerOrder: [],
    annotations: new Map(opened.annotations.map((annotation) => [annotation.id, annotation])),
    activeAnnotation: null,
    quotes: new Map(quotes.map((quote) => [quote.id, quote])),
    annotationFilter: NO_FILTER,
  });
  numberSpeakers(opened.turns);
}

/** A place in a recording, and the words there, in letters of the text of a turn. */
export interface RecordingPlace {
  readonly turnId: TurnId | null;
  readonly atMs: number | null;
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** Frames in which the player and the editor of a recording come to stand. */
const MOUNTED_WITHIN = 300;

/** Opens a recording with the playhead and the caret at a place in it. */
export async function openRecordingAt(recordingId: RecordingId, where: RecordingPlace): Promise<void> {
  await openRecording(recordingId, where.turnId ? { turnId: where.turnId } : {});
  for (let frame = 0; frame < MOUNTED_WITHIN && !(ports.editor && ports.playback); frame++)
    await new Promise(requestAnimationFrame);
  if (where.atMs !== null) ports.playback?.seek(where.atMs);
  if (where.turnId === null) return;
  if (where.place) ports.editor?.goToText(where.turnId, where.place.start, where.place.end);
  else ports.editor?.goToTurn(where.turnId);
}

/** Goes back to the library once everything is written; stays, and says why, when it cannot be. */
export async function closeRecording(): Promise<void> {
  try {
    await ports.editor?.flush();
  } catch (error) {
    tellFailure(error);
    return;
  }
  useSession.setState({ opened: null, currentTurnId: null, dialog: null, playing: false });
  touchLibrary();
}

/** Changes the title, date, place or languages of a recording. */
export async function changeRecording(
  recordingId: RecordingId,
  change: Partial<Pick<Recording, 'title' | 'date' | 'place' | 'languages'>>,
): Promise<void> {
  const recording = await call('recording.change', {
    recordingId,
    change: { ...change, ...(change.languages ? { languages: [...change.languages] } : {}) },
  });
  useSession.setState(({ opened }) =>
    opened?.recording.id === recordingId ? { opened: { ...opened, recording } } : {},
  );
  touchLibrary();
}

/** Asks how and where to, and exports several recordings of the library. */
export function exportRecordings(recordings: readonly Pick<Recording, 'id' | 'title'>[]): void {
  useSession.setState({ batch: recordings.map(({ id, title }) => ({ id, title })) });
  openDialog('export-recordings');
}

/** Moves a recording to the bin, and offers to take it back. */
export async function removeRecording({ id, title }: Pick<Recording, 'id' | 'title'>): Promise<void> {
  await call('recording.remove', { recordingId: id });
  touchLibrary();
  const t = translateTo(useSession.getState().language);
  tell(t('library.removed', { title }), {
    label: t('app.undo'),
    run: () => void restoreRecording(id).catch(tellFailure),
  });
}

/** Takes a recording out of the bin. */
export async function restoreRecording(recordingId: RecordingId): Promise<void> {
  await call('recording.restore', { recordingId });
  touchLibrary();
}
