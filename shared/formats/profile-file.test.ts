import { expect, test } from 'vitest';
import { encodeText } from './encoding.ts';
import { DEFAULT_EXPORT_OPTIONS } from './format.ts';
import { type ExportProfile, readProfileFile, writeProfileFile } from './profile-file.ts';

const PROFILE: ExportProfile = {
  name: 'Сайтқа субтитр',
  format: 'srt',
  options: { ...DEFAULT_EXPORT_OPTIONS, language: 'kk', speakers: false },
};
const fileWith = (parts: Record<string, unknown>) =>
  encodeText(
    JSON.stringify({
      format: 'minber-profile',
      version: 1,
      name: 'A',
      fileFormat: 'txt',
      options: {},
      ...parts,
    }),
  );

test('a profile comes back from its file', () => {
  expect(readProfileFile(writeProfileFile(PROFILE))).toEqual(PROFILE);
});

test('what a file leaves out is as in the program', () => {
  expect(readProfileFile(fileWith({ options: { times: false }, note: 'by hand' }))).toEqual({
    name: 'A',
    format: 'txt',
    options: { ...DEFAULT_EXPORT_OPTIONS, times: false },
  });
});

test.each([
  ['another file', encodeText('{"format": "minber-transcript", "version": 1}')],
  ['no JSON', encodeText('name: A')],
  ['nothing', new Uint8Array()],
  ['no text', new Uint8Array([0, 1, 2, 255])],
  ['a newer version', fileWith({ version: 2 })],
  ['an unknown format', fileWith({ fileFormat: 'exe' })],
  ['a format that is only read', fileWith({ fileFormat: 'json3' })],
  ['an unknown option', fileWith({ options: { loud: true } })],
  ['an impossible option', fileWith({ options: { timeForm: 'never' } })],
  ['a blank name', fileWith({ name: ' ' })],
])('is refused: %s', (_, bytes) => {
  expect(readProfileFile(bytes)).toBeNull();
});
