import { alignTranslation, rowState } from '../../shared/model/translation.ts';
import type { Voice } from '../../shared/model/turn.ts';
import type { TranslationVerbs } from '../ports.ts';
import { turnElements, turnOf } from './slate-turns.ts';
import { asOneStep } from './verbs/as-one-step.ts';
import { currentIndex, indexOfTurn } from './verbs/current-turn.ts';
import { setTurn } from './verbs/set-turn.ts';
import { acceptSource, reopenTurn } from './verbs/translate-turn.ts';
import type { TranscriptSlate } from './with-transcript.ts';
import type { Source } from './with-translation.ts';

interface Parts {
  readonly slate: TranscriptSlate;
  /** What is translated; null: the open text is an original. */
  readonly source: Source | null;
  readonly goTo: (index: number) => void;
  /** Does the verb on the turn with the caret when it is this desk's to change. */
  readonly withOwnCurrent: (verb: (index: number) => void) => void;
  /** Says that nothing is left to translate. */
  readonly tellFinished: () => void;
}

/** Returns what can be done with a translation, and what can be said of the voice and language of a turn. */
export function translationVerbs({
  slate,
  source,
  goTo,
  withOwnCurrent,
  tellFinished,
}: Parts): TranslationVerbs {
  /** Places of the first turns of the rows that are still to be worked on, in their order. */
  function unfinished(from: Source): readonly number[] {
    const turns = turnElements(slate).map(turnOf);
    const places = new Map(turns.map((turn, index) => [turn, index]));
    return alignTranslation(from.turns, turns).flatMap((row) => {
      const state = rowState(row);
      const [first] = row.turns;
      return first && state !== null && state !== 'done' ? [places.get(first) ?? 0] : [];
    });
  }

  function goToUnfinished(direction: 'previous' | 'next') {
    if (!source) return;
    const here = currentIndex(slate) ?? -1;
    const places = unfinished(source);
    const beyond =
      direction === 'next'
        ? places.find((place) => place > here)
        : places.filter((place) => place < here).at(-1);
    const next = beyond ?? (direction === 'next' ? places[0] : places.at(-1));
    if (next === undefined || (next === here && places.length === 1)) tellFinished();
    else goTo(next);
  }

  const setCurrent = (change: Parameters<typeof setTurn>[2]) =>
    withOwnCurrent((index) => asOneStep(slate, () => setTurn(slate, index, change)));

  return {
    isTranslation: source !== null,
    finishTurn() {
      if (!source) return;
      const index = currentIndex(slate);
      if (index === null) return;
      acceptSource(slate, source, index, true);
      goToUnfinished('next');
    },
    reopenTurn: () => withOwnCurrent((index) => reopenTurn(slate, index)),
    acceptSource(id) {
      const index = indexOfTurn(slate, id);
      if (source && index !== null) acceptSource(slate, source, index, false);
    },
    goToUnfinished,
    setVoice: (voice: Voice | null) => setCurrent({ voice }),
    setTurnLanguage: (language: string | null) => setCurrent({ language }),
  };
}
