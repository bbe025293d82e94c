import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { BUNDLE_EXTENSION } from '../../../shared/bundle/manifest.ts';
import type { Take } from '../../../shared/bundle/takes.ts';
import type { RecordingId } from '../../../shared/model/ids.ts';
import { freeFileName } from '../export-names.ts';
import { namesIn } from '../export-to-folder.ts';
import { requireRecording } from '../open-recording.ts';
import type { SmallSound } from './small-sound.ts';
import {
  type BundleApp,
  type BundleChoices,
  type WorkOptions,
  withSmallSoundFor,
  writeWith,
} from './write-bundle.ts';

/**
 * Writes a bundle for each take into a folder, named after the recording and the colleague; nothing there is written
 * over. Returns the paths. Rejects as `writeBundle` does; the bundles written before that stay.
 */
export async function splitTakes(
  app: BundleApp,
  recordingId: RecordingId,
  takes: readonly Omit<Take, 'id'>[],
  choices: Omit<BundleChoices, 'take'>,
  folder: string,
  work: WorkOptions = {},
): Promise<readonly string[]> {
  // What all of them hold is made once.
  return withSmallSoundFor(app, recordingId, choices, work, (small, rest) =>
    writeTakes(app, recordingId, takes, choices, folder, small, rest),
  );
}

async function writeTakes(
  app: BundleApp,
  recordingId: RecordingId,
  takes: readonly Omit<Take, 'id'>[],
  choices: Omit<BundleChoices, 'take'>,
  folder: string,
  small: SmallSound | null,
  { signal, onProgress }: WorkOptions,
): Promise<readonly string[]> {
  const { title } = requireRecording(app.library, recordingId);
  const paths: string[] = [];
  for (const [index, take] of takes.entries()) {
    const name = freeFileName(`${title} – ${take.name}`, BUNDLE_EXTENSION, await namesIn(folder));
    const own = { ...choices, take: { ...take, id: randomUUID() } };
    const onPart = (fraction: number) => onProgress?.((index + fraction) / takes.length);
    const { path } = await writeWith(app, recordingId, own, join(folder, name), small, {
      signal,
      onProgress: onPart,
    });
    paths.push(path);
  }
  return paths;
}
