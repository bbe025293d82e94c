import { setTimeout as sleep } from 'node:timers/promises';

const TYPED = 'өзендердің суын бірге қорғау үшін әңгіме үзілмейді, ғалымдар һәм шаруалар ';
/** Places of keys that no command listens to without a modifier. */
const CODES = ['KeyQ', 'KeyW', 'KeyR', 'KeyT', 'KeyU', 'KeyI'];

/** In the page: notes how long each key takes until the frame that shows its letter. */
export function watchKeys() {
  const { bench } = globalThis;
  let settle = () => {};
  bench.keysMs = [];
  bench.expectKey = () => {
    bench.settled = new Promise((finish) => {
      settle = finish;
    });
  };
  const typedInto = () => getSelection().anchorNode?.parentElement?.closest('.turn-text, p');
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const element = typedInto();
      const length = element.textContent.length;
      const look = () => {
        if (element.textContent.length <= length) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          bench.keysMs.push(performance.now() - timeStamp);
          settle();
        };
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}

/** A person at the keyboard of a page that `watchKeys` watches and whose caret stands in a text. */
export async function createTypist(window) {
  const keyboard = await window.context().newCDPSession(window);
  let typed = 0;

  return {
    /** Types some letters, each after the one before it has been shown, and returns the times they took. */
    async type(count) {
      await window.evaluate(() => {
        globalThis.bench.keysMs.length = 0;
      });
      for (let index = 0; index < count; index++) {
        const text = TYPED[typed % TYPED.length];
        const code = text === ' ' ? 'Space' : CODES[typed % CODES.length];
        typed++;
        const key = { key: text, code, windowsVirtualKeyCode: text === ' ' ? 32 : code.charCodeAt(3) };
        await window.evaluate(() => globalThis.bench.expectKey());
        await keyboard.send('Input.dispatchKeyEvent', {
          type: 'keyDown',
          text,
          unmodifiedText: text,
          ...key,
        });
        await window.evaluate(() => globalThis.bench.settled);
        await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
        // Out of step with the frames, as fingers are.
        await sleep(20 + ((typed * 7) % 17));
      }
      return window.evaluate(() => globalThis.bench.keysMs);
    },
  };
}
