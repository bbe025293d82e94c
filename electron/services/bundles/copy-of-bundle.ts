import { type MediaId, newId, type RecordingId, type TranscriptId } from '../../../shared/model/ids.ts';
import type { Bundle } from './read-bundle.ts';

/**
 * Returns a bundle whose recording, media, transcript, turns, annotations and batches have ids of their own, and which is a share of
 * nothing. The chain of its log is another then: it must be written anew. Speakers stay who they are.
 */
export function copyOfBundle(bundle: Bundle): Bundle {
  const names = new Map<string, string>();
  const rename = (id: string) => {
    if (!names.has(id)) names.set(id, newId());
  };
  const { translations } = bundle.side;
  for (const { turns, annotations } of [bundle.side, ...translations])
    for (const { id } of [...turns, ...annotations]) rename(id);
  for (const { id } of translations) rename(id);
  for (const { batchId, put, removed } of bundle.history?.edits ?? []) {
    rename(batchId);
    for (const { id } of JSON.parse(put) as { id: string }[]) rename(id);
    for (const id of JSON.parse(removed) as string[]) rename(id);
  }
  const { manifest, history } = bundle;
  const edits = history?.edits.map((row) => ({
    ...row,
    batchId: names.get(row.batchId) ?? row.batchId,
    put: JSON.stringify(renamed(JSON.parse(row.put), names)),
    removed: JSON.stringify(renamed(JSON.parse(row.removed), names)),
  }));
  return {
    ...bundle,
    manifest: {
      ...manifest,
      take: null,
      recording: {
        ...manifest.recording,
        id: newId<RecordingId>(),
        title: `${manifest.recording.title} (2)`,
      },
      media: { ...manifest.media, id: newId<MediaId>() },
      transcript: { ...manifest.transcript, id: newId<TranscriptId>() },
    },
    side: renamed(bundle.side, names),
    history: history && { ...history, edits: edits ?? [], turns: renamed(history.turns, names) },
  };
}

/** Returns a value with every string that is one of the old names replaced by the new one. */
function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return (names.get(value) ?? value) as T;
  if (Array.isArray(value)) return value.map((each) => renamed(each, names)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, inOrder(key, renamed(each, names))]),
  ) as T;
}

/** The annotations that stand on a text are sorted by their ids, which are others now. */
const inOrder = (key: string, value: unknown): unknown =>
  key === 'annotations' && Array.isArray(value) && typeof value[0] === 'string' ? value.sort() : value;
