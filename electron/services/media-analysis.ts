import { MinberError } from '../../shared/ipc/errors.ts';
import type { MediaId } from '../../shared/model/ids.ts';
import { mediaFingerprint } from '../database/recording-store.ts';
import type { AnalysisKind } from '../media/analysis-cache.ts';
import type { App } from './app.ts';

type AnalysisAccess = Pick<App, 'library' | 'probed' | 'analyses'>;

/** Returns the analysis kept of a medium, or null when there is none. Throws `not-found` for an unknown medium. */
export function readAnalysis(
  app: AnalysisAccess,
  kind: AnalysisKind,
  id: MediaId,
): Promise<Uint8Array<ArrayBuffer> | null> {
  return app.analyses.read(kind, requireFingerprint(app, id));
}

/** Keeps the analysis of a medium, probed or in the library. Throws `not-found` for an unknown medium. */
export function keepAnalysis(
  app: AnalysisAccess,
  kind: AnalysisKind,
  id: MediaId,
  bytes: Uint8Array,
): Promise<void> {
  return app.analyses.write(kind, requireFingerprint(app, id), bytes);
}

function requireFingerprint({ library, probed }: AnalysisAccess, id: MediaId): string {
  const fingerprint = probed.get(id)?.fingerprint ?? mediaFingerprint(library, id);
  if (fingerprint === null) throw new MinberError('not-found', {}, new Error(`no media ${id}`));
  return fingerprint;
}
