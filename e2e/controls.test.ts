import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { expect, test } from './desk.ts';
import { chooseInMenu } from './native.ts';
import { goToTime, media, openSample, placeCaret, positionMs, press, turns } from './screens.ts';
import { heard, tapSound } from './sound.ts';
import { en } from './words.ts';

const waveform = (window: Page) => window.getByTestId('waveform');

test('a span is looped, the shuttle goes both ways, one speaker is heard alone, and louder than recorded', async ({
  desk,
}) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await goToTime(window, '0:42');
  await tapSound(window);

  await test.step('a span that is drawn on the waveform is played over and over', async () => {
    const box = await waveform(window).boundingBox();
    if (!box) throw new Error('The waveform is not shown');
    const y = box.y + box.height / 2;
    await window.mouse.move(box.x + 300, y);
    await window.mouse.down();
    await window.mouse.move(box.x + 330, y, { steps: 3 });
    await window.mouse.move(box.x + 340, y, { steps: 2 });
    await window.mouse.up();
    const start = waveform(window).getByRole('slider', { name: en('player.spanStart') });
    const startMs = Number(await start.getAttribute('aria-valuenow'));
    const end = waveform(window).getByRole('slider', { name: en('player.spanEnd') });
    const endMs = Number(await end.getAttribute('aria-valuenow'));
    expect(endMs - startMs).toBeGreaterThan(700);
    expect(endMs - startMs).toBeLessThan(1300);
    await window.keyboard.press('Control+Shift+L');
    const loop = window.getByRole('button', { name: en('player.endLoop') });
    await expect(loop).toHaveAttribute('aria-pressed', 'true');
    // Longer than the span lasts.
    await window.waitForTimeout(2500);
    await expect(media(window)).toHaveJSProperty('paused', false);
    expect(await positionMs(window)).toBeLessThan(endMs + 200);
    await end.focus();
    await window.keyboard.press('ArrowRight');
    await expect(end).toHaveAttribute('aria-valuenow', String(endMs + 100));
    await loop.click();
    await expect.poll(() => positionMs(window)).toBeGreaterThan(endMs + 400);
    await window.keyboard.press('Alt+KeyX');
    await expect(end).toBeHidden();
    await window.keyboard.press('Escape');
  });

  await test.step('J, K and L go backward, stop and go forward', async () => {
    await goToTime(window, '1:40');
    await window.keyboard.press('Alt+KeyJ');
    await window.keyboard.press('Alt+KeyJ');
    await expect(window.locator('.play-chip')).toHaveText(en('player.shuttle', { speed: '-2' }));
    await expect.poll(() => positionMs(window)).toBeLessThan(98_000);
    await window.keyboard.press('Alt+KeyK');
    await expect(window.locator('.play-chip')).toHaveCount(0);
    await goToTime(window, '1:36');
    await window.keyboard.press('Shift+F4');
    // The sample has ten frames a second.
    await expect.poll(() => positionMs(window)).toBe(96_100);
    await window.keyboard.press('Alt+KeyL');
    await window.keyboard.press('Alt+KeyL');
    await expect(media(window)).toHaveJSProperty('playbackRate', 2);
    await window.keyboard.press('Alt+KeyK');
    await expect(media(window)).toHaveJSProperty('playbackRate', 1);
  });

  await test.step('the time is told as time code and as frames', async () => {
    await goToTime(window, '1:00');
    const clock = window.getByTestId('clock');
    await expect(clock).toHaveText('00:01:00.0');
    await clock.click();
    await expect(clock).toHaveText('00:01:00:00');
    await window.keyboard.press('Alt+KeyT');
    await expect(clock).toHaveText(/^\d{3,4}$/);
    await window.keyboard.press('Alt+KeyT');
  });

  await test.step('only one speaker is heard', async () => {
    await placeCaret(window, turns(window).nth(0), 'end');
    await window.keyboard.press('Alt+KeyP');
    await goToTime(window, '0:38.4');
    await window.keyboard.press('Control+Space');
    // What the next speaker says, for half a minute, is passed over.
    await expect.poll(() => positionMs(window)).toBeGreaterThan(69_684);
    await window.keyboard.press('Control+Space');
    const [first = ''] = await turns(window).locator('.turn-speaker').allTextContents();
    expect(await window.locator('[data-playing] .turn-speaker').allTextContents()).toEqual([first]);
    await window.locator('.play-chip').click();
    await expect(window.locator('.play-chip')).toHaveCount(0);
  });

  await test.step('the frequencies of what is in view are drawn, once near enough', async () => {
    await window.keyboard.press('Alt+KeyG');
    const spectrogram = window.getByTestId('spectrogram');
    await expect(spectrogram).toHaveAttribute('data-state', 'shown', { timeout: 20_000 });
    const shades = () =>
      spectrogram.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { width, height } = canvas;
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
        const seen = new Set<string>();
        for (let at = 0; at < data.length; at += 64) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
        return seen.size;
      });
    expect(await shades()).toBeGreaterThan(50);
    for (let presses = 0; presses < 9; presses++) await window.keyboard.press('Control+Minus');
    await expect(spectrogram).toHaveAttribute('data-state', /shown|too-long/, { timeout: 20_000 });
    for (let presses = 0; presses < 9; presses++) await window.keyboard.press('Control+Equal');
    await expect(spectrogram).toHaveAttribute('data-state', 'shown', { timeout: 20_000 });
    expect(await faultsOf(window)).toEqual([]);
    await window.keyboard.press('Alt+KeyG');
    await expect(spectrogram).toHaveCount(0);
  });

  await test.step('it plays up to three times as loud, and nothing is cut off', async () => {
    await window.getByRole('button', { name: en('player.volume') }).click();
    const slider = window.getByRole('slider', { name: en('player.volume') });
    await slider.focus();
    await window.keyboard.press('End');
    await window.keyboard.press('Escape');
    const listen = async () => {
      await goToTime(window, '0:45');
      await window.keyboard.press('Control+Space');
      await window.waitForTimeout(300);
      const sound = await heard(window, 2500);
      await window.keyboard.press('Control+Space');
      return sound;
    };
    const loud = await listen();
    for (let presses = 0; presses < 20; presses++) await window.keyboard.press('Alt+Minus');
    const plain = await listen();
    await window.keyboard.press('Alt+KeyV');
    const level = await listen();
    // As a speaker who stands far from the microphone.
    const quieten = (volume: number) =>
      media(window).evaluate((element: HTMLMediaElement, to) => {
        element.volume = to;
      }, volume);
    await quieten(0.1);
    const far = await listen();
    await quieten(1);
    for (let presses = 0; presses < 8; presses++) await window.keyboard.press('F3');
    const slow = await listen();
    expect(plain.rms).toBeGreaterThan(0.005);
    expect(loud.rms).toBeGreaterThan(plain.rms * 1.5);
    expect(loud.peak).toBeLessThanOrEqual(1);
    expect(far.rms).toBeGreaterThan(level.rms * 0.3);
    expect(slow.rms).toBeGreaterThan(plain.rms / 4);
  });
});

