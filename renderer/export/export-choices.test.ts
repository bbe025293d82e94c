import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { firstChoice } from './export-choices.ts';

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
