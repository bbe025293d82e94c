import { useEffect, useState } from 'react';

/** More than the tallest window shows. */
const FIRST = 40;
const STEP = 40;

/**
 * Returns the first of many rows at once and the rest bit by bit while nothing else is to be done: a table prepares
 * every row that it is given, seen or not.
 */
export function useGrowing<T>(rows: readonly T[]): readonly T[] {
  const [count, setCount] = useState(FIRST);
  const isWhole = count >= rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step asks for the next
  useEffect(() => {
    if (isWhole) return;
    const whenIdle = requestIdleCallback(() => setCount((known) => known + STEP), { timeout: 1000 });
    return () => cancelIdleCallback(whenIdle);
  }, [count, isWhole]);
  return isWhole ? rows : rows.slice(0, count);
}
