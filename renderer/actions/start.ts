import { z } from 'zod';
import { call, listen } from '../api/client.ts';
import { ports, type SessionState, useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';
import { importRecordings } from './import-recordings.ts';
import { touchLibrary } from './recordings.ts';
import { loadSpeakers } from './speakers.ts';

// The content security policy allows no code made from text, which zod would otherwise try.
z.config({ jitless: true });

/** Reads what the window needs to show itself, and listens to the main process. */
export async function startSession(): Promise<void> {
  const [{ settings, systemLanguage, libraryPath, version, pending }] = await Promise.all([
    call('app.start'),
    loadSpeakers(),
  ]);
  useSession.setState({ settings, language: settings.language ?? systemLanguage, libraryPath, version });
  listen('closing', () => void answerClosing());
  listen('media-jobs', ({ jobs }) => showJobs(jobs));
  void call('media.jobs').then(showJobs);
  listen('files-opened', ({ files }) => void importRecordings(files));
  if (pending.length > 0) void importRecordings(pending);
}

/** A medium that is done may have another length, which the list shows. */
function showJobs(mediaJobs: SessionState['mediaJobs']): void {
  const isFewer = mediaJobs.length < useSession.getState().mediaJobs.length;
  useSession.setState({ mediaJobs });
  if (isFewer) touchLibrary();
}

/** Writes what is not saved, then lets the window close; keeps it open when writing fails. */
async function answerClosing(): Promise<void> {
  try {
    await ports.editor?.flush();
    await ports.article?.flush();
    await call('app.closeReady', { saved: true });
  } catch (error) {
    tellFailure(error);
    await call('app.closeReady', { saved: false });
  }
}
