import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { rowBeside } from '../translation-rows.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { openRecording, touchLibrary } from './recordings.ts';
import { changeSettings } from './settings.ts';

const opened = () => useSession.getState().opened;

/** The texts of the open recording, the original first. */
export const openTracks = () => opened()?.tracks ?? [];

/** The translation that is open or stands beside the original. */
export function currentTranslation() {
  const { transcript, beside } = opened() ?? {};
  return openTracks().find(
    ({ id, kind }) => kind === 'translation' && (id === transcript?.id || id === beside?.transcript.id),
  );
}

/** Frames in which the editor of another text comes to stand. */
const MOUNTED_WITHIN = 300;

/**
 * Shows another text of the open recording, with the caret in the row where it was; `besideId`: a translation to stand
 * beside the original.
 */
export async function showTrack(transcriptId: TranscriptId, besideId?: TranscriptId): Promise<void> {
  const { recording, transcript, beside } = opened() ?? {};
  if (!recording) return;
  if (transcript?.id === transcriptId && beside?.transcript.id === besideId) return;
  const there = counterpart(transcriptId);
  const { editor } = ports;
  await openRecording(recording.id, { transcriptId, ...(besideId ? { besideId } : {}) });
  if (there === null) return;
  for (let frame = 0; frame < MOUNTED_WITHIN && ports.editor === editor; frame++)
    await new Promise(requestAnimationFrame);
  const row = ports.editor
    ?.turns()
    .find(({ id, translates }) => id === there || translates?.turnId === there);
  if (row) ports.editor?.goToTurn(row.id);
}

/** What the turn with the caret is known by in another text: itself, or the turn of the original. */
function counterpart(transcriptId: TranscriptId): TurnId | null {
  const { currentTurnId } = useSession.getState();
  const turn = ports.editor?.turns().find(({ id }) => id === currentTurnId);
  if (!turn) return null;
  const isSame = opened()?.transcript.id === transcriptId;
  return isSame ? turn.id : (turn.translates?.turnId ?? turn.id);
}

/** Goes over to the text beside, to edit it, with the caret in the same row. */
export async function editBeside(id?: TurnId): Promise<void> {
  const { transcript, beside } = opened() ?? {};
  if (!transcript || !beside) return;
  if (id && rowBeside(id).state !== undefined) ports.editor?.goToTurn(id);
  const isOriginal = transcript.kind === 'original';
  await showTrack(beside.transcript.id, isOriginal ? undefined : transcript.id);
}

/** Goes from the original to its first translation and back. */
export async function switchSide(): Promise<void> {
  if (opened()?.beside) return editBeside();
  const translation = openTracks().find(({ kind }) => kind === 'translation');
  if (translation) await showTrack(translation.id);
}

/** Shows the other text beside the open one, or the open one alone. */
export async function toggleSideBySide(): Promise<void> {
  const { settings } = useSession.getState();
  const { transcript, beside } = opened() ?? {};
  const translation = openTracks().find(({ kind }) => kind === 'translation');
  if (transcript?.kind === 'original' && !beside && translation) {
    await changeSettings({ sideBySide: true });
    await showTrack(transcript.id, translation.id);
  } else await changeSettings({ sideBySide: !settings.sideBySide });
}

/** What the dialog of a translation is about: a new one, or one that is to be renamed. */
export function askForTranslation(renamed: TranscriptId | null): void {
  useSession.setState({ translationAsked: renamed });
  openDialog('translation');
}

/** Adds a translation of the open recording and opens it. */
export async function createTranslation(language: string, name: string): Promise<void> {
  const { recording } = opened() ?? {};
  if (!recording) return;
  await ports.editor?.flush();
  const { id } = await call('translation.create', { recordingId: recording.id, language, name });
  closeDialog();
  touchLibrary();
  await changeSettings({ sideBySide: true });
  await showTrack(id);
}

export async function renameTranslation(id: TranscriptId, language: string, name: string): Promise<void> {
  await call('translation.rename', { transcriptId: id, language, name });
  closeDialog();
  touchLibrary();
  await readAnew();
}

/** Sets a translation aside, and offers to take it back. */
export async function removeTranslation(id: TranscriptId): Promise<void> {
  const { recording } = opened() ?? {};
  if (!recording) return;
  await ports.editor?.flush();
  await call('translation.remove', { transcriptId: id });
  touchLibrary();
  await openRecording(recording.id);
  const t = translateTo(useSession.getState().language);
  const restore = async () => {
    await call('translation.restore', { transcriptId: id });
    touchLibrary();
    if (opened()?.recording.id === recording.id) await openRecording(recording.id, { transcriptId: id });
  };
  tell(t('translation.removed'), { label: t('app.undo'), run: () => void restore().catch(tellFailure) });
}

/** Reads the open text from the library again, beside the same other one. */
async function readAnew(): Promise<void> {
  const { recording, transcript, beside } = opened() ?? {};
  if (!recording || !transcript) return;
  await openRecording(recording.id, {
    transcriptId: transcript.id,
    ...(beside?.transcript.kind === 'translation' ? { besideId: beside.transcript.id } : {}),
  });
}
