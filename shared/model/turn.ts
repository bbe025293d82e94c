import { type AnnotationId, newId, type SpeakerId, type TurnId } from './ids.ts';

/** A sound or gap inside a turn. */
export const TAG_KINDS = ['applause', 'laughter', 'inaudible', 'crosstalk'] as const;
export type TagKind = (typeof TAG_KINDS)[number];

export interface TextInline {
  readonly type: 'text';
  readonly text: string;
  /** The annotations that stand on this text: sorted, each once; absent when there are none. */
  readonly annotations?: readonly AnnotationId[] | undefined;
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

/** Who has worked on a turn; each part is absent as long as there is nothing to say. */
export interface TurnReview {
  /** Who last changed its words, times or speaker, by the name in their settings. */
  readonly editedBy?: string | undefined;
  /** Who checked it last, by the name in their settings. */
  readonly checkedBy?: string | undefined;
  /** When it was checked last, ISO 8601 in UTC. On a draft: it has been changed since. */
  readonly checkedAt?: string | undefined;
  /** What is doubtful about a flagged turn. */
  readonly flagNote?: string | undefined;
}

/** Whose voice is heard: that of who has the floor, or an interpreter's. */
export const VOICES = ['floor', 'interpreter'] as const;
export type Voice = (typeof VOICES)[number];

/** What a turn of a translation says of the turn that it translates. */
export interface Translates {
  readonly turnId: TurnId;
  /** The words that it was made from, '' where nothing has been translated yet. */
  readonly words: string;
  /** Present when the translator is done with it. */
  readonly done?: true | undefined;
}

/** What is said of a turn beside its words, speaker and times; each part is absent as long as there is nothing to say. */
export interface TurnDetails extends TurnReview {
  /** BCP 47 tag, where it is not the language of the transcript. */
  readonly language?: string | undefined;
  readonly voice?: Voice | undefined;
  /** In a translation: what it was made from. */
  readonly translates?: Translates | undefined;
}

/** In the order in which they are written. */
const DETAIL_KEYS = ['editedBy', 'checkedBy', 'checkedAt', 'flagNote', 'language', 'voice'] as const;

/** Returns what is said of a turn beside its words, speaker and times: nothing absent, in a settled order. */
export function turnDetails(
  turn: {
    readonly [K in keyof TurnDetails]?: TurnDetails[K] | null;
  },
): TurnDetails {
  const details: { -readonly [K in keyof TurnDetails]: TurnDetails[K] } = {};
  for (const key of DETAIL_KEYS) {
    const value = turn[key];
    if (value) Object.assign(details, { [key]: value });
  }
  if (turn.translates) {
    const { turnId, words, done } = turn.translates;
    details.translates = { turnId, words, ...(done ? { done } : {}) };
  }
  return details;
}

/** Returns whether a turn has been changed since somebody checked it. */
export function isChangedSinceCheck(turn: Pick<Turn, 'status' | 'checkedAt'>): boolean {
  return turn.status === 'draft' && turn.checkedAt !== undefined;
}

/**
 * What one speaker says without interruption. Times are integer milliseconds from the start of the media,
 * half-open `[startMs, endMs)`; null means not set yet.
 */
export interface Turn extends TurnDetails {
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

/** Returns the annotations that stand on an inline. Timestamps and tags have none. */
export function annotationsOn(inline: Inline): readonly AnnotationId[] {
  return (inline.type === 'text' && inline.annotations) || NO_ANNOTATIONS;
}
const NO_ANNOTATIONS: readonly AnnotationId[] = [];

/** Returns a run of text on which these annotations stand, in any order. */
export function textInline(text: string, annotations: Iterable<AnnotationId> = []): TextInline {
  const sorted = [...new Set(annotations)].sort();
  return sorted.length === 0 ? { type: 'text', text } : { type: 'text', text, annotations: sorted };
}

/** Returns the content without empty texts, and with texts side by side made one where the same annotations stand. */
export function joinTexts(content: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.type !== 'text') joined.push(inline);
    else if (last?.type === 'text' && sameAnnotations(last, inline))
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else if (inline.text !== '') joined.push(inline);
  }
  return joined;
}

/** Returns the content without annotations. */
export function withoutAnnotations(content: readonly Inline[]): readonly Inline[] {
  if (content.every((inline) => annotationsOn(inline).length === 0)) return content;
  return joinTexts(
    content.map((inline) => (inline.type === 'text' ? { type: 'text', text: inline.text } : inline)),
  );
}

function sameAnnotations(a: TextInline, b: TextInline): boolean {
  const [of, other] = [annotationsOn(a), annotationsOn(b)];
  return of.length === other.length && of.every((id, index) => id === other[index]);
}
