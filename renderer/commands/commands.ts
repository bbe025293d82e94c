import { isInTake } from '../../shared/bundle/takes.ts';
import { PANEL_TABS, type PanelTab } from '../../shared/ipc/schemas.ts';
import type { Language } from '../../shared/model/language.ts';
import type { Recording } from '../../shared/model/recording.ts';
import { TAG_KINDS } from '../../shared/model/turn.ts';
import { proposeTurns } from '../../shared/speech/propose-turns.ts';
import { closeArticle, leaveArticles } from '../actions/articles.ts';
import { chooseBundle, exportBundle, splitTakes } from '../actions/bundles.ts';
import {
  addDelegate,
  chooseDelegates,
  findDuplicates,
  leaveDelegates,
  showDelegates,
} from '../actions/delegates.ts';
import { openDialog } from '../actions/dialogs.ts';
import { redoDirectory, undoDirectory } from '../actions/directory.ts';
import { goToNextFinding } from '../actions/findings.ts';
import { chooseAndImport } from '../actions/import-recordings.ts';
import { importTranscript } from '../actions/import-transcript.ts';
import { showPanel } from '../actions/panel.ts';
import { closeRecording } from '../actions/recordings.ts';
import { compareWithNow } from '../actions/revisions.ts';
import { changeSettings } from '../actions/settings.ts';
import { speakerByNumber } from '../actions/speaker-numbers.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { annotationCommands } from './annotation-commands.ts';
import { articleCommands } from './article-commands.ts';
import { type Command, type CommandId, command } from './command.ts';
import { playCommands, speechCommands, waveCommands } from './play-commands.ts';
import { quoteCommands } from './quote-commands.ts';
import { translationCommands } from './translation-commands.ts';

const session = () => useSession.getState();
const opened = () => session().opened !== null;
const hasPlayback = () => ports.playback !== null;
const hasEditor = () => ports.editor !== null;
/** A text that can be edited is open. */
const hasText = () => hasEditor() || ports.article !== null;
/** Another screen than the library's is shown. */
const isAway = () => opened() || session().articles !== null || inDelegates();
const inDelegates = () => !opened() && session().articles === null && session().screen === 'delegates';
const canUndo = () => hasText() || inDelegates();
const undo = () => (hasText() ? (ports.editor ?? ports.article)?.undo() : undoDirectory());
const redo = () => (hasText() ? (ports.editor ?? ports.article)?.redo() : redoDirectory());

async function showLibrary() {
  if (session().article) await closeArticle();
  if (session().articles) leaveArticles();
  else if (opened()) await closeRecording();
  if (!opened()) leaveDelegates();
}

const withOpened = (verb: (recording: Recording) => unknown) => {
  const recording = session().opened?.recording;
  return recording && verb(recording);
};
const hasTurn = () => session().currentTurnId !== null;

function changeTextSize(delta: number) {
  const size = session().settings.transcriptFontSize + delta;
  if (size >= 14 && size <= 24) return changeSettings({ transcriptFontSize: size });
}

/** Whether there is something to listen to. */
function isHeard(): boolean {
  const recording = session().opened;
  return recording !== null && (recording.mediaFound || recording.playsSmall);
}

/** A transcript in which nothing is typed yet, of a recording whose speech is known. */
function canPropose() {
  const turns = ports.editor?.turns() ?? [];
  return (
    (session().speech?.length ?? 0) > 0 &&
    turns.length <= 1 &&
    turns.every(({ content }) => content.length === 0)
  );
}

function proposeTurnsFromSpeech() {
  const { speech, opened: recording } = session();
  const turns = proposeTurns(speech ?? []).filter(({ startMs }) =>
    isInTake(recording?.take ?? null, startMs ?? 0),
  );
  ports.editor?.insertTurns(turns, 'instead');
}

const nudge = (deltaMs: number) => () => ports.editor?.nudgeBoundary(deltaMs);

