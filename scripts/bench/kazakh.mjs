const WORDS =
  `өзен су арна бөгет тоған көл жаңбыр қар мұздық ағын деңгей дерек өлшеу есеп болжам келісім ортақ көрші
  аймақ облыс ауыл қала тұрғын шаруа егін жер суару үнемдеу технология ғалым инженер сарапшы министр төрайым
  отырыс форум сұрақ жауап пікір ұсыныс шешім жоспар қаржы бюджет жыл маусым көктем күз қазіргі келесі алдағы
  маңызды қажет нақты ашық сенімді бірлескен жаңа ұзақ мерзімді жүзеге асыру талқылау қарастыру бөлісу жинау
  құрметті әріптестер бүгін ерте кейін сондықтан әрине мысалы өкінішке орай және немесе бірақ үшін туралы
  бойынша арқылы дейін ғана тағы әлі енді бізде сізде олардың біздің халықаралық экология қорғау тазарту`.split(
    /\s+/,
  );

/** Returns a source of numbers from 0 to 1 that gives the same ones each time. */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Returns that many Kazakh words, as sentences of some ten. */
export function kazakhText(wordCount, random) {
  const words = Array.from({ length: wordCount }, (_, index) => {
    const word = WORDS[Math.floor(random() * WORDS.length)];
    const starts = index % 10 === 0;
    const ends = index % 10 === 9 || index === wordCount - 1;
    return (starts ? word[0].toUpperCase() + word.slice(1) : word) + (ends ? '.' : '');
  });
  return words.join(' ');
}
