import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { FORMATS, formatById } from '../../shared/formats/registry.ts';
import { firstChoice, KEEPABLE, keptParts } from './export-choices.ts';

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

describe('the first choice', () => {
  const fresh = { exportFormat: null, exportOptions: null };
  it('is the first format, in the language of the text', () => {
    expect(firstChoice(fresh, FORMATS, 'kk-Cyrl', 'en')).toEqual({
      format: FORMATS[0]?.id,
      options: { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' },
    });
  });
  it('falls back to the language of the interface', () => {
    expect(firstChoice(fresh, FORMATS, 'ko', 'ru').options.language).toBe('ru');
  });
  it('is what was chosen last', () => {
    const options = { ...DEFAULT_EXPORT_OPTIONS, times: false, language: 'en' } as const;
    expect(firstChoice({ exportFormat: 'srt', exportOptions: options }, FORMATS, 'kk', 'kk')).toEqual({
      format: 'srt',
      options,
    });
  });
});
