import type { Encoding } from './encoding.ts';
import type { ReadField } from './table-columns.ts';

/** What a person says of a file in place of what a reader would find out. What is absent is found out. */
export interface ReadChoices {
  readonly encoding?: Encoding | undefined;
  /** What each column of a table is; null is left out. */
  readonly columns?: readonly (ReadField | null)[] | undefined;
  /** Tiers to take, by id. */
  readonly tiers?: readonly string[] | undefined;
  /** Frames in a second, for times that count them. */
  readonly frameRate?: number | undefined;
}

/** A column of a table, and what it was taken for. */
export interface FoundColumn {
  /** What stands over it; '' where the table has no names. */
  readonly name: string;
  /** The first words in it, at most 60 characters. */
  readonly sample: string;
  readonly field: ReadField | null;
}

/** A line of annotations that may become turns. */
export interface FoundTier {
  readonly id: string;
  readonly entryCount: number;
  /** The tier that it hangs on, such as the one that it translates. */
  readonly parent: string | null;
  readonly isTaken: boolean;
}

/** The ways in which times may be written: as a clock, as one with frames, as an amount of a unit. */
export const TIME_WRITINGS = ['clock', 'frames', 'amount'] as const;
export type TimeWriting = (typeof TIME_WRITINGS)[number];

/** How a file is laid out, for the person who imports it. */
export interface FoundLayout {
  /** Of the first table; empty where there is none. */
  readonly columns: readonly FoundColumn[];
  readonly tiers: readonly FoundTier[];
  /** Of formats that leave the writing of times open; empty for those that do not. */
  readonly timeWritings: readonly TimeWriting[];
}
