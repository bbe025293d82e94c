import { basename } from 'node:path';
import { formatById } from '../../shared/formats/registry.ts';
import { translator } from '../../shared/i18n/i18n.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { listAnnotations, putAnnotation } from '../services/annotate.ts';
import {
  KINDS_FILE_NAME,
  listAnnotationKinds,
  putAnnotationKinds,
  readKinds,
  shareKinds,
} from '../services/annotation-kinds.ts';
import type { App } from '../services/app.ts';
import { listBackups } from '../services/back-up.ts';
import {
  changeRecording,
  destroyRecording,
  removeRecording,
  restoreRecording,
} from '../services/change-recording.ts';
import {
  listSpeakers,
  mergeSpeaker,
  putSpeaker,
  putSpeakers,
  removeSpeaker,
} from '../services/change-speakers.ts';
import { compareRevisions } from '../services/compare-revisions.ts';
import { exportToFolder, namesIn } from '../services/export-to-folder.ts';
import { exportFileName, exportTranscript, previewExport } from '../services/export-transcript.ts';
import { importMedia, probeMedia, relinkMedia } from '../services/import-media.ts';
import { importSample } from '../services/import-sample.ts';
import { isReadable, listLibrary } from '../services/list-library.ts';
import { markRevision, renameRevision } from '../services/mark-revision.ts';
import { keepAnalysis, readAnalysis } from '../services/media-analysis.ts';
import { openRecording, requireRecording } from '../services/open-recording.ts';
import { proposeImport } from '../services/propose-import.ts';
import { listHistory, listRevisions, readLogEntry } from '../services/read-history.ts';
import { restoreBackup } from '../services/restore-backup.ts';
import { restoreTranscript } from '../services/restore-transcript.ts';
import { hearBoundary, ignoreFinding, readReviewNotes, stopAudit } from '../services/review-notes.ts';
import { makeReviewReport, reportFileName, writeReviewReport } from '../services/review-report.ts';
import { saveTranscript } from '../services/save-transcript.ts';
import { searchLibrary } from '../services/search/search-library.ts';
import { setLanguage } from '../services/set-language.ts';
import { profileFileName, readProfile, shareProfile } from '../services/share-profile.ts';
import {
  createTranslation,
  removeTranslation,
  renameTranslation,
  restoreTranslation,
} from '../services/translations.ts';
import { verifyEditLog } from '../services/verify-edit-log.ts';
import { articleHandlers } from './article-handlers.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import { delegateHandlers } from './delegate-handlers.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './dispatch.ts';
import { type MediaChannel, mediaHandlers } from './media-handlers.ts';
import { quoteHandlers } from './quote-handlers.ts';
import { createTasks } from './tasks.ts';

/** Returns the handlers of the whole contract. */
export function createHandlers(app: App, desktop: Desktop): Handlers {
  const tasks = createTasks(desktop.tellProgress);
  return {
    ...programHandlers(app, desktop),
    ...recordingHandlers(app, desktop),
    ...transcriptHandlers(app, desktop),
    ...annotationHandlers(app, desktop),
    ...bundleHandlers(app, desktop, tasks),
    ...delegateHandlers(app, desktop),
    ...mediaHandlers(app, desktop),
    ...articleHandlers(app, desktop),
    ...quoteHandlers(app, desktop, tasks),
  };
}

type Part<Noun extends string> = Pick<Handlers, Extract<keyof Handlers, `${Noun}.${string}`>>;

