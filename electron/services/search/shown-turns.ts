import { redactTurns, type Secrets, secretsOf } from '../../../shared/formats/withhold.ts';
import type { TurnId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { PlacedTurn } from '../../../shared/model/turn.ts';
import { listAnnotations, listKinds } from '../../database/annotation-store.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import { listTurns } from '../../database/turn-store.ts';

interface Shown {
  readonly secrets: Secrets;
  /** All turns as others may see them, where spans of time are secret; null where turns can be looked at alone. */
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
    const { secrets, turns } = this.#shownOf(transcript, language);
    const shown = turns?.get(turn.id) ?? redactTurns([turn], { ...secrets, spans: [] }, language)[0] ?? turn;
    const parts = shown.content.map((inline) => (inline.type === 'text' ? inline.text : ' '));
    return parts.join('').replace(/\s+/gu, ' ').trim();
  }

  #shownOf(transcript: number, language: Language): Shown {
    const known = this.#transcripts.get(transcript);
    if (known) return known;
    const secrets = secretsOf(listAnnotations(this.#db, transcript), this.#kinds);
    const all =
      secrets.spans.length > 0 ? redactTurns(listTurns(this.#db, transcript), secrets, language) : null;
    const shown: Shown = { secrets, turns: all && new Map(all.map((turn) => [turn.id, turn])) };
    this.#transcripts.set(transcript, shown);
    return shown;
  }
}
