/** The Snowball stemmer of Russian, https://snowballstem.org/algorithms/russian/stemmer.html. */

const VOWEL = /[аеиоуыэюя]/u;
const PERFECTIVE = /(?:(?<=[ая])(?:вшись|вши|в)|(?:ившись|ывшись|ивши|ывши|ив|ыв))$/u;
const REFLEXIVE = /(?:ся|сь)$/u;
const ADJECTIVE = /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/u;
const PARTICIPLE = /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|(?:ивш|ывш|ующ))$/u;
const VERB =
  /(?:(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю))$/u;
const NOUN =
  /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/u;
const DERIVATIONAL = /(?:ость|ост)$/u;
const SUPERLATIVE = /(?:ейше|ейш)$/u;

/** Returns where the region behind the first consonant that follows a vowel begins. */
function regionBehind(word: string, from: number): number {
  for (let place = from + 1; place < word.length; place++)
    if (VOWEL.test(word[place - 1] ?? '') && !VOWEL.test(word[place] ?? '')) return place + 1;
  return word.length;
}

/** Returns the stem of a Russian word, the word in lower case, ё folded; it is what the word begins with. */
export function russianStem(word: string): string {
  const firstVowel = word.search(VOWEL);
  if (firstVowel < 0) return word;
  const start = firstVowel + 1;
  const second = regionBehind(word, regionBehind(word, 0));
  const head = word.slice(0, start);
  let rest = word.slice(start);
  const cut = (ending: RegExp): boolean => {
    const length = ending.exec(rest)?.[0].length ?? 0;
    rest = rest.slice(0, rest.length - length);
    return length > 0;
  };
  if (!cut(PERFECTIVE)) {
    cut(REFLEXIVE);
    if (cut(ADJECTIVE)) cut(PARTICIPLE);
    else if (!cut(VERB)) cut(NOUN);
  }
  cut(/и$/u);
  const derivational = DERIVATIONAL.exec(rest);
  if (derivational && start + derivational.index >= second) cut(DERIVATIONAL);
  if (rest.endsWith('нн')) rest = rest.slice(0, -1);
  else if (cut(SUPERLATIVE)) {
    if (rest.endsWith('нн')) rest = rest.slice(0, -1);
  } else cut(/ь$/u);
  return head + rest;
}
