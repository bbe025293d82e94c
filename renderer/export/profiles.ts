import type { ExportProfile } from '../../shared/formats/profile-file.ts';

/** What is going to be written: a format with its options, and the profile that it began from. */
export interface ExportChoice extends Omit<ExportProfile, 'name'> {
  /** Null: from none. */
  readonly profile: string | null;
}

export type Profiles = readonly ExportProfile[];

export const profileNamed = (profiles: Profiles, name: string | null): ExportProfile | null =>
  profiles.find((profile) => profile.name === name) ?? null;

/** Tells whether two ways of exporting write the same. */
export function isSameWay(
  a: Pick<ExportProfile, 'format' | 'options'>,
  b: Pick<ExportProfile, 'format' | 'options'>,
): boolean {
  return a.format === b.format && canonical(a.options) === canonical(b.options);
}

/** Options in one order of keys. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${parts.map(([key, part]) => `${key}:${canonical(part)}`).join()}}`;
}

/** Returns the profiles with this one in place of that of its name, or at the end. */
export function withProfile(profiles: Profiles, profile: ExportProfile): Profiles {
  return profileNamed(profiles, profile.name)
    ? profiles.map((each) => (each.name === profile.name ? profile : each))
    : [...profiles, profile];
}

export function renameProfile(profiles: Profiles, from: string, to: string): Profiles {
  return profiles.map((each) => (each.name === from ? { ...each, name: to } : each));
}

export function withoutProfile(profiles: Profiles, name: string): Profiles {
  return profiles.filter((each) => each.name !== name);
}

/** Tells whether a profile may get this name: it has letters, and no other has it. */
export function isFreeName(profiles: Profiles, name: string): boolean {
  return name.trim() !== '' && profileNamed(profiles, name.trim()) === null;
}

/**
 * Returns the profiles with one that came from elsewhere, and the name that it has got: its own, or a numbered one
 * where another profile has that. The same profile coming again is not added twice.
 */
export function withForeignProfile(
  profiles: Profiles,
  profile: ExportProfile,
): { readonly profiles: Profiles; readonly name: string } {
  for (let number = 1; ; number++) {
    const name = number === 1 ? profile.name : `${profile.name} (${number})`;
    const known = profileNamed(profiles, name);
    if (known && isSameWay(known, profile)) return { profiles, name };
    if (!known) return { profiles: [...profiles, { ...profile, name }], name };
  }
}
