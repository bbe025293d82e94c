import { CATALOGUES } from '../i18n/i18n.ts';
import { LANGUAGES } from '../model/language.ts';
import { alignTranslation } from '../model/translation.ts';
import type { Inline } from '../model/turn.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { inlineText, oneLine } from './inline-text.ts';
import { columnLabel } from './table-columns.ts';

/** A translation as it stands beside the original. */
export interface TextBeside {
  /** BCP 47 tag. */
  readonly language: string;
  /** What tells it from another into the same language; absent for most. */
  readonly name?: string;
  /** What is said beside each turn of the original, in their order; empty where nothing is translated. */
  readonly contents: readonly (readonly Inline[])[];
}

/** Returns the translations of a document turn by turn. */
export function textsBeside({ turns, translations = [] }: TranscriptDocument): readonly TextBeside[] {
  return translations.map(({ language, name, turns: translated }) => ({
    language,
    ...(name === undefined ? {} : { name }),
    contents: alignTranslation(turns, translated).map((row) =>
      row.turns.flatMap(({ content }, index): readonly Inline[] =>
        index > 0 ? [{ type: 'text', text: '\n' }, ...content] : content,
      ),
    ),
  }));
}

/** A translation as words, under what a file calls it. */
export interface WordsBeside {
  /** BCP 47 tag. */
  readonly language: string;
  /** `Translation (ru)`, by which `besideLabelIn` knows it again. */
  readonly label: string;
  /** Of each turn of the original, trimmed; '' where nothing is translated. */
  readonly texts: readonly string[];
}

/** Returns the translations of a document as words, with tags and times in them as the options say. */
export function wordsBeside(document: TranscriptDocument, options: ExportOptions): readonly WordsBeside[] {
  return textsBeside(document).map(({ language, name = '', contents }) => {
    const which = oneLine([language, name].filter((part) => part !== '').join(', ')).replace(/[():]/g, ' ');
    return {
      language,
      label: `${columnLabel('translation', options.language)} (${which})`,
      texts: contents.map((content) => inlineText(content, options).trim()),
    };
  });
}

const LABELS = LANGUAGES.map((language) => CATALOGUES[language].format.column.translation).join('|');
const LABEL = new RegExp(String.raw`^(?:${LABELS}) \([^():\n]{1,200}\)(?=:|$)`, 'u');

/** Returns the label of a translation, in any of the three languages, with which a text of a file begins, or null. */
export const besideLabelIn = (text: string): string | null => LABEL.exec(text)?.[0] ?? null;