function programHandlers(
  app: App,
  desktop: Desktop,
): Omit<Part<'app' | 'menu' | 'keys' | 'pedals' | 'settings' | 'files' | 'library'>, 'files.chooseArticle'> {
  return {
    'app.start': () => ({
      libraryPath: app.libraryPath,
      version: desktop.version,
      settings: app.settings(),
      systemLanguage: desktop.systemLanguage(),
      pending: app.grantFiles(desktop.takePendingPaths()),
    }),
    'app.openLogs': () => desktop.openLogs(),
    'app.reportError': ({ message }) => app.logger.error(`window: ${message}`),
    'app.closeReady': ({ saved }) => desktop.closeReady(saved),
    'menu.set': (menus) => desktop.setMenu(menus),
    'keys.takeEverywhere': (keys) => desktop.takeKeysEverywhere(keys),
    'pedals.choose': ({ deviceId }) => desktop.choosePedal(deviceId),
    'pedals.forget': (pedal) => desktop.forgetPedal(pedal),
    'settings.change': (change) => app.changeSettings(change),

    'files.chooseMedia': async () => app.grantFiles(await desktop.chooseMedia()),
    'files.grantDropped': ({ path }) => app.grantFile(path),
    'files.chooseTranscript': async () => {
      const path = await desktop.chooseTranscript();
      return path === null ? null : app.grantFile(path);
    },

    'files.chooseBundle': async () => {
      const path = await desktop.chooseBundle();
      return path === null ? null : app.grantFile(path);
    },

    'files.chooseFolder': async () => {
      const path = await desktop.chooseFolder();
      return path === null ? null : app.grantFile(path);
    },

    'library.list': (where) => listLibrary(app, where),
    'library.search': (input) => searchLibrary(app, input),
    'library.backups': () => listBackups(app),
    'library.backUp': () => app.backups.make(),
    'library.restore': ({ name }) => {
      restoreBackup(app, name);
      desktop.reloadWindow();
    },
  };
}

type SpeakerChannel = `speakers.${'list' | 'put' | 'putAll' | 'merge' | 'remove'}`;

function recordingHandlers(
  app: App,
  desktop: Desktop,
): Omit<Part<'media' | 'recording'>, MediaChannel> & Pick<Handlers, SpeakerChannel> {
  return {
    'media.probe': async ({ grant }) => {
      const { id, path, bytes, fingerprint, known } = await probeMedia(app, app.grantedPath(grant));
      return { mediaId: id, name: basename(path), bytes, fingerprint, known };
    },
    'media.peaks': ({ mediaId }) => readAnalysis(app, 'peaks', mediaId),
    'media.keepPeaks': ({ mediaId, peaks }) => keepAnalysis(app, 'peaks', mediaId, peaks),
    'media.speech': ({ mediaId }) => readAnalysis(app, 'speech', mediaId),
    'media.keepSpeech': ({ mediaId, speech }) => keepAnalysis(app, 'speech', mediaId, speech),
    'media.relink': (input) => relinkMedia(app, input),

    'recording.import': (input) => importMedia(app, input),
    'recording.importSample': () => importSample(app),
    'recording.open': ({ recordingId, ...choice }) => openRecording(app, recordingId, choice),
    'recording.change': ({ recordingId, change }) => changeRecording(app, recordingId, change),
    'recording.remove': ({ recordingId }) => removeRecording(app, recordingId),
    'recording.restore': ({ recordingId }) => restoreRecording(app, recordingId),
    'recording.destroy': ({ recordingId }) => destroyRecording(app, recordingId),
    'recording.showInFolder': async ({ recordingId }) => {
      const { path } = requireRecording(app.library, recordingId).media;
      if (!(await isReadable(path))) throw new MinberError('file-missing', { name: basename(path) });
      desktop.showInFolder(path);
    },

    'speakers.list': () => listSpeakers(app),
    'speakers.put': (speaker) => putSpeaker(app, speaker),
    'speakers.putAll': (speakers) => putSpeakers(app, speakers),
    'speakers.merge': ({ speakerId, into }) => mergeSpeaker(app, speakerId, into),
    'speakers.remove': ({ speakerId }) => removeSpeaker(app, speakerId),
  };
}

