import { DEFAULT_EXPORT_OPTIONS, type Format, type FormatId } from '../../shared/formats/format.ts';
import type { ExportOptions, Settings } from '../../shared/ipc/contract.ts';
import { LANGUAGES, type Language } from '../../shared/model/language.ts';

/**
 * Returns what the dialog starts with: what was chosen last, else the first format, with names in the language
 * of the text where the directory has it, else in that of the interface.
 */
export function firstChoice(
  settings: Pick<Settings, 'exportFormat' | 'exportOptions'>,
  formats: readonly Pick<Format, 'id'>[],
  textLanguage: string,
  interfaceLanguage: Language,
): { readonly format: FormatId; readonly options: ExportOptions } {
  const base = textLanguage.split('-')[0];
  const language = LANGUAGES.find((each) => each === base) ?? interfaceLanguage;
  const format = formats.find(({ id }) => id === settings.exportFormat) ?? formats[0];
  if (!format) throw new Error('No format can be written');
  return { format: format.id, options: settings.exportOptions ?? { ...DEFAULT_EXPORT_OPTIONS, language } };
}
