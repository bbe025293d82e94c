/**
 * Returns the bits that are set in an input report of a foot pedal, as `report.byte.bit`. Pedals differ in which bit
 * stands for which foot, so nothing is presumed: each is learnt by pressing it.
 */
export function pressedBits(reportId: number, data: DataView): ReadonlySet<string> {
  const bits = new Set<string>();
  for (let byte = 0; byte < data.byteLength; byte++)
    for (let bit = 0; bit < 8; bit++)
      if (data.getUint8(byte) & (1 << bit)) bits.add(`${reportId}.${byte}.${bit}`);
  return bits;
}
