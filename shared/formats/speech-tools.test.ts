import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../model/turn.ts';
import { eaf } from './eaf/eaf.ts';
import { exb } from './exb/exb.ts';
import {
  DEFAULT_EXPORT_OPTIONS,
  type ExportOptions,
  type Format,
  type TranscriptDocument,
} from './format.ts';
import { tei } from './tei/tei.ts';
import { documents, joined } from './testing/documents.ts';
import { bytesWritten, documentOf, type SeenTurn, seenTurns } from './testing/expectations.ts';
import { textgrid } from './textgrid/textgrid.ts';
import { trs } from './trs/trs.ts';

const CONTEXT = { fileName: 'forum.x', language: 'kk' };
const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };

interface Kept {
  readonly format: Format;
  /** What the format makes of the words' white space. */
  readonly words: (text: string) => string;
  readonly keepsTurn: (turn: SeenTurn) => boolean;
  /** Whether a speaker may speak over himself. */
  readonly overlapsOfOneSpeaker: boolean;
}
const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const asWritten = (text: string) => text.trim();

const hasWords = ({ text }: SeenTurn) => text !== '';
const isSomebodys = ({ speaker, text }: SeenTurn) => speaker !== '' || text !== '';

const FORMATS_OF_TIERS: readonly Kept[] = [
  { format: eaf, words: asWritten, keepsTurn: () => true, overlapsOfOneSpeaker: true },
  { format: textgrid, words: asWritten, keepsTurn: hasWords, overlapsOfOneSpeaker: true },
  { format: trs, words: onOneLine, keepsTurn: isSomebodys, overlapsOfOneSpeaker: false },
  { format: exb, words: onOneLine, keepsTurn: () => true, overlapsOfOneSpeaker: true },
  { format: tei, words: (text) => text, keepsTurn: () => true, overlapsOfOneSpeaker: true },
];

/** Tells whether a speaker has two turns at one time, or goes on without a pause. */
function speaksOverHimself(turns: readonly SeenTurn[]): boolean {
  return turns.some((turn, index) =>
    turns
      .slice(index + 1)
      .some(
        (other) =>
          other.speaker === turn.speaker &&
          (other.startMs ?? 0) <= (turn.endMs ?? 0) &&
          (turn.startMs ?? 0) <= (other.endMs ?? 0),
      ),
  );
}

async function readBack(format: Format, document: TranscriptDocument, options = OPTIONS) {
  return documentOf(await format.read?.(await bytesWritten(format, document, options), CONTEXT));
}

const anyTimed = fc.boolean().chain((crowded) => documents({ timesSet: true, crowded }));

const sorted = (turns: readonly SeenTurn[]) =>
  [...turns].sort(
    (a, b) => (a.startMs ?? 0) - (b.startMs ?? 0) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
  );

describe.each(FORMATS_OF_TIERS)('$format.id: read(write(d))', ({ format, words, ...kept }) => {
  it('keeps times to the millisecond, speakers and words, whatever they look like', async () => {
    await fc.assert(
      fc.asyncProperty(anyTimed, fc.boolean(), async (document, speakers) => {
        const options = { ...OPTIONS, speakers };
        const expected = seenTurns(document, format, options, words).filter(kept.keepsTurn);
        fc.pre(expected.length > 0 && (kept.overlapsOfOneSpeaker || !speaksOverHimself(expected)));
        const read = seenTurns(await readBack(format, document, options), format, OPTIONS, words);
        expect(sorted(read)).toEqual(sorted(expected));
        const starts = read.map(({ startMs }) => startMs ?? 0);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  it('keeps tags and timestamps as such, and warns of nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents({ plain: true, timesSet: true, inOrder: true, crowded: true }),
        async (document) => {
          const result = await format.read?.(await bytesWritten(format, document, OPTIONS), CONTEXT);
          expect(documentOf(result).turns.map(({ content }) => content)).toEqual(
            document.turns.map(({ content }) => joined(content)),
          );
          expect(result?.warnings).toEqual([]);
        },
      ),
    );
  });

  it('leaves no words out for want of a time', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true }), async (document) => {
        const spoken = (turns: readonly SeenTurn[]) => turns.map(({ text }) => text).sort();
        expect(spoken(seenTurns(await readBack(format, document), format, OPTIONS, words))).toEqual(
          spoken(seenTurns(document, format, OPTIONS, words)),
        );
      }),
    );
  });
});

describe('times that are not set', () => {
  it.each([exb, tei])('$id: come back not set', async (format) => {
    /** No such format has a turn without length. */
    const times = (turns: readonly Turn[]) =>
      turns
        .map(({ startMs, endMs }) => [startMs, startMs !== null && endMs === startMs ? endMs + 1 : endMs])
        .sort()
        .map(String);
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, crowded: true }), async (document) => {
        fc.pre(document.turns.every(({ endMs }) => endMs !== 0));
        expect(times((await readBack(format, document)).turns)).toEqual(times(document.turns));
      }),
    );
  });
});

describe('what is known of the speakers', () => {
  it.each([exb, tei])(
    '$id: names, titles, organisations and countries come back in each language',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(documents({ plain: true, timesSet: true }), async (document) => {
          const known = (each: TranscriptDocument) =>
            each.turns
              .map(({ speakerId }) => each.speakers.find(({ id }) => id === speakerId))
              .map((speaker) =>
                JSON.stringify(
                  speaker && [speaker.name, speaker.title, speaker.organisation, speaker.country],
                ),
              )
              .sort();
          expect(known(await readBack(format, document))).toEqual(known(document));
        }),
      );
    },
  );
});

describe('what is known of the recording', () => {
  it.each([eaf, exb, tei])('$id: title, date, place and language come back', async (format) => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, timesSet: true }), async (document) => {
        const { title, date, place, language } = await readBack(format, document);
        expect({ title, date, place, language }).toEqual({
          title: document.title,
          date: document.date,
          place: document.place,
          language: document.language,
        });
      }),
    );
  });
});
