import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import type { ExportProfile } from '../../shared/formats/profile-file.ts';
import {
  isFreeName,
  isSameWay,
  renameProfile,
  withForeignProfile,
  withoutProfile,
  withProfile,
} from './profiles.ts';

const profile = (name: string, parts: Partial<ExportProfile> = {}): ExportProfile => ({
  name,
  format: 'txt',
  options: DEFAULT_EXPORT_OPTIONS,
  ...parts,
});
const profiles = [profile('Сайт'), profile('Press', { format: 'docx' })];

describe('two ways of exporting', () => {
  it('are the same whatever the order in which their options are named', () => {
    const { times, ...others } = DEFAULT_EXPORT_OPTIONS;
    expect(isSameWay(profile('a'), profile('b', { options: { ...others, times } }))).toBe(true);
  });
  it('differ by format, and by any option', () => {
    expect(isSameWay(profile('a'), profile('a', { format: 'srt' }))).toBe(false);
    const subtitle = { ...DEFAULT_EXPORT_OPTIONS.subtitle, lines: 1 };
    expect(isSameWay(profile('a'), profile('a', { options: { ...DEFAULT_EXPORT_OPTIONS, subtitle } }))).toBe(
      false,
    );
  });
});

describe('the list of profiles', () => {
  it('keeps its order when one changes, and takes a new one at the end', () => {
    const changed = profile('Сайт', { format: 'vtt' });
    expect(withProfile(profiles, changed)).toEqual([changed, profiles[1]]);
    expect(withProfile(profiles, profile('New')).map(({ name }) => name)).toEqual(['Сайт', 'Press', 'New']);
  });
  it('renames and removes', () => {
    expect(renameProfile(profiles, 'Press', 'Баспасөз').map(({ name }) => name)).toEqual([
      'Сайт',
      'Баспасөз',
    ]);
    expect(withoutProfile(profiles, 'Сайт')).toEqual([profiles[1]]);
  });
  it('has no name twice, and none that is blank', () => {
    expect(['Press', ' Press ', ' ', 'press'].map((name) => isFreeName(profiles, name))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('a profile from elsewhere', () => {
  it('comes under its name, or under a number behind it', () => {
    expect(withForeignProfile(profiles, profile('New')).name).toBe('New');
    const other = profile('Сайт', { format: 'srt' });
    const first = withForeignProfile(profiles, other);
    expect(first.name).toBe('Сайт (2)');
    expect(first.profiles).toHaveLength(3);
    expect(withForeignProfile(first.profiles, { ...other, format: 'vtt' }).name).toBe('Сайт (3)');
  });
  it('is not added twice', () => {
    expect(withForeignProfile(profiles, profile('Сайт'))).toEqual({ profiles, name: 'Сайт' });
  });
});
