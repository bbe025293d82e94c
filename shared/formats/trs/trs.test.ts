import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, type TranscriptDocument } from '../format.ts';
import { detectFormat } from '../registry.ts';
import { bytesWritten, documentOf, written } from '../testing/expectations.ts';
import { codes, readFixture, rows } from '../testing/read-fixture.ts';
import { SESSION } from '../testing/session.ts';
import { trs } from './trs.ts';

const OPTIONS = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' } as const;
const CONTEXT = { fileName: 'x.trs', language: 'kk' };

describe('a file of Transcriber', () => {
  it('in ISO-8859-1: events, overlaps, a speaker who goes on, one who is not in the table', async () => {
    const result = await readFixture('transcriber-latin1.trs', 'en');
    const { title, language, date } = documentOf(result);
    expect([title, language, date]).toEqual(['Le débat', 'fr', null]);
    expect(rows(result)).toEqual([
      [
        2500,
        9254,
        'Hélène',
        "bonjour à tous , [laughter] nous parlons de l'eau [00:00:06] et d'abord [inaudible]",
      ],
      [9254, 11_000, 'Hélène', 'de la source .'],
      [9254, 15_000, 'Speaker 2', 'oui ? [00:00:12] non , pardon .'],
      [15_000, 16_000, 'Hélène', ''],
      [15_000, 16_000, 'Speaker 2', 'voilà'],
      [16_000, 30_000, 'spk3', 'fin'],
    ]);
    expect(codes(result)).toEqual([
      'unknown-markup 15 <Background>',
      'unknown-markup 31 <Comment> à vérifier',
    ]);
  });

  it('damaged and cut short: what can be understood', async () => {
    const result = await readFixture('transcriber-cut.trs');
    expect(rows(result)).toEqual([
      [0, null, 'Гүлнәр Ахан', 'Ғалымдар айтады: су & жер бірге.'],
      [4000, 8000, 'Гүлнәр Ахан', 'Екеуі де осында'],
      [4000, 8000, '', ''],
    ]);
    expect(documentOf(result).speakers).toHaveLength(1);
    expect(documentOf(result).date).toBe('2024-06-01');
    expect(result.warnings.map(({ code, line }) => [code, line])).toEqual([
      ['unreadable-part', 17],
      ['bad-time', 10],
    ]);
  });

  it('is told by its root, whatever its name', async () => {
    expect(detectFormat('x.xml', await bytesWritten(trs, SESSION, OPTIONS))?.id).toBe('trs');
  });
});

describe('a file for Transcriber', () => {
  it('is this, to the letter', async () => {
    await expect(await written(trs, SESSION, OPTIONS)).toMatchFileSnapshot('../fixtures/session.trs');
  });

  it('keeps two apart who have one name', async () => {
    const [dana, peter] = SESSION.speakers;
    if (!dana || !peter) throw new Error('The session has two speakers');
    const document: TranscriptDocument = { ...SESSION, speakers: [dana, { ...peter, name: dana.name }] };
    const read = documentOf(await trs.read?.(await bytesWritten(trs, document, OPTIONS), CONTEXT));
    expect(read.speakers.map(({ name }) => name)).toEqual([
      { kk: 'Дана Оспанқызы' },
      { kk: 'Дана Оспанқызы' },
    ]);
  });

  it('shows who goes on while another speaks, and keeps a timestamp within it', async () => {
    const [first, second, ...others] = SESSION.turns;
    if (!first || !second) throw new Error('The session has turns');
    const document: TranscriptDocument = {
      ...SESSION,
      turns: [
        { ...second, startMs: 1000, endMs: 20_000 },
        { ...first, startMs: 5000, endMs: 9000 },
      ],
    };
    expect(others).not.toHaveLength(0);
    const read = documentOf(await trs.read?.(await bytesWritten(trs, document, OPTIONS), CONTEXT));
    expect(read.turns.map(({ startMs, endMs, content }) => [startMs, endMs, content])).toEqual(
      document.turns.map(({ startMs, endMs, content }) => [startMs, endMs, content]),
    );
  });
});
