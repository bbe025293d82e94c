const SENTENCE_END = /[.!?…。！？]["'»”’)\]]*$/u;
const CLAUSE_END = /[,;:–—，、；：]["'»”’)\]]*$/u;

/** Words that open a clause. */
const OPENERS = words(`
  және бірақ немесе ал өйткені сондықтан егер алайда яғни әйтпесе
  и а но или либо что чтобы когда где если потому поэтому хотя чем как пока который которая которое которые которого
  которой которых которому которым которую
  and but or so because that which who when where while if although though unless than whether`);

/** Words that belong to the next: articles, prepositions, pronouns and numerals before a noun, denials. */
const LEANING_ON_NEXT = words(`
  бұл осы сол мына ең өте тым аса бір екі үш төрт бес
  в во на с со к ко у о об от до из за по под над при про для без через между перед не ни эта этот это эти
  a an the of in on at to for with by from into my your his her its our their this these those very no not is are was
  were will would can could should must may`);

/** Words that belong to the one before: postpositions, particles, auxiliaries. */
const LEANING_ON_LAST = words(`
  үшін туралы бойынша дейін кейін бері арқылы сияқты секілді ретінде ғана емес пен бен менен еді екен деп жөнінде
  қарай сайын бұрын де да те та ма ме ба бе па пе
  бы ли же б ж`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/**
 * Returns how ill it is to cut a text between two words: 0 at the end of a sentence, 1 in the midst of a clause,
 * more between words that belong together. `next` is '' where the text ends.
 */
export function cutCost(last: string, next: string): number {
  if (SENTENCE_END.test(last)) return 0;
  if (CLAUSE_END.test(last)) return 0.2;
  const before = last.toLowerCase();
  const after = next.toLowerCase().replace(/[\p{P}]+$/u, '');
  if (LEANING_ON_NEXT.has(before) || LEANING_ON_LAST.has(after)) return 2;
  return OPENERS.has(after) ? 0.6 : 1;
}
