import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from './encoding.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, type TranscriptDocument } from './format.ts';
import { otr } from './otr.ts';
import { documents, joined } from './testing/documents.ts';
import { bytesWritten, documentOf, paragraphWords, seenTurns, written } from './testing/expectations.ts';
import { codes, readFixture, rows } from './testing/read-fixture.ts';
import { SESSION } from './testing/session.ts';

const CONTEXT = { fileName: 'forum.otr', language: 'kk' };
const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
/** HTML knows one space from another, not one from several. */
const htmlWords = (text: string) => paragraphWords(text.replace(/[^\S\n]+/g, ' '));
const readBack = async (document: TranscriptDocument, options = OPTIONS) =>
  documentOf(await otr.read?.(await bytesWritten(otr, document, options), CONTEXT));

describe('oTranscribe', () => {
  it('of the web: timestamps in seconds, names in bold, scripts, more of a turn below', async () => {
    const result = await readFixture('interview.otr');
    expect(rows(result)).toEqual([
      [2481, null, 'Дана', 'Қайырлы таң,\u00a0қонақтар. [00:00:05] Бастайық.'],
      [7250, null, 'Ермек', 'R&D туралы айтайын.'],
      [null, null, '', 'Жалғасы.'],
      [null, null, '', 'Соңы'],
    ]);
    expect(codes(result)).toEqual([
      'unknown-markup 1 <b>',
      'unknown-markup 3 <i>',
      'unknown-markup 3 <img>',
      'bad-time 7 x',
    ]);
  });

  it('of earlier years: line breaks for paragraphs, times as clocks', async () => {
    expect(rows(await readFixture('old-breaks.otr'))).toEqual([
      [62_000, null, '', 'Бірінші сөз. екінші жолы'],
      [3_723_000, null, 'Төраға', 'Рақмет.'],
    ]);
  });

  it('is written to the letter', async () => {
    await expect(await written(otr, SESSION, OPTIONS)).toMatchFileSnapshot('fixtures/session.otr');
  });

  it('keeps starts to the millisecond, speakers and words, whatever the words look like', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents({ plain: true }),
        documents(),
        fc.boolean(),
        fc.boolean(),
        async (named, hard, times, speakers) => {
          const document = {
            ...hard,
            speakers: named.speakers,
            turns: hard.turns.map((turn, index) => ({
              ...turn,
              speakerId: named.speakers[index]?.id ?? null,
            })),
          };
          const options = { ...OPTIONS, times, speakers };
          const expected = seenTurns(document, otr, options, htmlWords).filter(
            ({ speaker, startMs, text }) => speaker !== '' || startMs !== null || text !== '',
          );
          fc.pre(expected.length > 0);
          expect(seenTurns(await readBack(document, options), otr, OPTIONS, htmlWords)).toEqual(expected);
        },
      ),
    );
  });

  it('takes no words for a name that only a tab kept from looking like one', async () => {
    const [turn] = SESSION.turns;
    if (!turn) throw new Error('The session has no turn.');
    const content = [{ type: 'text', text: 'שלום\tЕсім (00:00:07): сөз' }] as const;
    const plain = { ...turn, content, speakerId: null, startMs: null };
    const read = await readBack({ ...SESSION, turns: [plain] });
    expect(read.speakers).toEqual([]);
    expect(seenTurns(read, otr, OPTIONS, htmlWords).map(({ text }) => text)).toEqual([
      'שלום Есім (00:00:07): сөз',
    ]);
  });

  it('keeps tags and timestamps as such, to the millisecond', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, timesSet: true, inOrder: true }), async (document) => {
        const { turns } = await readBack(document);
        expect(turns.map(({ content }) => content)).toEqual(
          document.turns.map(({ content }) => joined(content)),
        );
      }),
    );
  });

  it('reads HTML that is nested without end', async () => {
    const text = `${'<div><b>'.repeat(20_000)}сөз`;
    const result = await otr.read?.(encodeText(JSON.stringify({ text })), CONTEXT);
    expect(result && rows(result)).toEqual([[null, null, '', 'сөз']]);
  });
});
