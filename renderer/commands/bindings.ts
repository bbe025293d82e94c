import type { Settings } from '../../shared/ipc/contract.ts';
import type { Command, CommandId } from './command.ts';
import { parseKeys } from './keys.ts';

type Preset = Settings['keyPreset'];
type Bindings = Settings['keyBindings'];
type Keyed = Pick<Command, 'id' | 'keys'>;
type KeySettings = Pick<Settings, 'keyPreset' | 'keyBindings'>;

/**
 * What a preset changes of the commands' own keys. oTranscribe plays, seeks and changes speed with Ctrl and a
 * digit too, so there the speakers stand on Alt. A foot pedal types F3, F4 and F5 for back, play and forward.
 */
const PRESETS: Readonly<Record<Preset, Partial<Record<CommandId, readonly string[]>>>> = {
  minber: {},
  otranscribe: {
    play: ['Escape'],
    back: ['F1', 'Ctrl+Digit1'],
    forward: ['F2', 'Ctrl+Digit2'],
    slower: ['F3', 'Ctrl+Digit3'],
    faster: ['F4', 'Ctrl+Digit4'],
    togglePanel: ['Ctrl+Shift+KeyB'],
    editSpeaker: ['Alt+Digit0'],
    speaker1: ['Alt+Digit1'],
    speaker2: ['Alt+Digit2'],
    speaker3: ['Alt+Digit3'],
    speaker4: ['Alt+Digit4'],
    speaker5: ['Alt+Digit5'],
    speaker6: ['Alt+Digit6'],
    speaker7: ['Alt+Digit7'],
    speaker8: ['Alt+Digit8'],
    speaker9: ['Alt+Digit9'],
  },
  f4: {
    play: ['F4', 'Escape', 'Ctrl+Space'],
    back: ['F3'],
    forward: ['F5'],
    backFar: ['Shift+F3'],
    forwardFar: ['Shift+F5'],
    playTurn: ['F2'],
    loopTurn: ['Shift+F2'],
    slower: ['F6'],
    faster: ['F7'],
    frameBack: ['Shift+F6'],
    frameForward: ['Shift+F7'],
  },
};

/** Returns the keys of a command in a preset, before the person's own. */
export function presetKeysOf(command: Keyed, preset: Preset): readonly string[] {
  return PRESETS[preset][command.id] ?? command.keys;
}

/**
 * Returns the key combinations that a command has now; the first is shown. Keys that the person has given to
 * one command are taken from every other.
 */
export function keysOf(command: Keyed, { keyPreset, keyBindings }: KeySettings): readonly string[] {
  const own = keyBindings[command.id];
  if (own) return own;
  const taken = new Set(Object.values(keyBindings).flat());
  return presetKeysOf(command, keyPreset).filter((keys) => !taken.has(keys));
}

/** Returns the command that has these keys now, other than `except`; null when they are free. */
export function ownerOf<C extends Keyed>(
  keys: string,
  commands: readonly C[],
  settings: KeySettings,
  except?: CommandId,
): C | null {
  const has = (candidate: C) => candidate.id !== except && keysOf(candidate, settings).includes(keys);
  return commands.find(has) ?? null;
}

/** Returns the bindings after `keys` are added to a command and taken from whichever of `commands` had them. */
export function bindKeys(
  command: Keyed,
  keys: string,
  commands: readonly Keyed[],
  settings: KeySettings,
): Bindings {
  const { keyPreset } = settings;
  const keyBindings = commands
    .filter(({ id }) => id !== command.id && settings.keyBindings[id]?.includes(keys))
    .reduce((left, loser) => unbindKeys(loser, keys, { keyPreset, keyBindings: left }), settings.keyBindings);
  const had = keysOf(command, { keyPreset, keyBindings });
  return withKeys(command, [...had.filter((each) => each !== keys), keys], { keyPreset, keyBindings });
}

/** Returns the bindings after `keys` are taken from a command. */
export function unbindKeys(command: Keyed, keys: string, settings: KeySettings): Bindings {
  return withKeys(
    command,
    keysOf(command, settings).filter((each) => each !== keys),
    settings,
  );
}

/** Returns the bindings after a command has gone back to its preset's keys. */
export function resetKeys(command: Keyed, { keyBindings }: KeySettings): Bindings {
  return Object.fromEntries(Object.entries(keyBindings).filter(([id]) => id !== command.id));
}

/** A command whose keys are its preset's is not kept as the person's own. */
function withKeys(command: Keyed, keys: readonly string[], settings: KeySettings): Bindings {
  const preset = presetKeysOf(command, settings.keyPreset);
  const asPreset = keys.length === preset.length && preset.every((each) => keys.includes(each));
  const rest = resetKeys(command, settings);
  return asPreset ? rest : { ...rest, [command.id]: keys };
}

/** Why keys cannot be given to a command: each has its sentence under `settings.keysFault`. */
export type KeysFault = 'altGr' | 'menu' | 'system' | 'typing';

const ALONE = /^(F\d{1,2}|Escape|Pause|ScrollLock|Media\w+|Audio\w+|Launch\w+|Browser\w+)$/;
const MOVES_CARET = /^(Backspace|Delete|Home|End|Arrow\w+)$/;
const SYSTEM = new Set(['Ctrl+KeyC', 'Ctrl+KeyX', 'Ctrl+KeyV', 'Ctrl+KeyA', 'Alt+F4']);

/**
 * Returns why these keys cannot be given to a command, or null. Ctrl+Alt is AltGr, which types letters; F10 is
 * the menu's; copying, pasting and typing must go on working.
 */
export function keysFault(text: string): KeysFault | null {
  const { code, ctrl, alt } = parseKeys(text);
  if (ctrl && alt) return 'altGr';
  if (code === 'F10' || code === 'ContextMenu') return 'menu';
  if (SYSTEM.has(text) || code === 'Tab') return 'system';
  if (!ctrl && !alt && !ALONE.test(code)) return 'typing';
  if (ctrl && MOVES_CARET.test(code)) return 'typing';
  return null;
}
