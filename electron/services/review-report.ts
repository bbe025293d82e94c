import { decodePeaks } from '../../shared/audio/peaks-file.ts';
import { withhold } from '../../shared/formats/withhold.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import type { Language } from '../../shared/model/language.ts';
import { countOpenAnnotations } from '../../shared/review/open-annotations.ts';
import { reportHtml } from '../../shared/review/report/report-html.ts';
import { type ReviewReport, reviewReport } from '../../shared/review/report/review-report.ts';
import { knownSpeech } from '../../shared/speech/known-speech.ts';
import { listAnnotations } from '../database/annotation-store.ts';
import type { App } from './app.ts';
import { freeFileName } from './export-names.ts';
import { transcriptDocument } from './export-transcript.ts';
import { requireRecording } from './open-recording.ts';
import { readReviewNotes } from './review-notes.ts';
import { requireTranscript } from './save-transcript.ts';
import { writeExport } from './write-transcript-file.ts';

type Reporting = Pick<App, 'library' | 'now' | 'settings' | 'analyses'>;

/** Returns how the review of a transcript stands in what is saved. Rejects with `not-found`. */
export async function makeReviewReport(app: Reporting, id: TranscriptId): Promise<ReviewReport> {
  const { sequence, headHash, number, recordingId } = requireTranscript(app.library, id);
  const whole = transcriptDocument(app.library, id, { includeWithheld: true });
  const annotations = listAnnotations(app.library, number);
  const { authorName, reviewThresholds, speechSureness, shortestPauseMs } = app.settings();
  const { fingerprint } = requireRecording(app.library, recordingId).media;
  const peaks = await app.analyses.read('peaks', fingerprint);
  const speech = knownSpeech(await app.analyses.read('speech', fingerprint), peaks && decodePeaks(peaks), {
    sureness: speechSureness,
    shortestPauseMs,
  });
  return reviewReport({
    whole,
    outgoing: withhold(whole).document,
    notes: readReviewNotes(app, id),
    given: { thresholds: reviewThresholds, speech },
    openAnnotationsOf: countOpenAnnotations(new Map(annotations.map((each) => [each.id, each]))),
    sequence,
    headHash,
    madeAt: app.now().toISOString(),
    madeBy: authorName,
  });
}

/** Returns the name that a report is offered under. */
export function reportFileName({ document }: ReviewReport, label: string, extension: string): string {
  return freeFileName(`${document.title} – ${label}`, extension, () => false);
}

/**
 * Writes a report to `path`, whole or not at all. `print` makes a PDF of a page; absent, the page itself is written.
 * Rejects with a MinberError: `disk-full`, `export-failed`.
 */
export async function writeReviewReport(
  { exported }: Pick<App, 'exported'>,
  report: ReviewReport,
  language: Language,
  path: string,
  print?: (html: string) => Promise<Uint8Array>,
): Promise<{ readonly path: string }> {
  const html = reportHtml(report, language);
  await writeExport(path, async () => (print ? print(html) : new TextEncoder().encode(html)));
  exported.add(path);
  return { path };
}
