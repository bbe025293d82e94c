const heartbeatMs = 20_000;

/**
 * Writes a span of time for people: `0.4 s`, `1 min 12 s`.
 *
 * @param {number} ms
 */
export function formatElapsed(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1000)} s`;
}

/**
 * Does one step of set-up and says so: a line when there is something to do, a line when it is done, and one in
 * between now and then, so that a slow step is not taken for a dead one.
 *
 * @template T
 * @param {string} name
 * @param {(working: (what: string) => void) => Promise<T>} work calls `working` before what takes long
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const startedMs = performance.now();
  const elapsed = () => formatElapsed(performance.now() - startedMs);
  let heartbeat;
  const working = (what) => {
    console.log(`  ${name}: ${what}`);
    heartbeat ??= setInterval(() => console.log(`  ${name}: still at it, ${elapsed()}`), heartbeatMs);
  };
  try {
    const result = await work(working);
    console.log(`✓ ${name} (${elapsed()})`);
    return result;
  } catch (error) {
    console.log(`✗ ${name} (${elapsed()})`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
