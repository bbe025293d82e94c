/**
 * In the page: plays a click track through an element of its own from each place, and returns what was heard: the
 * distance in milliseconds between each click heard and where the element was told to be. A quiet tone under the clicks
 * marks the first sample that was played.
 *
 * @param {{url: string, places: readonly number[], clicks: readonly number[], hearSeconds: number}} task times in seconds
 */
export async function hearClicks({ url, places, clicks, hearSeconds }) {
  const context = new AudioContext({ sampleRate: 48_000 });
  const element = document.createElement('video');
  element.crossOrigin = 'anonymous';
  element.src = url;
  element.preload = 'auto';
  const source = context.createMediaElementSource(element);
  const recorder = context.createScriptProcessor(4096, 2, 1);
  let pieces = [];
  recorder.onaudioprocess = ({ inputBuffer }) => pieces.push(inputBuffer.getChannelData(0).slice());
  source.connect(recorder);
  recorder.connect(context.destination);
  await context.resume();
  await new Promise((resolve, reject) => {
    element.oncanplay = resolve;
    element.onerror = () => reject(new Error(element.error?.message ?? 'cannot be played'));
  });
  const errors = [];
  for (const place of places) {
    if (place > 0) {
      const sought = new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
      element.currentTime = place;
      await sought;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
    pieces = [];
    await element.play();
    await new Promise((resolve) => setTimeout(resolve, hearSeconds * 1000));
    element.pause();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const sound = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      sound.set(piece, at);
      at += piece.length;
    }
    const first = sound.findIndex((sample) => Math.abs(sample) > 0.002);
    const heard = [];
    for (let index = first; index < sound.length; index++) {
      if (Math.abs(sound[index]) < 0.25) continue;
      heard.push(place + (index - first) / 48_000);
      index += 9600;
    }
    for (const time of heard.slice(0, 3)) {
      const nearest = clicks.reduce((best, click) =>
        Math.abs(click - time) < Math.abs(best - time) ? click : best,
      );
      errors.push({ place, errorMs: (time - nearest) * 1000 });
    }
  }
  element.removeAttribute('src');
  element.load();
  await context.close();
  return errors;
}