const file = [
  command('file', 1, 'import', chooseAndImport, { keys: 'Ctrl+KeyO' }),
  command('file', 1, 'openBundle', chooseBundle),
  command('file', 1, 'importTranscript', importTranscript, { when: hasEditor }),
  command('file', 2, 'export', () => openDialog('export'), { keys: 'Ctrl+KeyE', when: opened }),
  command('file', 2, 'exportBundle', () => withOpened(exportBundle), { when: opened }),
  command('file', 2, 'splitTakes', () => withOpened(splitTakes), { when: opened }),
  command('file', 2, 'save', () => (ports.editor ?? ports.article)?.flush(), {
    keys: 'Ctrl+KeyS',
    when: hasText,
  }),
  command('file', 2, 'nameVersion', () => openDialog('name-version'), {
    keys: 'Ctrl+Shift+KeyS',
    when: opened,
  }),
  command('file', 2, 'compareVersions', () => compareWithNow(null), { when: opened }),
  command('file', 2, 'verifyHistory', () => openDialog('verify-history'), { when: opened }),
  command('file', 2, 'details', () => openDialog('recording-details'), { when: opened }),
  command('file', 3, 'library', showLibrary, { keys: 'Ctrl+KeyL', when: isAway }),
  command('file', 3, 'delegates', showDelegates, {
    keys: 'Ctrl+Shift+KeyJ',
    when: () => !inDelegates(),
  }),
  command('file', 3, 'addDelegate', () => addDelegate()),
  command('file', 3, 'importDelegates', chooseDelegates),
  command('file', 3, 'duplicateDelegates', findDuplicates),
  command('file', 3, 'backups', () => openDialog('backups')),
  command('file', 4, 'settings', () => openDialog('settings'), { keys: 'Ctrl+Comma' }),
];

const edit = [
  command('edit', 1, 'undo', undo, { keys: 'Ctrl+KeyZ', when: canUndo }),
  command('edit', 1, 'redo', redo, {
    keys: 'Ctrl+Shift+KeyZ Ctrl+KeyY',
    when: canUndo,
  }),
  command('edit', 2, 'find', () => ports.editor?.find(false), { keys: 'Ctrl+KeyF', when: hasEditor }),
  command('edit', 2, 'replace', () => ports.editor?.find(true), { keys: 'Ctrl+KeyH', when: hasEditor }),
  command('edit', 2, 'findNext', () => ports.editor?.findNext(1), { keys: 'Ctrl+KeyG', when: hasEditor }),
  command('edit', 2, 'findPrevious', () => ports.editor?.findNext(-1), {
    keys: 'Ctrl+Shift+KeyG',
    when: hasEditor,
  }),
  command('edit', 3, 'insertTimestamp', () => ports.editor?.insertTimestamp(), {
    keys: 'Ctrl+KeyJ',
    when: hasTurn,
  }),
  ...TAG_KINDS.map((tag) => command('edit', 4, tag, () => ports.editor?.insertTag(tag), { when: hasTurn })),
];

