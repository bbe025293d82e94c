import type { Page } from '@playwright/test';

/** Letters that a Russian and a Kazakh layout put on the keys that the tests press. */
const CYRILLIC: Readonly<Record<string, string>> = {
  KeyB: 'и',
  KeyD: 'в',
  KeyE: 'у',
  KeyF: 'а',
  KeyG: 'п',
  KeyH: 'р',
  KeyJ: 'о',
  KeyK: 'л',
  KeyM: 'ь',
  KeyP: 'з',
  KeyS: 'ы',
  KeyY: 'н',
  KeyZ: 'я',
  // The digit row of the Kazakh layout holds letters.
  Digit1: '"',
  Digit2: 'ә',
  Digit3: 'і',
  Digit4: 'ң',
  Digit5: 'ғ',
};

const virtualKeyOf = (code: string) => code.charCodeAt(code.length - 1);

/** Presses a combination such as `Ctrl+Shift+KeyP` on a keyboard with a Cyrillic layout: the code is the key's place, the key a Cyrillic letter. */
export async function pressCyrillic(window: Page, keys: string): Promise<void> {
  const parts = keys.split('+');
  const code = parts.pop() ?? '';
  const key = CYRILLIC[code];
  if (!key) throw new Error(`No Cyrillic letter is known for ${code}`);
  const modifiers =
    (parts.includes('Alt') ? 1 : 0) | (parts.includes('Ctrl') ? 2 : 0) | (parts.includes('Shift') ? 8 : 0);
  const keyboard = await window.context().newCDPSession(window);
  const event = { modifiers, code, key, windowsVirtualKeyCode: virtualKeyOf(code) };
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await keyboard.detach();
}

/** Composes text as an input method does: each step replaces the one before, the last is committed. */
export async function compose(window: Page, steps: readonly string[]): Promise<void> {
  const method = await window.context().newCDPSession(window);
  for (const text of steps)
    await method.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await method.send('Input.insertText', { text: steps.at(-1) ?? '' });
  await method.detach();
}

/** Puts text on the clipboard, with the HTML that another program puts beside it. */
export async function copyElsewhere(window: Page, parts: { text: string; html: string }): Promise<void> {
  await window.evaluate(({ text, html }) => {
    document.addEventListener(
      'copy',
      (event) => {
        event.clipboardData?.setData('text/plain', text);
        event.clipboardData?.setData('text/html', html);
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, once: true },
    );
    document.execCommand('copy');
  }, parts);
}
