/**
 * Endings of Kazakh nouns, from the outside in: case, possession, number. Endings of one letter are left alone unless
 * something was cut before them: too many stems end in them.
 */
const CASES =
  /(?:менен|мен|бен|пен|ның|нің|дың|дің|тың|тің|ында|інде|нда|нде|ынан|інен|нан|нен|дан|ден|тан|тен|ына|іне|ға|ге|қа|ке|на|не|ын|ін|ны|ні|ды|ді|ты|ті|да|де|та|те)$/u;
const POSSESSION = /(?:ымыз|іміз|ыңыз|іңіз|мыз|міз|ңыз|ңіз|ым|ім|ың|ің|сы|сі|[ыі])$/u;
const NUMBER = /(?:лар|лер|дар|дер|тар|тер)$/u;

/** What is left of a word must say something still. */
const SHORTEST = 3;
const VOWEL_FIRST = /^[аәеоөұүыі]/u;
const HARDENED: Readonly<Record<string, string>> = { б: 'п', г: 'к', ғ: 'қ' };
const SOFTENED: Readonly<Record<string, string>> = { п: 'б', к: 'г', қ: 'ғ' };

/**
 * Returns what a Kazakh word begins with in most of its forms, the word in lower case, ё folded. The last consonant
 * changes before a vowel (кітап, кітабы), so there may be two.
 */
export function kazakhStems(word: string): readonly string[] {
  let stem = word;
  let cut = '';
  for (const endings of [CASES, POSSESSION, NUMBER, POSSESSION, NUMBER]) {
    const ending = endings.exec(stem)?.[0];
    if (ending === undefined || stem.length - ending.length < SHORTEST) continue;
    if (ending.length === 1 && !/[^аәеоөұүыіиуяюэ]$/u.test(stem.slice(0, -1))) continue;
    stem = stem.slice(0, -ending.length);
    cut = ending;
  }
  const last = stem.at(-1) ?? '';
  const changed = VOWEL_FIRST.test(cut)
    ? HARDENED[last]
    : cut === '' || cut.length > 1
      ? SOFTENED[last]
      : undefined;
  if (changed === undefined || stem.length < SHORTEST + 1) return [stem];
  return [stem, stem.slice(0, -1) + changed];
}
