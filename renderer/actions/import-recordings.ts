import { formatForFile } from '../../shared/formats/registry.ts';
import type { GrantedFile } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { call, grantDropped } from '../api/client.ts';
import { type ImportTask, useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';
import { isArticleFile, offerArticleFile } from './articles.ts';
import { isBundle, openBundles } from './bundles.ts';
import { importDelegates } from './delegates.ts';
import { importMedia } from './import-media.ts';
import { lookAtTranscripts } from './import-transcript.ts';
import { openRecording, touchLibrary } from './recordings.ts';

const stoppers = new Map<string, AbortController>();
let working = false;

const changeTask = (grant: string, change: Partial<ImportTask>) =>
  useSession.setState(({ imports }) => ({
    imports: imports.map((task) => (task.grant === grant ? { ...task, ...change } : task)),
  }));

/** Forgets an import: stops it when it runs, takes it off the list when it waits or has failed. */
export function dismissImport(grant: string): void {
  stoppers.get(grant)?.abort();
  useSession.setState(({ imports }) => ({ imports: imports.filter((task) => task.grant !== grant) }));
}

/** Asks for recordings and imports them. */
export async function chooseAndImport(): Promise<void> {
  await importRecordings(await call('files.chooseMedia'));
}

/**
 * Takes what was dropped: transcripts go into the open recording, a table into the delegate list where that is shown;
 * elsewhere a text is taken for an article; everything else is imported.
 */
export async function importDropped(files: Iterable<File>): Promise<void> {
  try {
    const [first] = files;
    const { screen, opened } = useSession.getState();
    if (first && !opened && screen === 'delegates' && /\.(?:xlsx|csv|tsv|txt)$/i.test(first.name)) {
      await importDelegates(first);
      return;
    }
    const granted = await grantDropped(files);
    const inRecording = useSession.getState().opened !== null;
    const isTranscript = ({ name }: GrantedFile) => inRecording && formatForFile(name)?.read !== undefined;
    const others = granted.filter((file) => !isTranscript(file));
    lookAtTranscripts(granted.filter(isTranscript));
    const [article] = others.filter(isArticleFile);
    if (article) await offerArticleFile(article);
    await importRecordings(others.filter((file) => !isArticleFile(file)));
  } catch (error) {
    tellFailure(error);
  }
}

/**
 * Queues files and works the queue off one by one; the only file of a queue is opened when it is ready. Bundles are shown
 * first.
 */
export async function importRecordings(files: readonly GrantedFile[]): Promise<void> {
  void openBundles(files.filter(isBundle)).catch(tellFailure);
  const recordings = files.filter((file) => !isBundle(file));
  if (recordings.length === 0) return;
  const added = recordings.map((file): ImportTask => ({ ...file, fraction: null, failure: null }));
  useSession.setState(({ imports }) => ({ imports: [...imports, ...added] }));
  if (working) return;
  working = true;
  try {
    let count = 0;
    for (let task = nextTask(); task; task = nextTask()) await importOne(task, count++ === 0);
  } finally {
    working = false;
  }
}

const nextTask = () => useSession.getState().imports.find((task) => task.failure === null);

async function importOne(task: ImportTask, isFirst: boolean): Promise<void> {
  const stopper = new AbortController();
  stoppers.set(task.grant, stopper);
  try {
    const recordingId = await importMedia(task, {
      signal: stopper.signal,
      onProgress: (fraction) => changeTask(task.grant, { fraction }),
    });
    dismissImport(task.grant);
    touchLibrary();
    const isOnly = isFirst && nextTask() === undefined;
    if (isOnly && useSession.getState().opened === null) await openRecording(recordingId);
  } catch (error) {
    if (stopper.signal.aborted) return;
    changeTask(task.grant, {
      failure: error instanceof MinberError ? error : new MinberError('unexpected', {}, error),
    });
  } finally {
    stoppers.delete(task.grant);
  }
}
