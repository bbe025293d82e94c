import { CATALOGUES } from '../i18n/i18n.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import { TAG_KINDS, type TagKind } from '../model/turn.ts';

/** Returns the words that a document shows for a tag, without brackets. */
export const tagLabel = (tag: TagKind, language: Language): string => CATALOGUES[language].tag[tag];

/** Returns the words that stand in place of what is off the record, without brackets. */
export const withheldLabel = (language: Language): string => CATALOGUES[language].export.withheldMarker;

/** What other programs and stenographers write for our tags. */
const OTHER_LABELS: Readonly<Record<TagKind, readonly string[]>> = {
  applause: ['applauding', 'clapping', 'продолжительные аплодисменты', 'шапалақ', 'ду қол шапалақтау'],
  laughter: ['laughs', 'laughing', 'смеётся', 'смеются', 'смех в зале', 'күледі'],
  inaudible: ['unclear', 'unintelligible', 'indistinct', 'нрзб', 'неразб', 'не слышно', 'естілмейді'],
  crosstalk: ['overlapping speech', 'overlapping', 'перекрёстный разговор', 'говорят вместе'],
};

const TAG_BY_LABEL: ReadonlyMap<string, TagKind> = new Map(
  TAG_KINDS.flatMap((tag) =>
    [...LANGUAGES.map((language) => tagLabel(tag, language)), ...OTHER_LABELS[tag]].map(
      (label) => [label.toLowerCase(), tag] as const,
    ),
  ),
);

/** Returns the tag that a label names in any of the three languages, or null. Case and a final dot do not matter. */
export function tagByLabel(label: string): TagKind | null {
  return TAG_BY_LABEL.get(label.trim().replace(/\.$/, '').toLowerCase()) ?? null;
}

export type RecordingField = keyof (typeof CATALOGUES)['en']['format']['field'];

/** Returns the label of a field in the heading of a document. */
export const fieldLabel = (field: RecordingField, language: Language): string =>
  CATALOGUES[language].format.field[field];

/** Returns the field that a label names in any of the three languages, or null. */
export function fieldByLabel(label: string): RecordingField | null {
  for (const language of LANGUAGES) {
    for (const [field, text] of Object.entries(CATALOGUES[language].format.field)) {
      if (text.toLowerCase() === label.trim().toLowerCase()) return field as RecordingField;
    }
  }
  return null;
}
