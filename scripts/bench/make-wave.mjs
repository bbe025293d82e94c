import { open } from 'node:fs/promises';

const RATE = 8000;

/**
 * Writes a mono recording of silence, 8,000 samples of a byte each a second. The samples are a hole in the file, so
 * that hours take no room on the disk.
 */
export async function makeWave(path, seconds) {
  const bytes = seconds * RATE;
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  const file = await open(path, 'w');
  try {
    await file.write(header);
    await file.truncate(header.length + bytes);
  } finally {
    await file.close();
  }
}
