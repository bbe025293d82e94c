import { basename } from 'node:path';
import type { ArticleContent } from '../../../shared/model/article.ts';
import type { ArticleId, RecordingId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/language.ts';
import { markVerifier } from '../../../shared/press/match/verify-marks.ts';
import { evidenceHtml } from '../../../shared/press/report/evidence-html.ts';
import {
  type EvidenceReport,
  evidenceReport,
  type ReportedRecording,
} from '../../../shared/press/report/evidence-report.ts';
import { listRecordings } from '../../database/recording-store.ts';
import { listSpeakers } from '../../database/speaker-store.ts';
import type { App } from '../app.ts';
import { freeFileName } from '../export-names.ts';
import { type RecordingTracks, recordingTracks } from '../recording-tracks.ts';
import { writeExport } from '../write-transcript-file.ts';
import { openArticle } from './articles.ts';

type Reporting = Pick<App, 'library' | 'now' | 'author'>;

/** Returns the evidence for a saved article in its recordings, in all of the library where it names none. Throws `not-found`. */
export function articleEvidence(app: Reporting, id: ArticleId): EvidenceReport {
  const article = openArticle(app, id);
  const ids: readonly RecordingId[] =
    article.recordingIds.length > 0
      ? article.recordingIds
      : listRecordings(app.library, { bin: false }).map((recording) => recording.id);
  return makeEvidence(
    app,
    article,
    ids.map((recordingId) => recordingTracks(app, recordingId)),
  );
}

/** Returns the evidence for an article in these recordings; those in which something was found are named. */
export function makeEvidence(
  { library, now, author }: Reporting,
  { title, text, marks }: ArticleContent & { readonly title: string },
  sought: readonly RecordingTracks[],
): EvidenceReport {
  const speakers = new Map(listSpeakers(library).map((speaker) => [speaker.id, speaker]));
  const report = evidenceReport({
    title,
    content: { text, marks },
    madeAt: now().toISOString(),
    madeBy: author(),
    recordings: sought.map(reported),
    verifier: markVerifier(
      sought.flatMap(({ tracks }) => tracks),
      speakers,
    ),
  });
  const used = new Set(report.quotations.map(({ recordingId }) => recordingId));
  const recordings = report.recordings.filter(({ id }) => used.has(id));
  return { ...report, recordings: recordings.length > 0 ? recordings : report.recordings };
}

function reported({ recording, transcripts }: RecordingTracks): ReportedRecording {
  const { id, title, date, media } = recording;
  return {
    id,
    title,
    date,
    mediaName: basename(media.path.replace(/\\/g, '/')),
    mediaSha256: media.sha256,
    transcripts: transcripts.map(({ language, kind, sequence, headHash }) => ({
      language,
      kind,
      sequence,
      headHash,
    })),
  };
}

/** Returns the name that a report is offered under. */
export function evidenceFileName({ title }: EvidenceReport, label: string, extension: string): string {
  return freeFileName(`${title} – ${label}`, extension, () => false);
}

/**
 * Writes a report to `path`, whole or not at all. `print` makes a PDF of a page; absent, the page itself is written.
 * Rejects with a MinberError: `disk-full`, `export-failed`.
 */
export async function writeEvidence(
  { exported }: Pick<App, 'exported'>,
  report: EvidenceReport,
  language: Language,
  path: string,
  print?: (html: string) => Promise<Uint8Array>,
): Promise<{ readonly path: string }> {
  const html = evidenceHtml(report, language);
  await writeExport(path, async () => (print ? print(html) : new TextEncoder().encode(html)));
  exported.add(path);
  return { path };
}
