import { alignTranslation } from '../model/translation.ts';
import type { Inline } from '../model/turn.ts';
import type { TranscriptDocument } from './format.ts';

/** A translation as it stands beside the original. */
export interface TextBeside {
  /** BCP 47 tag. */
  readonly language: string;
  /** What is said beside each turn of the original, in their order; empty where nothing is translated. */
  readonly contents: readonly (readonly Inline[])[];
}

/** Returns the translations of a document turn by turn. */
export function textsBeside({ turns, translations = [] }: TranscriptDocument): readonly TextBeside[] {
  return translations.map(({ language, turns: translated }) => ({
    language,
    contents: alignTranslation(turns, translated).map((row) =>
      row.turns.flatMap(({ content }, index): readonly Inline[] =>
        index > 0 ? [{ type: 'text', text: '\n' }, ...content] : content,
      ),
    ),
  }));
}
