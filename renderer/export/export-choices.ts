import { DEFAULT_EXPORT_OPTIONS, type Format, type FormatId } from '../../shared/formats/format.ts';
import type { ExportOptions, Settings } from '../../shared/ipc/contract.ts';
import { LANGUAGES, type Language } from '../../shared/model/language.ts';

/** What a file may hold of a transcript; each has its words under `export.keep`. */
export const KEEPABLE = [
  'turnStart',
  'turnEnd',
  'milliseconds',
  'wholeTurns',
  'speakerName',
  'speakerDetails',
  'status',
  'timestamps',
  'tags',
  'recordingData',
] as const;
export type Keepable = (typeof KEEPABLE)[number];

/** The option that leaves a part out when it is off. */
const GOVERNED_BY: Partial<Record<Keepable, 'times' | 'speakers' | 'inlines'>> = {
  turnStart: 'times',
  turnEnd: 'times',
  milliseconds: 'times',
  speakerName: 'speakers',
  speakerDetails: 'speakers',
  timestamps: 'inlines',
  tags: 'inlines',
};

/** Returns what the file will hold and what it will leave out, with these options. */
export function keptParts(
  format: Pick<Format, 'keeps' | 'options'>,
  options: ExportOptions,
): { readonly kept: readonly Keepable[]; readonly dropped: readonly Keepable[] } {
  const keeps = (part: Keepable): boolean => {
    const option = GOVERNED_BY[part];
    if (option && format.options.includes(option) && !options[option]) return false;
    if (part !== 'milliseconds') return format.keeps[part];
    return format.options.includes('timeForm')
      ? options.timeForm === 'h:mm:ss.mmm'
      : format.keeps.timeStepMs === 1;
  };
  return { kept: KEEPABLE.filter(keeps), dropped: KEEPABLE.filter((part) => !keeps(part)) };
}

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
