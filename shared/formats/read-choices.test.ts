import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { turnText } from '../model/turn.ts';
import { csv } from './csv.ts';
import { eaf } from './eaf/eaf.ts';
import { encodeText } from './encoding.ts';
import { exb } from './exb/exb.ts';
import type { Format, ImportResult } from './format.ts';
import type { ReadChoices } from './read-choices.ts';
import { srt } from './srt.ts';
import { textgrid } from './textgrid/textgrid.ts';
import { txt } from './txt.ts';

const fixture = (name: string) => readFile(resolve('shared/formats/fixtures', name));
const read = async ({ read: reader }: Format, bytes: Uint8Array, choices: ReadChoices = {}) => {
  const result = await reader?.(bytes, { fileName: 'a', language: 'kk', choices });
  if (!result) throw new Error('The format is not read.');
  return result;
};
const textsOf = ({ document }: ImportResult) => document?.turns.map(turnText);
const timesOf = ({ document }: ImportResult) => document?.turns.map(({ startMs }) => startMs);

describe('an encoding that a person names', () => {
  it('is that, whatever the bytes look like', async () => {
    const bytes = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xbc]);
    expect(textsOf(await read(txt, bytes, { encoding: 'Windows-1251' }))).toEqual(['Привет ј']);
    expect(textsOf(await read(txt, bytes, { encoding: 'KZ-1048' }))).toEqual(['Привет ә']);
    expect(textsOf(await read(txt, bytes, { encoding: 'KOI8-R' }))?.[0]).toMatch(/^оПХБЕР/);
  });

  it('is not warned of as assumed', async () => {
    const bytes = await fixture('old-kazakh.txt');
    const codes = async (choices: ReadChoices) =>
      (await read(txt, bytes, choices)).warnings.map(({ code }) => code);
    expect(await codes({})).toContain('encoding-assumed');
    expect(await codes({ encoding: 'KZ-1048' })).not.toContain('encoding-assumed');
  });
});

describe('columns that a person names', () => {
  const table = encodeText('a;b;c;d\n10;кіріспе;Дана;Бірінші сөз осы\n20;негізгі;Ерлан;Екінші сөз осы\n');

  it('are told with their names and what is in them', async () => {
    const { layout } = await read(csv, table);
    expect(layout?.columns.map(({ name, sample }) => [name, sample])).toEqual([
      ['', 'a'],
      ['', 'b'],
      ['', 'c'],
      ['', 'd'],
    ]);
    const named = await read(csv, encodeText('Start;Speaker;Text;Room\n0:10;Дана;Сөз;5\n'));
    expect(named.layout?.columns).toEqual([
      { name: 'Start', sample: '0:10', field: 'start' },
      { name: 'Speaker', sample: 'Дана', field: 'speaker' },
      { name: 'Text', sample: 'Сөз', field: 'text' },
      { name: 'Room', sample: '5', field: null },
    ]);
  });

  it('are taken for that, and nothing is assumed', async () => {
    const body = encodeText('0:10;кіріспе;Дана;Бірінші сөз осы\n0:20;негізгі;Ерлан;Екінші сөз осы\n');
    const result = await read(csv, body, { columns: ['start', 'text', 'speaker', null] });
    expect(textsOf(result)).toEqual(['кіріспе', 'негізгі']);
    expect(timesOf(result)).toEqual([10_000, 20_000]);
    expect(result.document?.speakers.map(({ name }) => name.kk)).toEqual(['Дана', 'Ерлан']);
    expect(result.warnings).toEqual([]);
  });
});

describe('frames that a person counts', () => {
  const table = encodeText('Start;Text\n00:00:01:15;Бір\n00:00:02:28;Екі\n');

  it('are as many in a second as is said', async () => {
    expect(timesOf(await read(csv, table, { frameRate: 30 }))).toEqual([1500, 2933]);
    expect(timesOf(await read(csv, table, { frameRate: 60 }))).toEqual([1250, 2467]);
  });

  it('are told, also where the usual rate cannot be theirs', async () => {
    const result = await read(csv, table);
    expect(result.layout?.timeWritings).toEqual(['frames']);
    expect(timesOf(result)).toEqual([1600, null]);
    expect(result.warnings.map(({ code }) => code)).toEqual(['bad-time']);
    expect((await read(txt, encodeText('[00:12:03] Дана: сөз'))).layout?.timeWritings).toEqual(['clock']);
    expect((await read(srt, encodeText('1\n00:00:01,000 --> 00:00:02,000\nСөз\n'))).layout).toBeUndefined();
  });
});

