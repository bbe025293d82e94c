import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands.ts';
import { acceleratorOf, matchesKeys, parseKeys, showKeys } from './keys.ts';

const press = (code: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});

describe('keys', () => {
  it.each([
    ['Ctrl+KeyJ', press('KeyJ', { ctrlKey: true }), true],
    ['Ctrl+KeyJ', press('KeyJ', { metaKey: true }), true],
    ['Ctrl+KeyJ', press('KeyJ', { ctrlKey: true, shiftKey: true }), false],
    ['Ctrl+KeyJ', press('KeyK', { ctrlKey: true }), false],
    ['Escape', press('Escape'), true],
    ['Alt+Shift+Comma', press('Comma', { altKey: true, shiftKey: true }), true],
  ])('%s against a press', (keys, event, matches) => {
    expect(matchesKeys(event, parseKeys(keys))).toBe(matches);
  });

  it('matches by place, whatever letter a Cyrillic layout puts there', () => {
    expect(
      matchesKeys({ ...press('KeyZ', { ctrlKey: true }), key: 'я' } as KeyboardEvent, parseKeys('Ctrl+KeyZ')),
    ).toBe(true);
  });

  it.each([
    ['Ctrl+Shift+KeyP', 'Ctrl+Shift+P', 'CommandOrControl+Shift+P'],
    ['Alt+ArrowUp', 'Alt+↑', 'Alt+Up'],
    ['Ctrl+Digit3', 'Ctrl+3', 'CommandOrControl+3'],
    ['Escape', 'Esc', 'Esc'],
    ['Alt+Comma', 'Alt+,', 'Alt+,'],
  ])('shows %s as %s and as accelerator %s', (keys, shown, accelerator) => {
    expect(showKeys(keys)).toBe(shown);
    expect(acceleratorOf(keys)).toBe(accelerator);
  });

  it('refuses an unknown modifier', () => {
    expect(() => parseKeys('Hyper+KeyA')).toThrow('Hyper');
  });
});

describe('commands', () => {
  it('have one id each', () => {
    const ids = COMMANDS.map((command) => command.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('never share keys, and leave alone the keys of AltGr, the layout switch and the menu', () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(keys).toEqual([...new Set(keys)]);
    for (const each of keys) {
      const { code, ctrl, alt } = parseKeys(each);
      expect(ctrl && alt, each).toBe(false);
      expect(code, each).not.toBe('F10');
    }
  });
});
