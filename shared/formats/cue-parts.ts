import { joinPieces } from './cue-text.ts';
import { parseInlines } from './inline-text.ts';
import type { Reading } from './reading.ts';

/** A cue as a file has it. */
export interface ReadCue {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
  readonly line: number;
}

interface Draft extends ReadCue {
  endMs: number | null;
  text: string;
  part: number;
}

/** Turns that are put together from cues, by identifiers of the form `turn-part`. */
export class CueParts {
  readonly #drafts: Draft[] = [];
  readonly #byTurn = new Map<string, Draft>();

  /** Joins a cue to the one before it of the same turn and speaker, else begins a turn. */
  add(cue: ReadCue, id: string): void {
    const [, turn = '', partText = ''] = /^(.*\d)-(\d{1,6})\s*$/.exec(id.trim()) ?? [];
    const part = Number(partText);
    const before = this.#byTurn.get(turn);
    if (turn !== '' && before && before.part + 1 === part && before.speaker === cue.speaker) {
      before.text = joinPieces(before.text, cue.text);
      before.endMs = cue.endMs;
      before.part = part;
      return;
    }
    const draft: Draft = { ...cue, part };
    this.#drafts.push(draft);
    if (turn !== '') this.#byTurn.set(turn, draft);
  }

  /** Adds the turns to what is read, in the order in which they begin in the file. */
  addTo(reading: Reading): void {
    for (const { text, part: _, ...draft } of this.#drafts)
      reading.add({ ...draft, content: parseInlines(text) });
  }
}
