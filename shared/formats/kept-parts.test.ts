import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, type TranscriptDocument } from './format.ts';
import { KEEPABLE, keptParts, lostParts } from './kept-parts.ts';
import { FORMATS, formatById } from './registry.ts';
import { SESSION } from './testing/session.ts';

describe('what a file holds', () => {
  it.each(FORMATS.map((format) => [format.id, format] as const))(
    '%s: every part is kept or dropped',
    (_, format) => {
      const { kept, dropped } = keptParts(format, DEFAULT_EXPORT_OPTIONS);
      expect([...kept, ...dropped].sort()).toEqual([...KEEPABLE].sort());
    },
  );

  it('is all of it in the format of Minber', () => {
    expect(keptParts(formatById('json'), DEFAULT_EXPORT_OPTIONS).dropped).toEqual([]);
  });

  it('loses what an option turns off', () => {
    const txt = formatById('txt');
    const { kept } = keptParts(txt, {
      ...DEFAULT_EXPORT_OPTIONS,
      times: false,
      speakers: false,
      inlines: false,
    });
    for (const part of ['turnStart', 'milliseconds', 'speakerName', 'timestamps', 'tags'] as const)
      expect(kept).not.toContain(part);
  });

  it('keeps times whatever an option says that the format does not obey', () => {
    const { kept } = keptParts(formatById('srt'), {
      ...DEFAULT_EXPORT_OPTIONS,
      times: false,
      timeForm: 'mm:ss',
    });
    expect(kept).toEqual(expect.arrayContaining(['turnStart', 'turnEnd', 'milliseconds']));
  });

  it('has milliseconds when the form of times has them', () => {
    const txt = formatById('txt');
    expect(keptParts(txt, DEFAULT_EXPORT_OPTIONS).dropped).toContain('milliseconds');
    expect(keptParts(txt, { ...DEFAULT_EXPORT_OPTIONS, timeForm: 'h:mm:ss.mmm' }).kept).toContain(
      'milliseconds',
    );
  });
});

describe('what is lost of a transcript', () => {
  const bare: TranscriptDocument = {
    ...SESSION,
    date: null,
    place: '',
    speakers: [],
    turns: SESSION.turns.slice(2, 3),
  };

  it('is nothing in the format of Minber', () => {
    expect(lostParts(SESSION, formatById('json'), DEFAULT_EXPORT_OPTIONS)).toEqual([]);
  });

  it('is named where the transcript has it', () => {
    expect(lostParts(SESSION, formatById('txt'), DEFAULT_EXPORT_OPTIONS)).toEqual([
      'turnEnd',
      'milliseconds',
      'speakerDetails',
      'status',
      'recordingData',
    ]);
  });

  it('is nothing where the transcript has none of it', () => {
    expect(lostParts(bare, formatById('txt'), DEFAULT_EXPORT_OPTIONS)).toEqual([]);
  });
});