const turn = [
  command('turn', 1, 'previousTurn', () => ports.editor?.goToNeighbour('previous'), {
    keys: 'Alt+ArrowUp',
    when: hasEditor,
  }),
  command('turn', 1, 'nextTurn', () => ports.editor?.goToNeighbour('next'), {
    keys: 'Alt+ArrowDown',
    when: hasEditor,
  }),
  command('turn', 2, 'splitTurn', () => ports.editor?.splitTurn(), { keys: 'Ctrl+Enter', when: hasTurn }),
  command('turn', 2, 'mergeTurn', () => ports.editor?.mergeWithPrevious(), {
    keys: 'Ctrl+Shift+KeyM',
    when: hasTurn,
  }),
  command('turn', 2, 'proposeTurns', proposeTurnsFromSpeech, { when: canPropose }),
  ...speechCommands,
  command('turn', 3, 'setStart', () => ports.editor?.setStartAtPlayhead(), { keys: 'F11', when: hasTurn }),
  command('turn', 3, 'setEnd', () => ports.editor?.setEndAtPlayhead(), { keys: 'F12', when: hasTurn }),
  command('turn', 3, 'nudgeEarlier', nudge(-100), { keys: 'Alt+Comma', when: hasTurn }),
  command('turn', 3, 'nudgeLater', nudge(100), { keys: 'Alt+Period', when: hasTurn }),
  command('turn', 3, 'nudgeEarlierFine', nudge(-10), { keys: 'Alt+Shift+Comma', when: hasTurn }),
  command('turn', 3, 'nudgeLaterFine', nudge(10), { keys: 'Alt+Shift+Period', when: hasTurn }),
  command('turn', 4, 'editSpeaker', () => ports.editor?.editCurrentSpeaker(), {
    keys: 'Ctrl+Digit0',
    when: hasTurn,
  }),
  ...([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((number) =>
    command('none', 4, `speaker${number}`, () => ports.editor?.setCurrentSpeaker(speakerByNumber(number)), {
      keys: `Ctrl+Digit${number}`,
      when: () => hasTurn() && speakerByNumber(number) !== null,
    }),
  ),
  command('turn', 4, 'noSpeaker', () => ports.editor?.setCurrentSpeaker(null), { when: hasTurn }),
  command('turn', 5, 'checkAndNext', () => ports.editor?.checkCurrentAndNext(), {
    keys: 'F9',
    when: hasTurn,
  }),
  command('turn', 5, 'flag', () => ports.editor?.toggleFlagged(), { keys: 'Shift+F9', when: hasTurn }),
  command('turn', 6, 'nextProblem', () => goToNextFinding('next'), { keys: 'F8', when: hasEditor }),
  command('turn', 6, 'previousProblem', () => goToNextFinding('previous'), {
    keys: 'Shift+F8',
    when: hasEditor,
  }),
  command('turn', 6, 'audit', () => openDialog('audit'), {
    keys: 'Ctrl+Shift+KeyT',
    when: () => hasPlayback() && hasEditor() && isHeard(),
  }),
  command('turn', 6, 'reviewReport', () => openDialog('review-report'), { when: opened }),
];

/** The command that shows each tab of the side panel. */
const PANEL_COMMANDS: Readonly<Record<PanelTab, CommandId>> = {
  speakers: 'showSpeakers',
  history: 'showHistory',
  annotations: 'showAnnotations',
  quotes: 'showQuotes',
  review: 'showReview',
};

const languageCommand = (id: 'languageKk' | 'languageRu' | 'languageEn', language: Language) =>
  command('view', 5, id, () => changeSettings({ language }), {
    checked: () => session().language === language,
  });

const themeCommand = (id: 'themeSystem' | 'themeLight' | 'themeDark', theme: 'system' | 'light' | 'dark') =>
  command('view', 4, id, () => changeSettings({ theme }), {
    checked: () => session().settings.theme === theme,
  });

const view = [
  command('view', 1, 'palette', () => openDialog('palette'), { keys: 'Ctrl+Shift+KeyP' }),
  command(
    'view',
    2,
    'toggleVideo',
    () => changeSettings({ videoVisible: !session().settings.videoVisible }),
    {
      when: hasPlayback,
      checked: () => session().settings.videoVisible,
    },
  ),
  command('view', 2, 'popOutVideo', () => ports.playback?.popOutVideo(), { when: hasPlayback }),
  command(
    'view',
    2,
    'togglePanel',
    () => changeSettings({ panelVisible: !session().settings.panelVisible }),
    {
      keys: 'Ctrl+KeyB',
      when: opened,
      checked: () => session().settings.panelVisible,
    },
  ),
  ...PANEL_TABS.map((tab) =>
    command('view', 2, PANEL_COMMANDS[tab], () => showPanel(tab), {
      when: opened,
      checked: () => session().settings.panelVisible && session().settings.panelTab === tab,
    }),
  ),
  ...waveCommands,
  command('view', 3, 'largerText', () => changeTextSize(1)),
  command('view', 3, 'smallerText', () => changeTextSize(-1)),
  themeCommand('themeSystem', 'system'),
  themeCommand('themeLight', 'light'),
  themeCommand('themeDark', 'dark'),
  languageCommand('languageKk', 'kk'),
  languageCommand('languageRu', 'ru'),
  languageCommand('languageEn', 'en'),
];

const help = [
  command('help', 1, 'keys', () => openDialog('keys')),
  command('help', 1, 'devices', () => openDialog('devices')),
  command('help', 1, 'openLogs', () => call('app.openLogs')),
  command('help', 2, 'about', () => openDialog('about')),
];

/** Every action of the program, in the order of the menus. */
export const COMMANDS: readonly Command[] = [
  ...file,
  ...edit,
  ...annotationCommands,
  ...quoteCommands,
  ...playCommands,
  ...turn,
  ...translationCommands,
  ...articleCommands,
  ...view,
  ...help,
];
