import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { fixturePath } from './launch.ts';
import {
  dragSideways,
  importByDialog,
  openSample,
  placeCaret,
  positionMs,
  timeOf,
  turns,
  waitUntilSaved,
} from './screens.ts';
import { readStored } from './stored.ts';
import { en } from './words.ts';

const waveform = (window: Page) => window.getByTestId('waveform');
const HYDROLOGIST = 'Yerbolat Quanyshev';

test('the sound is drawn from what the import has measured', async ({ desk }) => {
  const program = await desk.start();
  await importByDialog(program, fixturePath('session.flac'), 'session');
  const { window } = program;
  /** How many heights the drawn columns have: an empty waveform is one line. */
  const heights = () =>
    waveform(window)
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { width, height } = canvas;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        const columns = Array.from({ length: width }, (_, x) => {
          let drawn = 0;
          for (let y = 0; y < height; y++) if ((pixels[(y * width + x) * 4 + 3] ?? 0) > 0) drawn++;
          return drawn;
        });
        return new Set(columns).size;
      });
  await expect.poll(heights).toBeGreaterThan(5);
});

test('a click on the waveform goes there, a click on the whole session too', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const box = await waveform(window).boundingBox();
  if (!box) throw new Error('The waveform is not shown');
  await window.mouse.click(box.x + 200, box.y + box.height / 2);
  await expect.poll(() => positionMs(window)).toBeGreaterThan(1000);
  const near = await positionMs(window);
  const map = await window.getByRole('slider', { name: en('player.position') }).boundingBox();
  if (!map) throw new Error('The minimap is not shown');
  await window.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await expect.poll(() => positionMs(window)).toBeGreaterThan(116_000);
  expect(await positionMs(window)).toBeLessThan(119_000);
  expect(near).toBeLessThan(60_000);
});

test('an edge is dragged, the turn takes the time, and one undo takes it back', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const second = turns(window).nth(1);
  await timeOf(second).click();
  const edge = waveform(window).getByRole('slider', { name: en('player.edgeStart', { name: HYDROLOGIST }) });
  await dragSideways(window, edge, 80);
  await expect(timeOf(second)).toHaveText('00:00:42');
  await waitUntilSaved(window);
  const moved = readStored(desk.libraryPath).turns.slice(0, 2);
  expect(moved[0]?.endMs).toBe(38_779);
  expect(moved[1]?.startMs).toBeGreaterThan(41_000);
  expect(moved[1]?.endMs).toBe(69_684);
  await window.keyboard.press('Control+z');
  await expect(timeOf(second)).toHaveText('00:00:40');
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[1]?.startMs).toBe(40_080);
});

test('an edge that two turns share moves both, by pointer and by key', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await timeOf(turns(window).nth(1)).click();
  await window.keyboard.press('F2');
  await placeCaret(window, turns(window).nth(1), { after: 'құрметті төрайым.' });
  await window.keyboard.press('Enter');
  await expect(turns(window)).toHaveCount(13);
  const edge = waveform(window).getByRole('slider', {
    name: en('player.edgeBetween', { before: HYDROLOGIST, name: HYDROLOGIST }),
  });
  await edge.focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Shift+ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', '43190');
  await dragSideways(window, edge, -40);
  await waitUntilSaved(window);
  const [before, after] = readStored(desk.libraryPath).turns.slice(1, 3);
  expect(before?.endMs).toBe(after?.startMs);
  expect(after?.startMs).toBeLessThan(43_000);
});

test('start and end are set at the playhead, and nudged', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const turn = turns(window).nth(4);
  await timeOf(turn).click();
  await window.keyboard.press('F2');
  await placeCaret(window, turn, 'end');
  await window.keyboard.press('F12');
  await window.keyboard.press('F1');
  await window.keyboard.press('Alt+Period');
  await window.keyboard.press('Alt+Shift+Comma');
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[4]).toMatchObject({ startMs: 112_320, endMs: 115_230 });
});
