import { generateNKeysBetween } from 'fractional-indexing';

/**
 * Returns a place for each item, strictly rising: the place that it has where that still fits, a new one between
 * its neighbours' where it has none or does not fit.
 */
export function placeItems(places: readonly (string | undefined)[]): readonly string[] {
  if (isRising(places)) return places;
  const kept = fittingPlaces(places);
  const result: string[] = [];
  for (let index = 0; index < kept.length; ) {
    const own = kept[index];
    if (own !== undefined) {
      result.push(own);
      index++;
      continue;
    }
    let next = index;
    while (next < kept.length && kept[next] === undefined) next++;
    result.push(...generateNKeysBetween(result.at(-1) ?? null, kept[next] ?? null, next - index));
    index = next;
  }
  return result;
}

function isRising(places: readonly (string | undefined)[]): places is readonly string[] {
  return places.every(
    (place, index) => place !== undefined && (index === 0 || (places[index - 1] ?? '') < place),
  );
}

/** Returns the places that may stay: as many as rise from first to last, undefined for the others. */
function fittingPlaces(places: readonly (string | undefined)[]): (string | undefined)[] {
  // Patience sorting: `tails[n]` is where the best rising run of n + 1 places ends so far.
  const tails: number[] = [];
  const cameFrom = new Array<number>(places.length).fill(-1);
  for (const [index, place] of places.entries()) {
    if (place === undefined) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[tails[middle] ?? -1] ?? '') < place) low = middle + 1;
      else high = middle;
    }
    cameFrom[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const kept = new Array<string | undefined>(places.length).fill(undefined);
  for (let index = tails.at(-1) ?? -1; index >= 0; index = cameFrom[index] ?? -1) kept[index] = places[index];
  return kept;
}
