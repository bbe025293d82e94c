import type JSZip from 'jszip';

interface StreamedPart {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array>;
}

/**
 * Returns the bytes of a part of a zip, or null when it is damaged or holds more than `mostBytes`: it is unpacked only
 * so far, whatever size its header claims.
 */
export function zipPart(part: JSZip.JSZipObject, mostBytes: number): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const stream = (part as unknown as StreamedPart).internalStream('uint8array');
    stream.on('data', (chunk) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > mostBytes) {
        stream.pause();
        chunks.length = 0;
        resolve(null);
      }
    });
    stream.on('error', () => resolve(null));
    stream.on('end', () => resolve(joined(chunks, length)));
    stream.resume();
  });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
