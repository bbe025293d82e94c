import { describe, expect, it } from 'vitest';
import { createTurn } from '../../model/turn.ts';
import { DEFAULT_EXPORT_OPTIONS, type TranscriptDocument } from '../format.ts';
import { bytesWritten, documentOf, written } from '../testing/expectations.ts';
import { codes, readFixture, rows } from '../testing/read-fixture.ts';
import { SESSION } from '../testing/session.ts';
import { exb } from './exb.ts';

const OPTIONS = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' } as const;
const CONTEXT = { fileName: 'x.exb', language: 'kk' };

describe('a transcription of EXMARaLDA', () => {
  it('has its chains of events joined, words made whole, sounds known, annotations named', async () => {
    const result = await readFixture('exmaralda.exb', 'ru');
    const { title, date, language, speakers } = documentOf(result);
    expect([title, date, language]).toEqual(['Су форумы, 2-күн', '2024-11-05', 'kk']);
    expect(speakers.map((speaker) => [speaker.name, speaker.title])).toEqual([
      [{ kk: 'Ақбота Жан' }, { ru: 'Модератор' }],
      [{ ru: 'ЕС' }, {}],
    ]);
    expect(rows(result)).toEqual([
      [0, 7250, 'Ақбота Жан', 'Құрметті қауым, [00:00:03] бүгін су туралы [laughter] айтамыз.'],
      [5500, 7250, 'ЕС', 'Иә, иә.'],
      [7250, 8000, '', '[applause]'],
      [8000, 9750, 'Ақбота Жан', 'Сөз сізде.'],
    ]);
    expect(codes(result)).toEqual([
      'unknown-markup 17 Age',
      'time-in-word-left-out 54 АЖ [v]',
      'other-tier-left-out 58 АЖ [en]',
      'other-tier-left-out 64 [nv]',
    ]);
  });

  it('damaged: what can be understood', async () => {
    const text =
      '<basic-transcription><common-timeline><tli id="T0" time="1"/><tli id="T1" time="-"/></common-timeline>' +
      '<tier type="t"><event start="T0" end="T9">Бір</event><event start="T1" end="T0">Екі';
    const result = await exb.read?.(new TextEncoder().encode(text), CONTEXT);
    expect(result && rows(result)).toEqual([
      [1000, null, '', 'Бір'],
      [null, 1000, '', 'Екі'],
    ]);
    expect(result?.warnings.map(({ code }) => code)).toEqual(['unreadable-part', 'bad-time', 'bad-time']);
  });
});

describe('a transcription for EXMARaLDA', () => {
  it('is this, to the letter', async () => {
    await expect(await written(exb, SESSION, OPTIONS)).toMatchFileSnapshot('../fixtures/session.exb');
  });

  it('keeps apart two turns of a speaker that meet', async () => {
    const [dana] = SESSION.speakers;
    const turn = (startMs: number, text: string) =>
      createTurn({
        speakerId: dana?.id ?? null,
        startMs,
        endMs: startMs + 1000,
        content: [{ type: 'text', text }],
      });
    const document: TranscriptDocument = { ...SESSION, turns: [turn(0, 'Бір.'), turn(1000, 'Екі.')] };
    const read = documentOf(await exb.read?.(await bytesWritten(exb, document, OPTIONS), CONTEXT));
    expect(read.turns.map(({ content }) => content)).toEqual(document.turns.map(({ content }) => content));
  });
});
