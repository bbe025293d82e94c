/** What a clip is: sound alone, or picture and sound. */
export const CLIP_FORMATS = ['m4a', 'mp3', 'wav', 'mp4'] as const;
export type ClipFormat = (typeof CLIP_FORMATS)[number];

/** What became of a quote that a clip was asked for. */
export const CLIP_OUTCOMES = ['written', 'withheld', 'no-times', 'failed'] as const;
export type ClipOutcome = (typeof CLIP_OUTCOMES)[number];
