import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { openSettings } from './settings.ts';
import { keepingLogger, temporaryFolder } from './testing/open-test-app.ts';

function settingsIn(text?: string) {
  const path = join(temporaryFolder(), 'settings.json');
  if (text !== undefined) writeFileSync(path, text);
  const logger = keepingLogger();
  return { path, logger, settings: openSettings(path, logger) };
}

test('begin with defaults and without a file', () => {
  const { settings, path, logger } = settingsIn();
  expect(settings.current()).toMatchObject({ language: null, theme: 'system', transcriptFontSize: 17 });
  expect(existsSync(path)).toBe(false);
  expect(logger.lines).toEqual([]);
});

test('keep a change for the next start, and leave the rest', async () => {
  const { settings, path, logger } = settingsIn();
  await settings.change({ theme: 'dark' });
  await settings.change({ language: 'kk', theme: undefined });
  expect(openSettings(path, logger).current()).toEqual({
    ...settings.current(),
    theme: 'dark',
    language: 'kk',
  });
});

test('lose the parts that are broken and no others', () => {
  const { settings } = settingsIn('{"theme": "dark", "volume": "loud", "panelWidth": 9, "more": 1}');
  expect(settings.current()).toMatchObject({ theme: 'dark', volume: 1, panelWidth: 280 });
});

test('complete the profiles that an older program kept, and lose one that makes no sense', () => {
  const options = { times: false, timeForm: 'mm:ss', speakers: true, inlines: true, language: 'kk' };
  const { settings } = settingsIn(
    JSON.stringify({
      exportProfiles: [{ name: 'A', format: 'srt', options }, { name: 'B', format: 'exe', options }, 7],
    }),
  );
  expect(settings.current().exportProfiles).toEqual([
    { name: 'A', format: 'srt', options: { ...DEFAULT_EXPORT_OPTIONS, ...options } },
  ]);
  expect(settingsIn('{"exportProfiles": {}}').settings.current().exportProfiles).toEqual([]);
});

test.each(['', '{"theme":', 'null', '[]', '"dark"'])('survive a file that holds %j', (text) => {
  expect(settingsIn(text).settings.current().theme).toBe('system');
});

test('end as the last of many changes made at once', async () => {
  const { settings, path } = settingsIn();
  await Promise.all(Array.from({ length: 20 }, (_, n) => settings.change({ panelWidth: 300 + n })));
  expect((JSON.parse(readFileSync(path, 'utf8')) as { panelWidth: number }).panelWidth).toBe(319);
});
