import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { SESSION } from '../../shared/formats/testing/session.ts';
import { testSources } from '../../shared/formats/testing/test-sources.ts';
import { desk } from './testing/desk.ts';

const SRT = `1
00:00:01,200 --> 00:00:04,000
Дана Оспанқызы: Құрметті қонақтар.

2
00:00:06,000 --> 00:00:05,000
Peter: Thank you.
`;

function deskWith(name: string, content: string | Uint8Array) {
  const at = desk();
  writeFileSync(join(at.folder, name), content);
  return { ...at, file: (path: string) => readFileSync(join(at.folder, path), 'utf8') };
}

test('turns a file into another, and says on the error stream what could not be kept', async () => {
  const { run, file } = deskWith('a.srt', SRT);
  const { status, out, told } = await run(['convert', 'a.srt', 'b.txt']);
  expect({ status, out }).toEqual({ status: 0, out: '' });
  expect(file('b.txt')).toBe(
    '[00:00:01] Дана Оспанқызы: Құрметті қонақтар.\n\n[00:00:06] Peter: Thank you.\n',
  );
  expect(told).toEqual([
    'a.srt: Line 6: An end stands before its start and was left out.',
    'b.txt: It leaves out: end times · milliseconds',
  ]);
});

test('obeys the options', async () => {
  const { run, file } = deskWith('a.srt', SRT);
  await run(['convert', '--option', 'times=false', '--option', 'speakers=false', 'a.srt', 'b.txt']);
  expect(file('b.txt')).toBe('Құрметті қонақтар.\n\nThank you.\n');
});

test('reads standard input and writes standard output', async () => {
  const { run, folder } = desk();
  const input = new TextEncoder().encode(SRT);
  const { status, out } = await run(['convert', '--from', 'srt', '--to', 'vtt', '-', '-'], { input });
  expect(status).toBe(0);
  expect(out).toMatch(/^WEBVTT\n/);
  expect(out).toContain('<v Дана Оспанқызы>Құрметті қонақтар.');
  expect(readdirSync(folder)).toEqual([]);
});

test('knows a format by its content where there is no name', async () => {
  const { run } = desk();
  const input = await formatById('vtt').write?.(SESSION, DEFAULT_EXPORT_OPTIONS, testSources());
  const { status, out } = await run(['convert', '--to', 'txt', '-', '-'], input ? { input } : {});
  expect(status).toBe(0);
  expect(out).toContain('Сұрақ: кім жауап береді?');
});

test('asks for the format that neither name nor content tells', async () => {
  const { run } = desk();
  const { status, told } = await run(['convert', '--to', 'txt', '-', '-'], {
    input: new TextEncoder().encode('just words'),
  });
  expect(status).toBe(2);
  expect(told[0]).toContain('--from');
});

test('loses nothing between the files that keep everything', async () => {
  const bytes =
    (await formatById('json').write?.(SESSION, DEFAULT_EXPORT_OPTIONS, testSources())) ?? new Uint8Array();
  const { run, file } = deskWith('a.json', bytes);
  expect(await run(['convert', 'a.json', 'b.json'])).toEqual({ status: 0, out: '', told: [] });
  expect(JSON.parse(file('b.json'))).toEqual(JSON.parse(file('a.json')));
});

test('labels in the language of the text', async () => {
  const bytes =
    (await formatById('json').write?.(SESSION, DEFAULT_EXPORT_OPTIONS, testSources())) ?? new Uint8Array();
  const { run } = deskWith('a.json', bytes);
  expect((await run(['convert', '--to', 'txt', 'a.json', '-'])).out).toContain('[қол шапалақтау]');
});

test.each([
  ['nothing.srt', 'There is no file “nothing.srt”'],
  ['.', 'is not a file'],
  ['letter.docx', 'holds no transcript that Minber can read'],
])('fails on %s and writes nothing', async (name, said) => {
  const { run, folder } = deskWith('letter.docx', 'no zip at all');
  const { status, told } = await run(['convert', '--from', 'srt', name, 'out.txt']);
  expect(status).toBe(1);
  expect(told.at(-1)).toContain(said);
  expect(readdirSync(folder)).toEqual(['letter.docx']);
});

test('says that a file cannot be written', async () => {
  const { run } = deskWith('a.srt', SRT);
  const { status, told } = await run(['convert', 'a.srt', 'no/such/folder/b.txt']);
  expect(status).toBe(1);
  expect(told.at(-1)).toContain('“b.txt” could not be written');
});