test('a gamepad and a foot pedal play while they are held, and keys work in every window if asked for', async ({
  desk,
}) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  const dialog = window.getByRole('dialog').first();

  await test.step('a gamepad is learnt by pressing it, and plays while it is held', async () => {
    await window.evaluate(() => {
      const pad = {
        id: 'Test pad (Vendor: 1 Product: 2)',
        index: 0,
        axes: [],
        buttons: [{ pressed: false }],
      };
      Object.assign(globalThis, { minberPad: pad });
      navigator.getGamepads = () => [pad as unknown as Gamepad];
      globalThis.dispatchEvent(new Event('gamepadconnected'));
    });
    await chooseInMenu(app, 'devices');
    await expect(dialog).toContainText('Test pad');
    await dialog.getByRole('button', { name: en('devices.learn'), exact: true }).click();
    await pressPad(window, true);
    await expect(dialog.getByText(en('devices.pressed'), { exact: true })).toBeVisible();
    await pressPad(window, false);
    await expect(dialog.getByRole('button', { name: en('devices.holdPlay') })).toBeVisible();
  });

  await test.step('a foot pedal is allowed by the person alone, chosen from what is found', async () => {
    await app.evaluate(({ session }) => {
      const pedal = { deviceId: 'one', name: 'Test pedal', vendorId: 0x05f3, productId: 0x00ff };
      session.defaultSession.emit(
        'select-hid-device',
        { preventDefault: () => {} },
        { deviceList: [pedal], frame: null },
        (deviceId: string) => Object.assign(globalThis, { chosenPedal: deviceId }),
      );
    });
    await window.getByRole('button', { name: en('devices.take'), exact: true }).click();
    await expect
      .poll(() => app.evaluate(() => (globalThis as { chosenPedal?: string }).chosenPedal))
      .toBe('one');
    expect(JSON.parse(readFileSync(join(desk.userDataPath, 'pedals.json'), 'utf8'))).toEqual([
      { vendorId: 0x05f3, productId: 0x00ff },
    ]);
    await window.evaluate(() => {
      const pedal = Object.assign(new EventTarget(), {
        opened: true,
        vendorId: 0x05f3,
        productId: 0x00ff,
        productName: 'Test pedal',
        close: async () => {},
      });
      Object.assign(globalThis, { minberPedal: pedal });
      const { hid } = navigator as unknown as { hid: EventTarget };
      Object.assign(hid, { getDevices: async () => [pedal] });
      hid.dispatchEvent(new Event('connect'));
    });
    await expect(dialog).toContainText('Test pedal');
    await dialog.getByRole('button', { name: en('devices.learn'), exact: true }).click();
    await stepOnPedal(window, 0b10);
    await stepOnPedal(window, 0);
    await expect(dialog.getByRole('button', { name: en('devices.holdRewind') })).toBeVisible();
    expect(await faultsOf(window, '[role="dialog"]')).toEqual([]);
  });

  await test.step('keys for every window are taken when asked for, and given back', async () => {
    const isTaken = () =>
      app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Shift+F9'));
    expect(await isTaken()).toBe(false);
    await press(dialog, en('devices.everywhereOn'));
    await expect.poll(isTaken).toBe(true);
    await press(dialog, en('devices.everywhereOn'));
    await expect.poll(isTaken).toBe(false);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('they do what they were told to', async () => {
    await goToTime(window, '1:40');
    await pressPad(window, true);
    await expect(media(window)).toHaveJSProperty('paused', false);
    await expect.poll(() => positionMs(window)).toBeGreaterThan(100_500);
    await pressPad(window, false);
    await expect(media(window)).toHaveJSProperty('paused', true);
    const at = await positionMs(window);
    await stepOnPedal(window, 0b10);
    await expect.poll(() => positionMs(window)).toBeLessThan(at - 1000);
    await stepOnPedal(window, 0);
    await expect(window.locator('.play-chip')).toHaveCount(0);
  });
});

const pressPad = (window: Page, pressed: boolean) =>
  window.evaluate(async (down) => {
    const { minberPad } = globalThis as unknown as { minberPad: { buttons: { pressed: boolean }[] } };
    minberPad.buttons = [{ pressed: down }];
    await new Promise((done) => setTimeout(done, 100));
  }, pressed);

const stepOnPedal = (window: Page, bits: number) =>
  window.evaluate((value) => {
    const { minberPedal } = globalThis as unknown as { minberPedal: EventTarget };
    const data = new DataView(Uint8Array.from([value, 0]).buffer);
    minberPedal.dispatchEvent(Object.assign(new Event('inputreport'), { reportId: 0, data }));
  }, bits);
