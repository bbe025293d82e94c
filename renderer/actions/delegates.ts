import type { SheetForm } from '../../shared/delegates/sheet-forms.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { tell } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { openDialog } from './dialogs.ts';
import { closeRecording } from './recordings.ts';
import { draftSpeaker, loadSpeakers } from './speakers.ts';

/** Shows the delegate list in place of what is open; what was open is written first. */
export async function showDelegates(): Promise<void> {
  await ports.article?.flush();
  if (useSession.getState().opened) await closeRecording();
  if (useSession.getState().opened) return;
  await loadSpeakers();
  useSession.setState({ screen: 'delegates', articles: null, article: null });
}

/** Goes back from the delegate list to the library. */
export function leaveDelegates(): void {
  useSession.setState({ screen: 'library' });
}

/** Opens the dialog of a delegate; one that the library does not have is added by it. */
export function editDelegate(speaker: Speaker): void {
  useSession.setState({ delegate: speaker });
  openDialog('delegate');
}

/** Opens the dialog for somebody new, with a name where one is known. */
export function addDelegate(name = ''): void {
  const { language } = useSession.getState();
  editDelegate({ ...draftSpeaker(), name: name === '' ? {} : { [language]: name } });
}

/** Asks who is the same person as `speaker`. */
export function mergeDelegate(speaker: Speaker): void {
  useSession.setState({ delegate: speaker });
  openDialog('merge-delegate');
}

/** Shows entries that may be one person, pair by pair. */
export async function findDuplicates(): Promise<void> {
  await loadSpeakers();
  openDialog('duplicates');
}

/** Looks at a delegate list, and writes nothing before a person says so. */
export async function importDelegates(file: File): Promise<void> {
  await loadSpeakers();
  useSession.setState({ delegateFile: file });
  openDialog('import-delegates');
}

/** Asks for a delegate list (Excel or text) and looks at it. */
export async function chooseDelegates(): Promise<void> {
  const chosen = await call('delegates.choose');
  if (chosen) await importDelegates(new File([new Uint8Array(chosen.bytes)], chosen.name));
}

/** Asks where to, and writes the delegate list there. */
export async function exportDelegates(form: SheetForm): Promise<void> {
  const { language } = useSession.getState();
  const written = await call('delegates.export', { form, language });
  if (!written) return;
  const t = translateTo(language);
  tell(t('delegates.exported', { name: written.name }), {
    label: t('export.show'),
    run: () => void call('export.show', { path: written.path }),
  });
}
