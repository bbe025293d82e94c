import { describe, expect, it } from 'vitest';
import { KEY_PRESETS } from '../../shared/ipc/schemas.ts';
import { bindKeys, keysFault, keysOf, ownerOf, presetKeysOf, resetKeys, unbindKeys } from './bindings.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { keysOfPress } from './keys.ts';

const find = (id: string): Command => {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (!command) throw new Error(`No command ${id}`);
  return command;
};
const play = find('play');
const insertTimestamp = find('insertTimestamp');
const flag = find('flag');
const fresh = { keyPreset: 'minber', keyBindings: {} } as const;

describe('keys of a command', () => {
  it.each(KEY_PRESETS)('in the preset %s, no two commands share keys and none are refused', (keyPreset) => {
    const keys = COMMANDS.flatMap((command) => keysOf(command, { keyPreset, keyBindings: {} }));
    expect(keys).toEqual([...new Set(keys)]);
    for (const each of keys) expect(keysFault(each), each).toBeNull();
  });

  it('come from the preset, else from the command', () => {
    expect(keysOf(play, { keyPreset: 'f4', keyBindings: {} })[0]).toBe('F4');
    expect(keysOf(insertTimestamp, { keyPreset: 'f4', keyBindings: {} })).toEqual(insertTimestamp.keys);
  });

  it('are the person’s own before the preset’s, also when there are none', () => {
    const settings = { keyPreset: 'f4', keyBindings: { play: [] } } as const;
    expect(keysOf(play, settings)).toEqual([]);
  });

  it('leave a command when the person gives them to another, and come back on reset', () => {
    const keyBindings = bindKeys(flag, 'Ctrl+KeyJ', COMMANDS, fresh);
    const changed = { ...fresh, keyBindings };
    expect(keysOf(flag, changed)).toEqual(['Shift+F9', 'Ctrl+KeyJ']);
    expect(keysOf(insertTimestamp, changed)).toEqual([]);
    expect(ownerOf('Ctrl+KeyJ', COMMANDS, changed)?.id).toBe('flag');

    const reset = { ...fresh, keyBindings: resetKeys(flag, changed) };
    expect(reset.keyBindings).toEqual({});
    expect(keysOf(insertTimestamp, reset)).toEqual(['Ctrl+KeyJ']);
  });

  it('are taken also from a command whose keys are the person’s own', () => {
    const first = { ...fresh, keyBindings: bindKeys(flag, 'Ctrl+KeyJ', COMMANDS, fresh) };
    const second = { ...fresh, keyBindings: bindKeys(play, 'Ctrl+KeyJ', COMMANDS, first) };
    expect(second.keyBindings.play).toContain('Ctrl+KeyJ');
    expect(keysOf(flag, second)).toEqual(['Shift+F9']);
  });

  it('go back to where the preset has them when given back', () => {
    const moved = { ...fresh, keyBindings: bindKeys(flag, 'Ctrl+KeyJ', COMMANDS, fresh) };
    expect(bindKeys(insertTimestamp, 'Ctrl+KeyJ', COMMANDS, moved)).toEqual({});
  });

  it('are not kept as the person’s own when they are the preset’s again', () => {
    const without = { ...fresh, keyBindings: unbindKeys(insertTimestamp, 'Ctrl+KeyJ', fresh) };
    expect(without.keyBindings).toEqual({ insertTimestamp: [] });
    expect(bindKeys(insertTimestamp, 'Ctrl+KeyJ', COMMANDS, without)).toEqual({});
  });
});

describe('the owner of keys', () => {
  it('is the command that has them, unless it is the one that asks', () => {
    expect(ownerOf('Ctrl+KeyJ', COMMANDS, fresh)?.id).toBe('insertTimestamp');
    expect(ownerOf('Ctrl+KeyJ', COMMANDS, fresh, 'insertTimestamp')).toBeNull();
    expect(ownerOf('Ctrl+Shift+F7', COMMANDS, fresh)).toBeNull();
  });
});

describe('keys that cannot be given', () => {
  it.each([
    ['Ctrl+Alt+KeyE', 'altGr'],
    ['F10', 'menu'],
    ['Ctrl+KeyC', 'system'],
    ['Alt+F4', 'system'],
    ['KeyA', 'typing'],
    ['Shift+KeyA', 'typing'],
    ['Space', 'typing'],
    ['Ctrl+ArrowLeft', 'typing'],
    ['Ctrl+Backspace', 'typing'],
    ['F12', null],
    ['Shift+F5', null],
    ['Alt+ArrowUp', null],
    ['Ctrl+Enter', null],
    ['MediaPlayPause', null],
  ])('%s: %s', (keys, fault) => {
    expect(keysFault(keys)).toBe(fault);
  });
});

describe('a key press as keys', () => {
  const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  it('is written with its modifiers in one order', () => {
    expect(keysOfPress({ ...press, code: 'KeyP', shiftKey: true, ctrlKey: true })).toBe('Ctrl+Shift+KeyP');
    expect(keysOfPress({ ...press, code: 'Comma', shiftKey: true, altKey: true })).toBe('Alt+Shift+Comma');
  });
  it('is nothing while only a modifier is down', () => {
    expect(keysOfPress({ ...press, code: 'ControlLeft', ctrlKey: true })).toBeNull();
    expect(keysOfPress({ ...press, code: 'AltRight', ctrlKey: true, altKey: true })).toBeNull();
  });
});

it('gives the keys of a preset whatever the person has changed', () => {
  expect(presetKeysOf(play, 'otranscribe')).toEqual(['Escape']);
});
