import { encodePeaks } from '../../shared/audio/peaks-file.ts';
import type { GrantedFile, MediaFacts } from '../../shared/ipc/contract.ts';
import type { MediaId, RecordingId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { type AnalysisOptions, analyseMedia, canPlay, mediaUrl } from '../workers/analyse-media.ts';

type Options = AnalysisOptions & { readonly signal: AbortSignal };

/**
 * Takes one granted file into the library. Where ffmpeg is there, the file is only looked at, and its sound is read in the
 * background; else it is analysed here first. Returns the new recording, or the one that has this very file already.
 * Rejects with a MinberError, the library as it was; with the signal's reason when stopped.
 */
export async function importMedia(file: GrantedFile, options: Options): Promise<RecordingId> {
  const { mediaId, name, known } = await call('media.probe', { grant: file.grant });
  if (known) return known;
  const facts = await examineMedia(mediaId, options.signal);
  if (facts) return addRecording(mediaId, facts);
  const analysis = await analyseMedia(mediaId, name, options);
  const recordingId = await addRecording(mediaId, analysis.facts);
  await call('media.keepPeaks', { mediaId, peaks: encodePeaks(analysis.peaks) }).catch((error: unknown) =>
    // The player makes them anew when they are not there.
    call('app.reportError', { message: `keeping the peaks of ${mediaId} failed: ${String(error)}` }),
  );
  return recordingId;
}

/** Returns what a probed file is; null when the window must find out by itself. */
export async function examineMedia(mediaId: MediaId, signal: AbortSignal): Promise<MediaFacts | null> {
  const looked = await call('media.examine', { mediaId, refused: false });
  signal.throwIfAborted();
  if (!looked.byFfmpeg) return null;
  if (looked.setup.proxy !== null || (await canPlay(mediaUrl(mediaId), signal))) return looked.facts;
  const { facts } = await call('media.examine', { mediaId, refused: true });
  signal.throwIfAborted();
  return facts;
}

const addRecording = (mediaId: MediaId, facts: MediaFacts) =>
  call('recording.import', { mediaId, facts, language: useSession.getState().language });
