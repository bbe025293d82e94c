import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import { CHECK_IDS, type CheckId } from '../../shared/review/check.ts';
import type { BoundaryPlace, ReviewNotes } from '../../shared/review/review-notes.ts';
import {
  auditStop,
  listHeard,
  listIgnored,
  putHeard,
  putIgnored,
  removeIgnored,
  setAuditStop,
} from '../database/review-store.ts';
import type { App, LibraryAccess } from './app.ts';
import { requireTranscript } from './save-transcript.ts';

/** Returns what a review has kept beside the text. Throws `not-found`. */
export function readReviewNotes({ library }: Pick<LibraryAccess, 'library'>, id: TranscriptId): ReviewNotes {
  const { number } = requireTranscript(library, id);
  const ignored = listIgnored(library, number).flatMap((each) => {
    const check = CHECK_IDS.find((known) => known === each.check);
    return check ? [{ ...each, check }] : [];
  });
  return { ignored, heard: listHeard(library, number), stoppedAt: auditStop(library, number) };
}

type Named = Pick<App, 'library' | 'now' | 'settings'>;

const byNow = ({ now, settings }: Named) => ({ by: settings().authorName, at: now().toISOString() });

/** Lets a finding be, for a reason; null: no longer. Returns what is kept then. Throws `not-found`. */
export function ignoreFinding(
  app: Named,
  input: {
    readonly transcriptId: TranscriptId;
    readonly turnId: TurnId;
    readonly check: CheckId;
    readonly reason: string | null;
  },
): ReviewNotes {
  const { transcriptId, turnId, check, reason } = input;
  app.library.write((db) => {
    const { number } = requireTranscript(db, transcriptId);
    if (reason === null) removeIgnored(db, number, turnId, check);
    else putIgnored(db, number, { turnId, check, reason, ...byNow(app) });
  });
  return readReviewNotes(app, transcriptId);
}

/** Notes that a boundary was found right where it is now. Throws `not-found`. */
export function hearBoundary(
  app: Named,
  input: BoundaryPlace & { readonly transcriptId: TranscriptId; readonly atMs: number },
): void {
  const { transcriptId, turnId, edge, atMs } = input;
  app.library.write((db) =>
    putHeard(db, requireTranscript(db, transcriptId).number, { turnId, edge, atMs, ...byNow(app) }),
  );
}

/** Remembers where listening stopped. Throws `not-found`. */
export function stopAudit(
  { library }: LibraryAccess,
  transcriptId: TranscriptId,
  place: BoundaryPlace | null,
): void {
  library.write((db) => setAuditStop(db, requireTranscript(db, transcriptId).number, place));
}
