/** What of a speaker stands under `field (language)` in EXMARaLDA's own words for him. */
export const SPEAKER_FIELDS = ['name', 'title', 'organisation', 'country'] as const;

/** Marks an event that begins a turn, though its tier has an event that ends there. */
export const NEW_TURN = 'Minber:new-turn';
