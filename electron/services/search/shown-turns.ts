import { redactTurns, type Secrets, secretsOf } from '../../../shared/formats/withhold.ts';
import type { TurnId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { PlacedTurn } from '../../../shared/model/turn.ts';
import { listAnnotations, listKinds } from '../../database/annotation-store.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import { transcriptInNumber } from '../../database/transcript-store.ts';
import { openTurns } from '../open-turns.ts';
import { turnsOf } from '../turns-of.ts';

interface Shown {
  readonly secrets: Secrets;
  /** All turns as others may see them, where spans of time or the original decide; null where turns can be looked at alone. */
  readonly turns: ReadonlyMap<TurnId, PlacedTurn> | null;
}

/** What may be shown of turns among results: what is off the record may not. */
export class ShownTurns {
  readonly #db: ReadableDatabase;
  readonly #kinds: ReturnType<typeof listKinds>;
  readonly #transcripts = new Map<number, Shown>();

  constructor(db: ReadableDatabase) {
    this.#db = db;
    this.#kinds = listKinds(db);
  }

  /** Returns the words of a turn in one line, secret ones replaced by a marker. */
  textOf(transcript: number, turn: PlacedTurn, language: Language): string {
    const { secrets, turns } = this.#shownOf(transcript);
    const shown = turns?.get(turn.id) ?? redactTurns([turn], { ...secrets, spans: [] }, language)[0] ?? turn;
    const parts = shown.content.map((inline) => (inline.type === 'text' ? inline.text : ' '));
    return parts.join('').replace(/\s+/gu, ' ').trim();
  }

  #shownOf(transcript: number): Shown {
    const known = this.#transcripts.get(transcript);
    if (known) return known;
    const stored = transcriptInNumber(this.#db, transcript);
    const secrets = secretsOf(listAnnotations(this.#db, transcript), this.#kinds);
    const isWhole = secrets.spans.length > 0 || stored?.kind === 'translation';
    const all = stored && isWhole ? openTurns(this.#db, stored, turnsOf(this.#db, stored)) : null;
    const shown: Shown = { secrets, turns: all && new Map(all.map((turn) => [turn.id, turn])) };
    this.#transcripts.set(transcript, shown);
    return shown;
  }
}
