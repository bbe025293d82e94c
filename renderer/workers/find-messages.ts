import type { SpeakerId, TurnId } from '../../shared/model/ids.ts';
import type { FindQuery, Match } from '../../shared/search/find-matches.ts';

/** A turn as it is searched: its text between timestamps and tags, piece by piece. */
export interface SearchedTurn {
  readonly id: TurnId;
  readonly speakerId: SpeakerId | null;
  readonly pieces: readonly string[];
}

/** A match in one piece of a turn. */
export interface PieceMatch extends Match {
  readonly piece: number;
}

export interface FindRequest {
  readonly number: number;
  /** Turns that came or changed since the last request, and those that went. */
  readonly changed: readonly SearchedTurn[];
  readonly gone: readonly TurnId[];
  readonly query: FindQuery;
  readonly replacement: string;
  /** Only what this speaker says; undefined: what anybody says. */
  readonly speakerId: SpeakerId | null | undefined;
}

export type FindReply =
  | {
      readonly number: number;
      readonly kind: 'found';
      /** Whether these are all matches; else only those of turns that changed. */
      readonly all: boolean;
      readonly matches: ReadonlyMap<TurnId, readonly PieceMatch[]>;
    }
  | { readonly number: number; readonly kind: 'bad-pattern' };