const EAF = `<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-01-01T00:00:00Z" FORMAT="3.0" VERSION="3.0">
<HEADER TIME_UNITS="milliseconds"/>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="3000"/>
<TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="2500"/><TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="5000"/></TIME_ORDER>
<TIER TIER_ID="Дана" LINGUISTIC_TYPE_REF="t" LANG_REF="kk"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>Қайырлы таң</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="Ерлан" LINGUISTIC_TYPE_REF="t" LANG_REF="kk"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4"><ANNOTATION_VALUE>Сізге де</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="Дана-en" PARENT_REF="Дана" LINGUISTIC_TYPE_REF="tr" LANG_REF="en"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1"><ANNOTATION_VALUE>Good morning</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="t" TIME_ALIGNABLE="true"/><LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="tr" TIME_ALIGNABLE="false" CONSTRAINTS="Symbolic_Association"/>
<LANGUAGE LANG_ID="kk"/><LANGUAGE LANG_ID="en"/>
</ANNOTATION_DOCUMENT>`;

describe('tiers that a person takes', () => {
  it('are told, with those that hang on others left out unless they are taken', async () => {
    const result = await read(eaf, encodeText(EAF));
    expect(result.layout?.tiers).toEqual([
      { id: 'Дана', entryCount: 1, parent: null, isTaken: true },
      { id: 'Ерлан', entryCount: 1, parent: null, isTaken: true },
      { id: 'Дана-en', entryCount: 1, parent: 'Дана', isTaken: false },
    ]);
    expect(textsOf(result)).toEqual(['Қайырлы таң', 'Сізге де']);
    expect(result.warnings).toEqual([
      expect.objectContaining({ code: 'other-tier-left-out', excerpt: 'Дана-en' }),
    ]);
  });

  it('may be a translation, which has the times and the speaker of its original, and its own language', async () => {
    const { document, warnings } = await read(eaf, encodeText(EAF), { tiers: ['Дана-en'] });
    expect(document?.turns).toMatchObject([
      { startMs: 1000, endMs: 3000, content: [{ text: 'Good morning' }] },
    ]);
    expect(document?.speakers.map(({ name }) => Object.values(name)[0])).toEqual(['Дана']);
    expect(document?.language).toBe('en');
    expect(warnings).toEqual([]);
  });

  it('overlap as they do in the file', async () => {
    const { document } = await read(eaf, encodeText(EAF));
    expect(document?.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [1000, 3000],
      [2500, 5000],
    ]);
  });

  it('that hang on one another in a circle have no times, and nothing hangs', async () => {
    const circle = EAF.replace('ANNOTATION_REF="a1"', 'ANNOTATION_REF="a3"').replace(
      'TIER_ID="Дана" ',
      'TIER_ID="Дана" PARENT_REF="Дана-en" ',
    );
    const result = await read(eaf, encodeText(circle), { tiers: ['Дана', 'Дана-en'] });
    expect(textsOf(result)).toEqual(['Қайырлы таң']);
    expect(result.warnings.map(({ code }) => code)).toEqual(['unreadable-part']);
  });

  it.each([
    ['TextGrid', textgrid, 'praat-short.TextGrid'],
    ['EXMARaLDA', exb, 'exmaralda.exb'],
  ] as const)('%s: one alone', async (_, format, name) => {
    const bytes = await fixture(name);
    const { layout, document } = await read(format, bytes);
    const [first] = layout?.tiers.filter(({ isTaken }) => isTaken) ?? [];
    const alone = await read(format, bytes, { tiers: [first?.id ?? ''] });
    expect(alone.document?.turns.length).toBeGreaterThan(0);
    expect(alone.document?.turns.length).toBeLessThan(document?.turns.length ?? 0);
    expect(alone.layout?.tiers.filter(({ isTaken }) => isTaken).map(({ id }) => id)).toEqual([first?.id]);
  });
});
