export interface HeardClick {
  /** Where the element was told to be, in seconds. */
  readonly place: number;
  /** How much later than in truth a click was heard, in milliseconds. */
  readonly errorMs: number;
}

export function hearClicks(task: {
  readonly url: string;
  /** Seconds, as all here. */
  readonly places: readonly number[];
  readonly clicks: readonly number[];
  readonly hearSeconds: number;
}): Promise<readonly HeardClick[]>;
