import { newId, type SpeakerId, type TurnId } from './ids.ts';

/** A sound or gap inside a turn. */
export const TAG_KINDS = ['applause', 'laughter', 'inaudible', 'crosstalk'] as const;
export type TagKind = (typeof TAG_KINDS)[number];

export interface TextInline {
  readonly type: 'text';
  readonly text: string;
}
/** A moment noted inside the text. `atMs`: milliseconds from the start of the media. */
export interface TimestampInline {
  readonly type: 'timestamp';
  readonly atMs: number;
}
export interface TagInline {
  readonly type: 'tag';
  readonly tag: TagKind;
}
export type Inline = TextInline | TimestampInline | TagInline;

export const TURN_STATUSES = ['draft', 'checked', 'flagged'] as const;
export type TurnStatus = (typeof TURN_STATUSES)[number];

/**
 * What one speaker says without interruption. Times are integer milliseconds from the start of the media,
 * half-open `[startMs, endMs)`; null means not set yet.
 */
export interface Turn {
  readonly id: TurnId;
  readonly speakerId: SpeakerId | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly status: TurnStatus;
  readonly content: readonly Inline[];
}

/** A turn with its place in the transcript. `order` is a fractional index: a string that sorts by code unit. */
export interface PlacedTurn extends Turn {
  readonly order: string;
}

/** Returns an empty draft turn with the given parts. */
export function createTurn(parts: Partial<Turn> = {}): Turn {
  return {
    id: newId<TurnId>(),
    speakerId: null,
    startMs: null,
    endMs: null,
    status: 'draft',
    content: [],
    ...parts,
  };
}

/** Returns the words of a turn: its text without timestamps and tags, runs joined, white space as typed. */
export function turnText(turn: Pick<Turn, 'content'>): string {
  return turn.content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
}

/** Returns inlines made from plain text: one text inline, or none for ''. */
export function textContent(text: string): readonly Inline[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
