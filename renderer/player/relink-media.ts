import { encodePeaks } from '../../shared/audio/peaks-file.ts';
import type { MediaFacts } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { MediaId, RecordingId } from '../../shared/model/ids.ts';
import { examineMedia } from '../actions/import-media.ts';
import { closeRecording, openRecording } from '../actions/recordings.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { tell } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { type AnalysisOptions, analyseMedia } from '../workers/analyse-media.ts';

/** A file that a person chose for a recording, though it is another one. */
export interface OtherFile {
  readonly mediaId: MediaId;
  readonly name: string;
  readonly bytes: number;
  readonly facts: MediaFacts;
}

/**
 * Asks where the file of a recording is now, and opens the recording anew with it. Returns the file when it is
 * another one, which is the person's to decide; else null, also when nothing was chosen.
 */
export async function relinkMedia(recordingId: RecordingId): Promise<OtherFile | null> {
  const [file] = await call('files.chooseMedia');
  if (!file) return null;
  const { mediaId, name, bytes } = await call('media.probe', { grant: file.grant });
  try {
    await call('media.relink', { recordingId, mediaId, facts: null });
  } catch (error) {
    if (!(error instanceof MinberError && error.code === 'media-differs')) throw error;
    const { facts } = await call('media.examine', { mediaId, refused: false });
    return { mediaId, name, bytes, facts };
  }
  await reopen(recordingId);
  return null;
}

/** Looks where the file may have been moved to, and opens the recording anew with it; false when it was not found. */
export async function findMoved(recordingId: RecordingId): Promise<boolean> {
  const found = await call('media.findMoved', { recordingId });
  if (!found) return false;
  const isStillOpen = useSession.getState().opened?.recording.id === recordingId;
  if (isStillOpen) await reopen(recordingId);
  tell(translateTo(useSession.getState().language)('player.foundAt', { path: found.media.path }));
  return true;
}

/** Takes another file for a recording after all: it is analysed first, and refused when it cannot be played. */
export async function acceptOtherFile(
  recordingId: RecordingId,
  { mediaId, name }: OtherFile,
  options: AnalysisOptions & { readonly signal: AbortSignal },
): Promise<void> {
  const examined = await examineMedia(mediaId, options.signal);
  if (examined) await call('media.relink', { recordingId, mediaId, facts: examined });
  else {
    const { facts, peaks } = await analyseMedia(mediaId, name, options);
    const { media } = await call('media.relink', { recordingId, mediaId, facts });
    await call('media.keepPeaks', { mediaId: media.id, peaks: encodePeaks(peaks) });
  }
  await reopen(recordingId);
}

async function reopen(recordingId: RecordingId): Promise<void> {
  await closeRecording();
  await openRecording(recordingId);
}
