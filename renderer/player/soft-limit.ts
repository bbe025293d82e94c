const POINTS = 4097;
/** Up to here sound passes as it is. */
const LINEAR_TO = 0.8;

/** Returns the curve of a shaper that is given half of the sound: what passes 0.8 is bent, and nothing reaches 1. */
export function softLimitCurve(): Float32Array<ArrayBuffer> {
  const curve = new Float32Array(POINTS);
  for (let at = 0; at < POINTS; at++) {
    const sound = 2 * ((2 * at) / (POINTS - 1) - 1);
    const over = Math.max(0, Math.abs(sound) - LINEAR_TO);
    const room = 1 - LINEAR_TO;
    const bent = Math.min(Math.abs(sound), LINEAR_TO) + room * Math.tanh(over / room);
    curve[at] = Math.sign(sound) * Math.min(bent, 0.999);
  }
  return curve;
}
