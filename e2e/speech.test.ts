import { expect, test } from './desk.ts';
import { samplePath } from './launch.ts';
import { chooseInMenu } from './native.ts';
import { goToTime, importByDialog, media, timeOf, turns } from './screens.ts';
import { en } from './words.ts';

test('speech is listened for, turns are proposed from its pauses, and playing leaves the pauses out', async ({
  desk,
}) => {
  test.setTimeout(150_000);
  const program = await desk.start();
  const { app, window } = program;
  await importByDialog(program, samplePath('forum.m4a'), 'forum');
  const listening = window.locator('.transport-listening');
  await expect(listening).toHaveCount(1);
  await expect(listening).toHaveCount(0, { timeout: 90_000 });
  await chooseInMenu(app, 'proposeTurns');
  // Where the sample's speakers begin after a pause of more than a second, and where a turn has grown long.
  const starts = ['00:00:03', '00:00:40', '00:01:20', '00:02:15', '00:02:49', '00:02:57'];
  for (const [index, start] of starts.entries())
    await expect(timeOf(turns(window).nth(index))).toHaveText(start);
  await expect(turns(window)).toHaveCount(starts.length);
  await window.keyboard.press('Control+z');
  await expect(turns(window)).toHaveCount(1);

  // Nobody speaks from 1:19.4 to 1:20.9.
  const played = async () => {
    await goToTime(window, '1:18.9');
    return media(window).evaluate(async (element: HTMLMediaElement) => {
      const heard: number[] = [];
      await element.play();
      while (element.currentTime < 81) {
        await new Promise(requestAnimationFrame);
        heard.push(element.currentTime);
      }
      element.pause();
      return heard.filter((seconds) => seconds > 79.8 && seconds < 80.5).length;
    });
  };
  expect(await played()).toBeGreaterThan(5);
  await window.getByRole('button', { name: en('player.skipPauses') }).click();
  expect(await played()).toBeLessThanOrEqual(1);
});
