import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import type { App } from '../services/app.ts';
import { listLibrary } from '../services/list-library.ts';
import { CommandFailure, type Context } from './command.ts';

/**
 * Returns the recordings that are meant by ids or titles; null: all outside the bin. A title is taken as it is
 * written, else whatever its case. Throws CommandFailure for one that is not there, or a title of several.
 */
export async function chooseRecordings(
  app: App,
  names: readonly string[] | null,
  context: Context,
): Promise<readonly RecordingSummary[]> {
  const recordings = await listLibrary(app, { bin: false });
  if (names === null) return recordings;
  return [...new Set(names.map((name) => recordingNamed(recordings, name, context)))];
}

function recordingNamed(
  recordings: readonly RecordingSummary[],
  name: string,
  { t }: Context,
): RecordingSummary {
  const sameId = recordings.find(({ id }) => id === name.toLowerCase());
  if (sameId) return sameId;
  const sameTitle = [plain, folded].map((form) =>
    recordings.filter(({ title }) => form(title) === form(name)),
  );
  const found = sameTitle.find((each) => each.length > 0) ?? [];
  if (found.length > 1)
    throw new CommandFailure(t('cli.manyRecordings', { name, ids: found.map(({ id }) => id).join(', ') }));
  const [recording] = found;
  if (!recording) throw new CommandFailure(t('cli.noRecording', { name }));
  return recording;
}

const plain = (title: string) => title.normalize('NFC').trim();
const folded = (title: string) => plain(title).toLowerCase();
