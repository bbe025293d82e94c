/** Rows set aside for each transcript; see migration 1. */
const ROWS_A_TRANSCRIPT = 2 ** 24;

export const firstRow = (transcript: number): number => transcript * ROWS_A_TRANSCRIPT;

export const lastRow = (transcript: number): number => firstRow(transcript + 1) - 1;

export const transcriptOfRow = (row: number): number => Math.floor(row / ROWS_A_TRANSCRIPT);
