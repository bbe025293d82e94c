import { Fourier } from './fft.ts';

/** 32 ms at 16,000 samples a second: syllables stay apart in time, harmonics of a voice nearly so in pitch. */
const WINDOW = 512;
/** From the strongest of a picture down to what is drawn as nothing. */
const RANGE_DB = 70;
/** Quieter than this is drawn as nothing, however quiet all the rest is. */
const FLOOR_DB = -100;

/** The frequencies of a stretch of sound: `columns` moments, each of `rows` strengths from the lowest up. */
export interface Spectrogram {
  readonly columns: number;
  readonly rows: number;
  /** 0 to 255, column by column. */
  readonly strengths: Uint8Array;
}

export const SPECTROGRAM_ROWS = WINDOW / 2;

/** Returns the spectrogram of samples with `columns` moments evenly spread; rows reach up to half the sampling rate. */
export function spectrogramOf(samples: Float32Array, columns: number): Spectrogram {
  const fourier = new Fourier(WINDOW);
  const rows = SPECTROGRAM_ROWS;
  const power = new Float32Array(rows);
  const decibels = new Float32Array(columns * rows);
  let strongest = FLOOR_DB;
  for (let column = 0; column < columns; column++) {
    const middle = ((column + 0.5) / columns) * samples.length;
    fourier.powerAt(samples, Math.round(middle - WINDOW / 2), power);
    for (let row = 0; row < rows; row++) {
      const level = Math.max(FLOOR_DB, 10 * Math.log10(power[row] as number));
      decibels[column * rows + row] = level;
      if (level > strongest) strongest = level;
    }
  }
  const nothing = Math.max(FLOOR_DB, strongest - RANGE_DB);
  const span = Math.max(1, strongest - nothing);
  const strengths = Uint8Array.from(decibels, (level) =>
    Math.round((Math.max(0, level - nothing) / span) * 255),
  );
  return { columns, rows, strengths };
}
