/** One key combination. `code` is a `KeyboardEvent.code`: a place on the keyboard, the same in every layout. */
export interface KeyCombination {
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/**
 * Returns the combination written as `Ctrl+Shift+KeyP`. Ctrl stands for Command on a Mac.
 * Throws on a part that is neither a modifier nor the last.
 */
export function parseKeys(text: string): KeyCombination {
  const parts = text.split('+');
  const code = parts.pop() ?? '';
  const modifiers = new Set(parts);
  for (const part of parts)
    if (!['Ctrl', 'Shift', 'Alt'].includes(part)) throw new Error(`Unknown modifier ${part} in ${text}`);
  return { code, ctrl: modifiers.has('Ctrl'), shift: modifiers.has('Shift'), alt: modifiers.has('Alt') };
}

type KeyPress = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Returns whether a key press is the combination, whatever letters the layout puts on the keys. */
export function matchesKeys(press: KeyPress, keys: KeyCombination): boolean {
  return (
    press.code === keys.code &&
    (press.ctrlKey || press.metaKey) === keys.ctrl &&
    press.shiftKey === keys.shift &&
    press.altKey === keys.alt
  );
}

const MODIFIER_CODE = /^(Control|Shift|Alt|Meta|OS|Fn|CapsLock|NumLock|AltGraph)/;

/** Returns a key press as `Ctrl+Alt+Shift+KeyP`; null while only modifiers are down, or for a key without place. */
export function keysOfPress({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string | null {
  if (code === '' || code === 'Unidentified' || MODIFIER_CODE.test(code)) return null;
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', code]
    .filter(Boolean)
    .join('+');
}

const NAMES: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Comma: ',',
  Period: '.',
  Equal: '+',
  Minus: '-',
  Slash: '/',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
};

const ACCELERATOR_NAMES: Readonly<Record<string, string>> = {
  ...NAMES,
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Equal: 'Plus',
};

const bareName = (code: string) => code.replace(/^(Key|Digit)/, '');

/** Returns the combination as people read it: `Ctrl+Shift+P`, `Esc`, `Alt+↑`. */
export function showKeys(text: string): string {
  const { code, ctrl, shift, alt } = parseKeys(text);
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', NAMES[code] ?? bareName(code)]
    .filter(Boolean)
    .join('+');
}

/** Returns the combination in Electron's notation, for showing beside a menu entry. */
export function acceleratorOf(text: string): string {
  const { code, ctrl, shift, alt } = parseKeys(text);
  const key = ACCELERATOR_NAMES[code] ?? bareName(code);
  return [ctrl && 'CommandOrControl', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}
