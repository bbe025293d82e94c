import { MinberError } from '../../shared/ipc/errors.ts';
import type { MediaId } from '../../shared/model/ids.ts';
import { mediaFingerprint } from '../database/recording-store.ts';
import type { App } from './app.ts';

type PeaksAccess = Pick<App, 'library' | 'probed' | 'peaks'>;

/** Returns the analysis kept of a medium, or null when there is none. Throws `not-found` for an unknown medium. */
export function readPeaks(app: PeaksAccess, id: MediaId): Promise<Uint8Array<ArrayBuffer> | null> {
  return app.peaks.read(requireFingerprint(app, id));
}

/** Keeps the analysis of a medium, probed or in the library. Throws `not-found` for an unknown medium. */
export function keepPeaks(app: PeaksAccess, id: MediaId, peaks: Uint8Array): Promise<void> {
  return app.peaks.write(requireFingerprint(app, id), peaks);
}

function requireFingerprint({ library, probed }: PeaksAccess, id: MediaId): string {
  const fingerprint = probed.get(id)?.fingerprint ?? mediaFingerprint(library, id);
  if (fingerprint === null) throw new MinberError('not-found', {}, new Error(`no media ${id}`));
  return fingerprint;
}
