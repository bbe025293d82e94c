import type { SpeechLikelihood } from './speech-spans.ts';

const MAGIC = 'MBSP';
const VERSION = 1;
const HEADER_BYTES = 8;

/** Returns the likelihood of speech as it is kept: 'MBSP', a version of four bytes, one byte each 32 ms. */
export function encodeSpeech(likelihood: SpeechLikelihood): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES + likelihood.length);
  for (let index = 0; index < MAGIC.length; index++) bytes[index] = MAGIC.charCodeAt(index);
  new DataView(bytes.buffer).setUint32(4, VERSION, true);
  bytes.set(likelihood, HEADER_BYTES);
  return bytes;
}

/** Returns what `encodeSpeech` kept, or null when it is something else: then it is found out anew. */
export function decodeSpeech(bytes: Uint8Array): SpeechLikelihood | null {
  if (bytes.length < HEADER_BYTES) return null;
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) return null;
  const version = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  return version === VERSION ? bytes.subarray(HEADER_BYTES) : null;
}
