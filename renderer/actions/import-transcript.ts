import type { ReadChoices } from '../../shared/formats/read-choices.ts';
import type { FoundTranscript, GrantedFile } from '../../shared/ipc/contract.ts';
import { adoptAnnotations, type Remarks } from '../../shared/model/adopt-annotations.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';
import { call } from '../api/client.ts';
import type { TurnsPlace } from '../ports.ts';
import { ports, useSession } from '../session.ts';
import { tell } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { putAnnotationKinds, takeAnnotations } from './annotations.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { markRevision } from './revisions.ts';
import { loadSpeakers } from './speakers.ts';

/** Asks for a transcript or subtitle file and shows what is in it. */
export async function importTranscript(): Promise<void> {
  const file = await call('files.chooseTranscript');
  if (file) lookAtTranscripts([file]);
}

/** Shows what is in these files, one dialog after the other; nothing is written before a person says so. */
export function lookAtTranscripts(files: readonly GrantedFile[]): void {
  if (files.length === 0) return;
  useSession.setState({ transcriptFiles: files });
  openDialog('import-transcript');
}

/** Goes on to the next file that waits, or closes the dialog. */
export function nextTranscript(): void {
  const transcriptFiles = useSession.getState().transcriptFiles.slice(1);
  useSession.setState({ transcriptFiles });
  if (transcriptFiles.length === 0) closeDialog();
}

/** Reads a granted file for the open recording, as the person says. Rejects with the failure. */
export async function readTranscript(
  { grant }: GrantedFile,
  choices: ReadChoices = {},
): Promise<FoundTranscript> {
  const language = useSession.getState().opened?.transcript.language ?? useSession.getState().language;
  return call('transcript.readFile', { grant, language, choices });
}

/** Adds the speakers to the directory, then inserts turns and annotations as one step of undo, and says how many came. */
export async function insertTranscript(
  name: string,
  turns: readonly Turn[],
  speakers: readonly Speaker[],
  remarks: Remarks,
  where: TurnsPlace,
): Promise<void> {
  if (!ports.editor?.mayInsert(where)) return;
  const { annotationKinds } = useSession.getState();
  const adopted = adoptAnnotations(turns, remarks, [...annotationKinds.values()]);
  if (adopted.newKinds.length > 0) await putAnnotationKinds(adopted.newKinds);
  if (speakers.length > 0) {
    await call('speakers.putAll', [...speakers]);
    await loadSpeakers();
  }
  await markRevision('before-import');
  ports.editor.insertTurns(adopted.turns, where, takeAnnotations(adopted.annotations));
  await markRevision('imported');
  tell(translateTo(useSession.getState().language)('app.turnsImported', { count: turns.length, name }));
}
