import { openDialog } from '../actions/dialogs.ts';
import {
  canLoop,
  canPlayOnlySpeaker,
  changeVolume,
  nextTimeDisplay,
  playCurrentTurn,
  selectSpan,
  setSpanEdge,
  toggleLoop,
  toggleOnlySpeaker,
} from '../actions/playing.ts';
import { acceptNextProposal, proposedNext, snapCurrentTurn } from '../actions/proposals.ts';
import { changeSettings } from '../actions/settings.ts';
import { ports, useSession } from '../session.ts';
import { command } from './command.ts';

const session = () => useSession.getState();
const hasPlayback = () => ports.playback !== null;
const hasTurn = () => session().currentTurnId !== null;

/** Speeds between which the keys go up and down; below one in smaller steps, since each is heard more. */
function changeRate(direction: -1 | 1) {
  const { playback } = ports;
  if (!playback) return;
  const rate = playback.rate();
  const step = rate + direction * 0.01 < 2 ? 0.1 : 0.25;
  const wanted = Math.round((rate + direction * step) * 100) / 100;
  playback.setRate(wanted);
}

const skip = (deltaMs: number) => () => ports.playback?.skip(deltaMs);

type Switch = 'skipPauses' | 'levelSpeech' | 'snapToSpeech' | 'spectrogramVisible';

/** What a command needs that turns a setting on and off. */
const switching = (name: Switch) =>
  [
    () => changeSettings({ [name]: !session().settings[name] }),
    { when: hasPlayback, checked: () => session().settings[name] },
  ] as const;

const [toggleSkipPauses, skipPauses] = switching('skipPauses');
const [toggleLevelling, levelling] = switching('levelSpeech');
const [toggleSnapping, snapping] = switching('snapToSpeech');
const [toggleSpectrogram, spectrogram] = switching('spectrogramVisible');

/** What can be done with the sound and the picture, in the menu of playing. */
export const playCommands = [
  command('play', 1, 'play', () => ports.playback?.toggle(), {
    keys: 'Escape Ctrl+Space',
    when: hasPlayback,
  }),
  command('play', 1, 'back', skip(-3000), { keys: 'F1', when: hasPlayback }),
  command('play', 1, 'forward', skip(3000), { keys: 'F2', when: hasPlayback }),
  command('play', 1, 'backFar', skip(-10_000), { keys: 'Shift+F1', when: hasPlayback }),
  command('play', 1, 'forwardFar', skip(10_000), { keys: 'Shift+F2', when: hasPlayback }),
  command('play', 2, 'shuttleBack', () => ports.playback?.shuttle(-1), {
    keys: 'Alt+KeyJ',
    when: hasPlayback,
  }),
  command('play', 2, 'shuttleStop', () => ports.playback?.pause(), { keys: 'Alt+KeyK', when: hasPlayback }),
  command('play', 2, 'shuttleForward', () => ports.playback?.shuttle(1), {
    keys: 'Alt+KeyL',
    when: hasPlayback,
  }),
  command('play', 2, 'frameBack', () => ports.playback?.stepFrames(-1), {
    keys: 'Shift+F3',
    when: hasPlayback,
  }),
  command('play', 2, 'frameForward', () => ports.playback?.stepFrames(1), {
    keys: 'Shift+F4',
    when: hasPlayback,
  }),
  command('play', 3, 'slower', () => changeRate(-1), { keys: 'F3', when: hasPlayback }),
  command('play', 3, 'faster', () => changeRate(1), { keys: 'F4', when: hasPlayback }),
  command('play', 3, 'normalSpeed', () => ports.playback?.setRate(1), {
    keys: 'Alt+KeyR',
    when: hasPlayback,
  }),
  command('play', 3, 'louder', () => changeVolume(0.1), { keys: 'Alt+Equal', when: hasPlayback }),
  command('play', 3, 'quieter', () => changeVolume(-0.1), { keys: 'Alt+Minus', when: hasPlayback }),
  command('play', 3, 'mute', () => useSession.setState({ muted: !session().muted }), {
    keys: 'Alt+KeyM',
    when: hasPlayback,
    checked: () => session().muted,
  }),
  command('play', 3, 'levelSpeech', toggleLevelling, { keys: 'Alt+KeyV', ...levelling }),
  command('play', 4, 'playTurn', () => playCurrentTurn(false), { keys: 'F5', when: hasTurn }),
  command('play', 4, 'loopTurn', () => playCurrentTurn(true), { keys: 'Shift+F5', when: hasTurn }),
  command('play', 4, 'loop', toggleLoop, {
    keys: 'Ctrl+Shift+KeyL',
    when: canLoop,
    checked: () => session().loop !== null,
  }),
  command('play', 4, 'spanStart', () => setSpanEdge('start'), { keys: 'Alt+KeyI', when: hasPlayback }),
  command('play', 4, 'spanEnd', () => setSpanEdge('end'), { keys: 'Alt+KeyO', when: hasPlayback }),
  command('play', 4, 'clearSpan', () => selectSpan(null), {
    keys: 'Alt+KeyX',
    when: () => session().span !== null,
  }),
  command('play', 5, 'onlySpeaker', toggleOnlySpeaker, {
    keys: 'Alt+KeyP',
    when: canPlayOnlySpeaker,
    checked: () => session().onlySpeaker !== null,
  }),
  command('play', 5, 'skipPauses', toggleSkipPauses, { keys: 'Alt+KeyU', ...skipPauses }),
  command('play', 6, 'goToTime', () => openDialog('go-to-time'), { keys: 'Ctrl+KeyK', when: hasPlayback }),
  command('play', 6, 'follow', () => ports.editor?.resumeFollowing(), { when: () => ports.editor !== null }),
];

/** How the sound is shown, in the menu of views. */
export const waveCommands = [
  command('view', 3, 'zoomIn', () => ports.playback?.zoomBy(1.25), { keys: 'Ctrl+Equal', when: hasPlayback }),
  command('view', 3, 'zoomOut', () => ports.playback?.zoomBy(0.8), { keys: 'Ctrl+Minus', when: hasPlayback }),
  command('view', 3, 'higherWave', () => ports.playback?.zoomHeightBy(1.25), {
    keys: 'Ctrl+Shift+Equal',
    when: hasPlayback,
  }),
  command('view', 3, 'lowerWave', () => ports.playback?.zoomHeightBy(0.8), {
    keys: 'Ctrl+Shift+Minus',
    when: hasPlayback,
  }),
  command('view', 3, 'spectrogram', toggleSpectrogram, { keys: 'Alt+KeyG', ...spectrogram }),
  command('view', 3, 'timeDisplay', nextTimeDisplay, { keys: 'Alt+KeyT', when: hasPlayback }),
];

/** What the speech that was found can do for turns, in the menu of turns. */
export const speechCommands = [
  command('turn', 2, 'nextProposal', acceptNextProposal, {
    keys: 'Ctrl+Shift+Enter',
    when: () => ports.editor !== null && proposedNext() !== null,
  }),
  command('turn', 3, 'snapTurn', snapCurrentTurn, {
    keys: 'Alt+KeyS',
    when: () => hasTurn() && session().speech !== null,
  }),
  command('turn', 3, 'snapping', toggleSnapping, {
    keys: 'Alt+KeyE',
    ...snapping,
  }),
];
