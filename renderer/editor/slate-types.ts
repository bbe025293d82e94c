import type { AnnotationId, SpeakerId, TurnId } from '../../shared/model/ids.ts';
import type { TagKind, TurnDetails, TurnStatus } from '../../shared/model/turn.ts';
/** A run of text. `annotations` are those that stand on it: sorted, absent when there are none. */
export interface AnchoredText {
  text: string;
  annotations?: readonly AnnotationId[];
}

/** A turn in the editor. An absent speaker or time means "not set": Slate has no null properties. */
export interface TurnElement extends TurnDetails {
  type: 'turn';
  id: TurnId;
  speakerId?: SpeakerId;
  startMs?: number;
  endMs?: number;
  status: TurnStatus;
  children: TurnChild[];
}

/** A moment noted inside the text, milliseconds from the start of the media; a void. */
export interface TimestampElement {
  type: 'timestamp';
  atMs: number;
  children: AnchoredText[];
}

/** A sound or gap inside the text; a void. */
export interface TagElement {
  type: 'tag';
  tag: TagKind;
  children: AnchoredText[];
}

export type TurnChild = AnchoredText | TimestampElement | TagElement;

declare module 'slate' {
  interface CustomTypes {
    Element: TurnElement | TimestampElement | TagElement;
    Text: AnchoredText;
  }
}
