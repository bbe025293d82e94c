import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { goToTime, media, openSample, placeCaret, positionMs, timeOf, turns } from './screens.ts';
import { en } from './words.ts';

async function choose(window: Page, label: string, option: string): Promise<void> {
  await window.getByRole('button', { name: label }).click();
  await window.getByRole('option', { name: option }).click();
}

test('the turn that is played is highlighted, and the highlight goes on to the next', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const playing = window.locator('[data-playing]');
  await choose(window, en('player.speed'), '2×');
  await goToTime(window, '1:18.5');
  await expect(playing).toHaveCount(1);
  await expect(turns(window).nth(2)).toHaveAttribute('data-playing');
  await window.getByRole('button', { name: en('player.play'), exact: true }).click();
  await expect(turns(window).nth(3)).toHaveAttribute('data-playing');
  await expect(playing).toHaveCount(1);
  await window.keyboard.press('Escape');
  await expect(media(window)).toHaveJSProperty('paused', true);
  expect(await positionMs(window)).toBeGreaterThanOrEqual(80_876);
});

test('a click on the time of a turn plays from there, and the keys go back and forward', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await timeOf(turns(window).nth(4)).click();
  await expect.poll(() => positionMs(window)).toBe(112_230);
  await expect(window.getByTestId('clock')).toHaveText('00:01:52.2');
  for (const [keys, at] of [
    ['F2', 115_230],
    ['Shift+F2', 125_230],
    ['F1', 122_230],
    ['Shift+F1', 112_230],
  ] as const) {
    await window.keyboard.press(keys);
    await expect.poll(() => positionMs(window)).toBe(at);
  }
});

test('speed changes by keys and by choice, from 0.25 to 4, and keeps the pitch', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await window.keyboard.press('F4');
  await expect(media(window)).toHaveJSProperty('playbackRate', 1.1);
  await window.keyboard.press('F3');
  await window.keyboard.press('F3');
  await expect(media(window)).toHaveJSProperty('playbackRate', 0.9);
  for (let presses = 0; presses < 8; presses++) await window.keyboard.press('F3');
  await expect(media(window)).toHaveJSProperty('playbackRate', 0.25);
  await choose(window, en('player.speed'), '4×');
  await expect(media(window)).toHaveJSProperty('playbackRate', 4);
  await expect(media(window)).toHaveJSProperty('preservesPitch', true);
});

test('a pause steps back by what is chosen, and the choice is remembered', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  await choose(first.window, en('player.stepBack'), '2 s');
  await first.close();
  const { window } = await desk.start();
  await window.getByRole('rowheader').dblclick();
  await expect(turns(window)).toHaveCount(12);
  await goToTime(window, '1:40');
  await window.keyboard.press('Control+Space');
  await expect.poll(() => positionMs(window)).toBeGreaterThan(100_400);
  await window.keyboard.press('Control+Space');
  await expect(media(window)).toHaveJSProperty('paused', true);
  await expect.poll(() => positionMs(window)).toBeLessThan(100_000);
  expect(await positionMs(window)).toBeGreaterThan(98_300);
});

test('a turn is played to its end and no further, or over and over', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await choose(window, en('player.speed'), '2×');
  await placeCaret(window, turns(window).nth(4), 'end');
  await window.keyboard.press('F5');
  await expect(media(window)).toHaveJSProperty('paused', false);
  await expect(media(window)).toHaveJSProperty('paused', true);
  expect(await positionMs(window)).toBe(116_675);

  await window.keyboard.press('Shift+F5');
  await expect.poll(() => positionMs(window)).toBeGreaterThan(115_500);
  await expect.poll(() => positionMs(window)).toBeLessThan(114_000);
  await expect(media(window)).toHaveJSProperty('paused', false);
  await window.keyboard.press('Escape');
  await expect(media(window)).toHaveJSProperty('paused', true);
});

test('the text follows the playhead until the person scrolls away, and again when asked', async ({
  desk,
}) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await goToTime(window, '3:31');
  await expect(turns(window).last()).toBeInViewport();
  await window.keyboard.press('Escape');
  await window.getByTestId('transcript').hover();
  await window.mouse.wheel(0, -20_000);
  await expect(turns(window).first()).toBeInViewport();
  const chip = window.getByRole('button', { name: en('command.follow') });
  await expect(chip).toBeVisible();
  await chip.click();
  await expect(turns(window).last()).toBeInViewport();
  await expect(chip).toHaveCount(0);
});

test('volume and the width of the video are remembered, and the video can be hidden', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  await first.window.getByRole('button', { name: en('player.volume') }).click();
  await first.window.getByRole('slider', { name: en('player.volume') }).focus();
  await first.window.keyboard.press('Home');
  await first.window.keyboard.press('ArrowRight');
  await first.window.keyboard.press('ArrowRight');
  await expect(media(first.window)).toHaveJSProperty('volume', 0.1);
  await first.window.keyboard.press('Escape');
  await first.window.getByRole('button', { name: en('player.hideVideo') }).click();
  await expect(media(first.window)).toBeHidden();
  await first.close();

  const { window } = await desk.start();
  await window.getByRole('rowheader').dblclick();
  await expect(media(window)).toHaveJSProperty('volume', 0.1);
  await expect(media(window)).toBeHidden();
  await window.getByRole('button', { name: en('player.showVideo') }).click();
  await expect(media(window)).toBeVisible();
});
