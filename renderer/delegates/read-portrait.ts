import { PORTRAIT_LIMIT_BYTES, PORTRAIT_SIZE } from '../../shared/model/portrait.ts';

/**
 * Returns a picture file as a portrait: the square in its middle, small, without anything else that the file says. Rejects
 * for what is no picture.
 */
export async function readPortrait(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await createImageBitmap(file);
  try {
    const side = Math.min(picture.width, picture.height);
    const canvas = new OffscreenCanvas(PORTRAIT_SIZE, PORTRAIT_SIZE);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    const left = (picture.width - side) / 2;
    // The head is in the upper part of an upright picture.
    const top = (picture.height - side) / 4;
    context.drawImage(picture, left, top, side, side, 0, 0, PORTRAIT_SIZE, PORTRAIT_SIZE);
    for (const quality of [0.85, 0.7, 0.5, 0.3]) {
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
      if (blob.size <= PORTRAIT_LIMIT_BYTES) return new Uint8Array(await blob.arrayBuffer());
    }
    throw new Error('the picture does not become small');
  } finally {
    picture.close();
  }
}