function transcriptHandlers(
  app: App,
  desktop: Desktop,
): Part<'transcript' | 'translation' | 'history' | 'review' | 'export' | 'profile'> {
  return {
    'translation.create': (input) => createTranslation(app, input),
    'translation.remove': ({ transcriptId }) => removeTranslation(app, transcriptId),
    'translation.restore': ({ transcriptId }) => restoreTranslation(app, transcriptId),
    'translation.rename': ({ transcriptId, ...change }) => renameTranslation(app, transcriptId, change),

    'transcript.save': (input) => saveTranscript(app, input),
    'transcript.logEntry': (input) => readLogEntry(app, input),
    'transcript.setLanguage': ({ transcriptId, language }) => setLanguage(app, transcriptId, language),
    'transcript.readFile': ({ grant, language, choices }) =>
      proposeImport(app, app.grantedPath(grant), language, choices),

    'history.list': (input) => listHistory(app, input),
    'history.revisions': ({ transcriptId }) => listRevisions(app, transcriptId),
    'history.mark': (input) => markRevision(app, input),
    'history.rename': ({ revisionId, name }) => renameRevision(app, revisionId, name),
    'history.compare': (input) => compareRevisions(app, input),
    'history.restore': (input) => restoreTranscript(app, input),
    'history.verify': ({ transcriptId }) => verifyEditLog(app, transcriptId),

    'review.notes': ({ transcriptId }) => readReviewNotes(app, transcriptId),
    'review.ignore': (input) => ignoreFinding(app, input),
    'review.hear': (input) => hearBoundary(app, input),
    'review.stopAudit': ({ transcriptId, place }) => stopAudit(app, transcriptId, place),
    'review.writeReport': async ({ transcriptId, form, language }) => {
      const report = await makeReviewReport(app, transcriptId);
      const label = translator(language)('review.reportOf.title');
      const defaultName = reportFileName(report, label, form);
      const path = await desktop.chooseSavePath({ defaultName, extension: form });
      if (path === null) return null;
      const print = form === 'pdf' ? desktop.printToPdf : undefined;
      return writeReviewReport(app, report, language, path, print);
    },

    'export.preview': (input) => previewExport(app, input),
    'export.write': async (input) => {
      const extension = formatById(input.format).extensions[0] ?? input.format;
      const defaultName = exportFileName(app, input.transcriptId, extension);
      const path = await desktop.chooseSavePath({ defaultName, extension });
      if (path === null) return null;
      const { bytes, warnings } = await exportTranscript(app, input, path);
      return { path, bytes, warnings: [...warnings] };
    },
    'export.toFolder': async ({ folder: grant, ...input }) => {
      const folder = app.grantedPath(grant);
      const isTaken = await namesIn(folder);
      const { path, warnings, withheld } = await exportToFolder(app, input, folder, isTaken);
      return { path, name: basename(path), withheld, warnings: [...warnings] };
    },
    'profile.share': async (profile) => {
      const path = await desktop.chooseSavePath(profileFileName(profile));
      return path === null ? null : shareProfile(app, profile, path);
    },
    'profile.add': async () => {
      const path = await desktop.chooseProfile();
      return path === null ? null : readProfile(path);
    },
    'export.show': ({ path }) => {
      if (!app.exported.has(path))
        throw new MinberError('bad-request', {}, new Error(`not exported: ${path}`));
      desktop.showInFolder(path);
    },
  };
}

function annotationHandlers(app: App, desktop: Desktop): Part<'annotations' | 'annotationKinds'> {
  return {
    'annotations.list': ({ transcriptId }) => listAnnotations(app, transcriptId),
    'annotations.put': (input) => putAnnotation(app, input),
    'annotationKinds.list': () => listAnnotationKinds(app),
    'annotationKinds.put': (kinds) => putAnnotationKinds(app, kinds),
    'annotationKinds.share': async () => {
      const path = await desktop.chooseSavePath(KINDS_FILE_NAME);
      return path === null ? null : shareKinds(app, path);
    },
    'annotationKinds.read': async () => {
      const path = await desktop.chooseKinds();
      return path === null ? null : readKinds(path);
    },
  };
}
