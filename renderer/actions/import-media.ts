import { encodePeaks } from '../../shared/audio/peaks-file.ts';
import type { GrantedFile } from '../../shared/ipc/contract.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { type AnalysisOptions, analyseMedia } from '../workers/analyse-media.ts';

/**
 * Takes one granted file into the library: looks at it, analyses it and keeps the envelope of its sound. Returns
 * the new recording, or the one that has this very file already. Rejects with a MinberError, the library as it
 * was; with the signal's reason when stopped.
 */
export async function importMedia(
  file: GrantedFile,
  options: Pick<AnalysisOptions, 'signal' | 'onProgress'>,
): Promise<RecordingId> {
  const { mediaId, name, known } = await call('media.probe', { grant: file.grant });
  if (known) return known;
  const { facts, peaks } = await analyseMedia(mediaId, name, options);
  const { language } = useSession.getState();
  const recordingId = await call('recording.import', { mediaId, facts, language });
  await call('media.keepPeaks', { mediaId, peaks: encodePeaks(peaks) }).catch((error: unknown) =>
    // The player makes them anew when they are not there.
    call('app.reportError', { message: `keeping the peaks of ${mediaId} failed: ${String(error)}` }),
  );
  return recordingId;
}
