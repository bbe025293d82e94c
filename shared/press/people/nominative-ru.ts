/** Nouns for what people belong to, genitive and nominative, with their gender. */
const NOUNS: readonly (readonly [genitive: RegExp, nominative: string, gender: 'm' | 'f' | 'n'])[] = [
  [
    /(парт|конференц|организац|администрац|федерац|ассоциац|академ|компан|комисс|фракц|станц|лаборатор|коллег)ии$/iu,
    '$1ия',
    'f',
  ],
  [/(палат|лиг|дум|групп|служб|газет|больниц|школ|библиотек)[ыи]$/iu, '$1а', 'f'],
  [/(ассамбле)и$/iu, '$1я', 'f'],
  [/(сет)и$/iu, '$1ь', 'f'],
  [
    /(агентств|министерств|обществ|правительств|товариществ|ведомств|представительств|посольств)а$/iu,
    '$1о',
    'n',
  ],
  [/(объединени|управлени|отделени)я$/iu, '$1е', 'n'],
  [
    /(институт|комитет|совет|союз|фонд|университет|департамент|центр|банк|отдел|парламент|мажилис|сенат|форум|клуб|альянс|кооператив|секретариат|журнал|театр|аппарат)а$/iu,
    '$1',
    'm',
  ],
  [/(музе)я$/iu, '$1й', 'm'],
];

/** Returns a phrase whose head stands in the genitive as it is in the nominative, as far as its head is known. */
export function nominativeOrganisation(phrase: string): string {
  const words = phrase.split(' ');
  const head = words.findIndex((word) => NOUNS.some(([genitive]) => genitive.test(word)));
  if (head < 0) return phrase;
  const [genitive, nominative, gender] = NOUNS.find(([pattern]) => pattern.test(words[head] ?? '')) ?? [];
  if (!genitive || nominative === undefined || !gender) return phrase;
  return words
    .map((word, index) => {
      if (index > head) return word;
      return index === head ? word.replace(genitive, nominative) : nominativeAdjective(word, gender);
    })
    .join(' ');
}

function nominativeAdjective(word: string, gender: 'm' | 'f' | 'n'): string {
  if (gender === 'f') return word.replace(/(?<=\p{L}{3})ой$/u, 'ая').replace(/(?<=\p{L}{3})ей$/u, 'яя');
  const ending = gender === 'n' ? 'ое' : 'ый';
  return word
    .replace(/(?<=[гкхжшщч])ого$/u, gender === 'n' ? 'ое' : 'ий')
    .replace(/(?<=\p{L}{2})ого$/u, ending)
    .replace(/(?<=\p{L}{2})его$/u, gender === 'n' ? 'ее' : 'ий');
}

const OBLIQUE_TITLE =
  /(?:[^ь]|[^е])(?:теля|теле[мй]|телю|ря|рю|рём|рем|ора|ору|ором|ера|еру|ером|рта|рту|ртом|ента|енту|ентом|ата|ату|атом|лавы|лаве|лавой|лава?у|ника|нику|ником|истра|истру|истром|ста|сту|стом|ика|ику|иком|лога|логу|логом|дера|екта|екту|има|иму|имом|ого|ому|ома|ому|ена|ену|еном|сла|слу|слом|яра|нта|нту|нтом)$/u;

/** Tells whether a title's head stands in an oblique case. */
export const isObliqueTitle = (head: string): boolean => OBLIQUE_TITLE.test(head.toLowerCase());

/** Returns the words of a title, whose head is the noun at `head`, as they are in the nominative. */
export function nominativeTitle(words: readonly string[], head: number): string {
  const masculine = (word: string) =>
    word
      .replace(/глав(?:ы|е|у|ой)$/iu, (found) => `${found.slice(0, 4)}а`)
      .replace(/(?<=те)л(?:я|ю|ем)$/u, 'ль')
      .replace(/(?<=[аяе])р(?:я|ю|ём|ем)$/u, 'рь')
      .replace(/(?<=щ|ч)(?:его|ему|им)$/u, 'ий')
      .replace(/(?<=н)(?:ого|ому|ым)$/u, 'ый')
      .replace(/посл(?:а|у|ом)$/iu, (found) => `${found[0]}осол`)
      .replace(/(?<=[рнткдгмв])(?:а|у|ом)$/u, '');
  return words
    .map((word, index) => {
      if (index === head) return masculine(word);
      if (index > head) return word;
      return nominativeAdjective(word, 'm')
        .replace(/(?<=[гкх])им$/u, 'ий')
        .replace(/(?<=\p{L}{3})ым$/u, 'ый')
        .replace(/ому$/u, 'ый');
    })
    .join(' ');
}
