import { z } from 'zod';
import { SPEECH_THRESHOLDS } from '../speech/speech-spans.ts';

/** How the place in a recording is told. */
export const TIME_DISPLAYS = ['time', 'timecode', 'frames'] as const;
export type TimeDisplay = (typeof TIME_DISPLAYS)[number];

/** What a control of a pedal does as long as it is held. */
export const HOLD_ACTIONS = ['holdPlay', 'holdRewind', 'holdForward'] as const;
export type HoldAction = (typeof HOLD_ACTIONS)[number];

const pedalBinding = z.strictObject({
  device: z.string().max(200),
  /** As the device calls itself, for when it is not plugged in. */
  deviceName: z.string().max(200),
  control: z.string().max(40),
  /** A hold action, or the id of a command. */
  action: z.string().max(64),
});
export type PedalBinding = z.infer<typeof pedalBinding>;

/** Key combinations of commands, as `Ctrl+Alt+Shift+KeyP` with a `KeyboardEvent.code` last. */
const keys = z.string().regex(/^(Ctrl\+)?(Alt\+)?(Shift\+)?[A-Za-z][A-Za-z0-9]*$/);

/** What is remembered of playing. */
export const playerFields = {
  stepBackOnPauseMs: z.int().min(0).max(10_000),
  /** Whether playing goes back further after a long pause. */
  stepBackMore: z.boolean(),
  skipPauses: z.boolean(),
  speechSureness: z.number().min(0.2).max(0.9),
  shortestPauseMs: z.int().min(100).max(3000),
  /** 1 is as loud as the recording. */
  volume: z.number().min(0).max(3),
  /** Whether quiet speakers are brought up to the loud ones. */
  levelSpeech: z.boolean(),
  timeDisplay: z.enum(TIME_DISPLAYS),
  /** How much higher the waveform is drawn than its sound. */
  waveHeight: z.number().min(1).max(10),
  spectrogramVisible: z.boolean(),
  /** Whether an edge that is dragged snaps to speech. */
  snapToSpeech: z.boolean(),
  pedals: z.array(pedalBinding).max(64),
  /** Whether some keys work while another window has the focus. */
  globalKeysOn: z.boolean(),
  /** Those keys, by command. */
  globalKeys: z.record(z.string().max(64), keys),
};

const GLOBAL_KEYS = { play: 'Ctrl+Shift+F9', back: 'Ctrl+Shift+F7', forward: 'Ctrl+Shift+F8' };

const { sureness, shortestPauseMs } = SPEECH_THRESHOLDS;

/** The same with what holds where nothing is remembered, or nonsense. */
export const playerSettings = {
  stepBackOnPauseMs: playerFields.stepBackOnPauseMs.catch(0).default(0),
  stepBackMore: playerFields.stepBackMore.catch(true).default(true),
  skipPauses: playerFields.skipPauses.catch(false).default(false),
  speechSureness: playerFields.speechSureness.catch(sureness).default(sureness),
  shortestPauseMs: playerFields.shortestPauseMs.catch(shortestPauseMs).default(shortestPauseMs),
  volume: playerFields.volume.catch(1).default(1),
  levelSpeech: playerFields.levelSpeech.catch(false).default(false),
  timeDisplay: playerFields.timeDisplay.catch('time').default('time'),
  waveHeight: playerFields.waveHeight.catch(1).default(1),
  spectrogramVisible: playerFields.spectrogramVisible.catch(false).default(false),
  snapToSpeech: playerFields.snapToSpeech.catch(true).default(true),
  pedals: playerFields.pedals.catch([]).default([]),
  globalKeysOn: playerFields.globalKeysOn.catch(false).default(false),
  globalKeys: playerFields.globalKeys.catch(GLOBAL_KEYS).default(GLOBAL_KEYS),
};
