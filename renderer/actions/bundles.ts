import type { GrantedFile } from '../../shared/ipc/contract.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import type { Recording } from '../../shared/model/recording.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { flushAnnotations, loadAnnotationKinds } from './annotations.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { showNotes } from './findings.ts';
import { loadSpeakers } from './speakers.ts';

type Bundled = Pick<Recording, 'id' | 'title'>;

/** Says whether a file goes by the name of a bundle. */
export const isBundle = ({ name }: Pick<GrantedFile, 'name'>): boolean => /\.minber$/i.test(name);

/** Shows what a bundle of a recording can hold, and writes it. */
export async function exportBundle({ id, title }: Bundled): Promise<void> {
  await ports.editor?.flush();
  useSession.setState({ bundled: { id, title } });
  openDialog('export-bundle');
}

/** Proposes how to divide a recording among colleagues. */
export async function splitTakes({ id, title }: Bundled): Promise<void> {
  await ports.editor?.flush();
  useSession.setState({ bundled: { id, title } });
  openDialog('split-takes');
}

/** Asks for a bundle and shows what is in it. */
export async function chooseBundle(): Promise<void> {
  const file = await call('files.chooseBundle');
  if (file) await openBundles([file]);
}

/** Shows what is in these bundles, one dialog after the other; nothing is written before a person says so. */
export async function openBundles(files: readonly GrantedFile[]): Promise<void> {
  if (files.length === 0) return;
  await ports.editor?.flush();
  useSession.setState(({ bundleFiles }) => ({ bundleFiles: [...bundleFiles, ...files] }));
  openDialog('open-bundle');
}

/** Goes on to the next bundle that waits, or closes the dialog. */
export function nextBundle(): void {
  const bundleFiles = useSession.getState().bundleFiles.slice(1);
  useSession.setState({ bundleFiles });
  if (bundleFiles.length === 0) closeDialog();
}

/** Takes back what merges did beside the text of a transcript, or does it again, and shows what is there then. */
export async function takeBackMerge(
  transcriptId: TranscriptId,
  span: { readonly base: number; readonly sequence: number },
  again: boolean,
): Promise<void> {
  await flushAnnotations();
  await call('bundle.takeBack', { transcriptId, ...span, again });
  await Promise.all([loadSpeakers(), loadAnnotationKinds()]);
  const [annotations, notes] = await Promise.all([
    call('annotations.list', { transcriptId }),
    call('review.notes', { transcriptId }),
  ]);
  if (useSession.getState().opened?.transcript.id !== transcriptId) return;
  useSession.setState({ annotations: new Map(annotations.map((each) => [each.id, each])) });
  showNotes(notes);
}
