import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { firstChoice } from './export-choices.ts';

describe('the first choice', () => {
  const fresh = { exportFormat: null, exportOptions: null, exportProfile: null, exportProfiles: [] };
  it('is the first format, in the language of the text', () => {
    expect(firstChoice(fresh, FORMATS, 'kk-Cyrl', 'en')).toEqual({
      format: FORMATS[0]?.id,
      options: { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' },
      profile: null,
    });
  });
  it('falls back to the language of the interface', () => {
    expect(firstChoice(fresh, FORMATS, 'ko', 'ru').options.language).toBe('ru');
  });
  it('is what was chosen last, and the profile that it began from', () => {
    const options = { ...DEFAULT_EXPORT_OPTIONS, times: false, language: 'en' } as const;
    const last = { exportFormat: 'srt', exportOptions: options, exportProfile: 'A' } as const;
    const exportProfiles = [{ name: 'A', format: 'vtt', options }] as const;
    expect(firstChoice({ ...last, exportProfiles }, FORMATS, 'kk', 'kk')).toEqual({
      format: 'srt',
      options,
      profile: 'A',
    });
    expect(firstChoice({ ...last, exportProfiles: [] }, FORMATS, 'kk', 'kk').profile).toBeNull();
  });
});
