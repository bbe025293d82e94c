import { expect, test } from 'vitest';
import { FORMATS } from '../../shared/formats/registry.ts';
import { desk } from './testing/desk.ts';

test('says how it is used, in the language of the system', async () => {
  const { run } = desk();
  const english = await run(['--help']);
  expect(english).toMatchObject({ status: 0, told: [] });
  for (const command of ['list', 'export', 'import', 'check', 'convert'])
    expect(english.out).toMatch(new RegExp(`^${command} `, 'm'));
  expect((await run([])).out).toBe(english.out);
  expect((await run(['-h'], { environment: { LANG: 'kk_KZ.UTF-8' } })).out).toContain('Аяқталу кодтары');
});

test.each(['list', 'export', 'import', 'check', 'convert'])(
  'explains %s and each of its options',
  async (name) => {
    const { out, status } = await desk().run([name, 'anything', '--help']);
    expect(status).toBe(0);
    expect(out).toContain(`minber ${name} `);
    const synopsis = /: minber (.*)/.exec(out)?.[1] ?? '';
    for (const [option] of synopsis.matchAll(/--[a-z-]+/g))
      expect(out).toMatch(new RegExp(`^${option} `, 'm'));
  },
);

test('lists every format where one is to be chosen', async () => {
  const { out } = await desk().run(['convert', '--help']);
  for (const { id } of FORMATS) expect(out).toMatch(new RegExp(`^${id} `, 'm'));
});

test('tells its version', async () => {
  expect(await desk().run(['--version'])).toEqual({ status: 0, out: 'Minber 1.2.3\n', told: [] });
});

test.each([
  [['frobnicate'], 'There is no command “frobnicate”'],
  [['--loud'], 'There is no command “--loud”'],
  [['list', '--loud'], 'There is no option --loud'],
  [['list', 'x'], 'What is expected: [--library FILE] [--json]'],
  [['export', '--all', '--format', 'srt'], '--out is needed'],
  [['export', '--out', 'x', '--format', 'srt'], '--recording, --all is needed'],
  [['export', '--out', 'x', '--all'], '--profile, --format is needed'],
  [
    ['export', '--out', 'x', '--all', '--profile', 'p', '--format', 'srt'],
    'Only one of these may be given: --profile, --format',
  ],
  [
    ['export', '--out', 'x', '--all', '--profile', 'p', '--option', 'times=false'],
    'Only one of these may be given: --profile, --option',
  ],
  [['export', '--out', 'x', '--all', '--format', 'exe'], 'There is no format “exe”'],
  [['import'], 'What is expected: '],
  [['import', 'x.mp4', '--language', 'not a language'], 'This cannot be: --language not a language'],
  [['convert', 'in.srt'], 'What is expected: IN OUT'],
  [['convert', 'in.srt', 'out.srt', 'more'], 'What is expected: IN OUT'],
  [['convert', 'in.srt', 'out.exe'], 'The name does not tell the format; say it with --to'],
])('refuses %j as wrong usage', async (words, said) => {
  const { status, out, told } = await desk().run(words);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(told[0]).toContain(said);
  expect(told[1]).toMatch(/^For help, type: minber .*--help$/);
});
