import { DEFAULT_EXPORT_OPTIONS, type Format } from '../../shared/formats/format.ts';
import type { Settings } from '../../shared/ipc/contract.ts';
import { LANGUAGES, type Language } from '../../shared/model/language.ts';
import { type ExportChoice, profileNamed } from './profiles.ts';

/**
 * Returns what the dialog starts with: what was chosen last, else the first format, with names in the language
 * of the text where the directory has it, else in that of the interface.
 */
export function firstChoice(
  settings: Pick<Settings, 'exportFormat' | 'exportOptions' | 'exportProfile' | 'exportProfiles'>,
  formats: readonly Pick<Format, 'id'>[],
  textLanguage: string,
  interfaceLanguage: Language,
): ExportChoice {
  const base = textLanguage.split('-')[0];
  const language = LANGUAGES.find((each) => each === base) ?? interfaceLanguage;
  const format = formats.find(({ id }) => id === settings.exportFormat) ?? formats[0];
  if (!format) throw new Error('No format can be written');
  return {
    format: format.id,
    options: settings.exportOptions ?? { ...DEFAULT_EXPORT_OPTIONS, language },
    profile: profileNamed(settings.exportProfiles, settings.exportProfile)?.name ?? null,
  };
}
