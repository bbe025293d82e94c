import type { Language, LocalText } from '../../model/language.ts';
import { wholeWord } from './patterns.ts';

/**
 * Countries as kk, ru, en, then the stems of what is made from each: Kazakh with any ending, Russian with any ending
 * (the country, then its adjective), English adjectives.
 */
const TABLE = `
Қазақстан;Казахстан;Kazakhstan;;казахстан;казахстанск;Kazakhstani,Kazakh
Ресей;Россия;Russia;;росси[яийею]+;российск;Russian
Қытай;Китай;China;;кита[йяюеи]м?;китайск;Chinese
Өзбекстан;Узбекистан;Uzbekistan;;узбекистан;узбекск,узбекистанск;Uzbek,Uzbekistani
Қырғызстан;Кыргызстан;Kyrgyzstan;;к[ыи]рги?зстан,кирги[зя]и[яию]?;к[ыи]рг[ыи]зск,кыргызстанск;Kyrgyz
Тәжікстан;Таджикистан;Tajikistan;;таджикистан;таджикск;Tajik
Түрікменстан;Туркменистан;Turkmenistan;;туркменистан,туркмени[яию];туркменск;Turkmen
Әзербайжан;Азербайджан;Azerbaijan;Әзірбайжан;азербайджан;азербайджанск;Azerbaijani
Түркия;Турция;Turkey;;турци[яию];турецк;Turkish
Армения;Армения;Armenia;;армени[яию];армянск;Armenian
Грузия;Грузия;Georgia;;грузи[яию];грузинск;Georgian
Беларусь;Беларусь;Belarus;;беларус[ьи];белорусск;Belarusian
Украина;Украина;Ukraine;;украин[аыеу];украинск;Ukrainian
Моңғолия;Монголия;Mongolia;Монғолия;монголи[яию];монгольск;Mongolian
Жапония;Япония;Japan;;япони[яию];японск;Japanese
Оңтүстік Корея;Южная Корея;South Korea;Корея Республикасы;ю[а-я]+ коре[яеию],республик[аи] корея;южнокорейск,корейск;South Korean,Korean
Үндістан;Индия;India;;инди[яию];индийск;Indian
Пәкістан;Пакистан;Pakistan;;пакистан;пакистанск;Pakistani
Ауғанстан;Афганистан;Afghanistan;;афганистан;афганск;Afghan
Иран;Иран;Iran;;иран;иранск;Iranian
Ирак;Ирак;Iraq;;ирак;иракск;Iraqi
Израиль;Израиль;Israel;;израил[ьяюе];израильск;Israeli
Сауд Арабиясы;Саудовская Аравия;Saudi Arabia;;саудовск[а-я]+ арави[яию];саудовск;Saudi
Мысыр;Египет;Egypt;Египет;егип[е]?т;египетск;Egyptian
Ұлыбритания;Великобритания;United Kingdom;Біріккен Корольдік;великобритани[яию],соедин[её]нн[а-я]+ королевств[а-я]+;британск,английск;Great Britain,Britain,UK,British
Англия;Англия;England;;англи[яию];;English
Шотландия;Шотландия;Scotland;;шотланди[яию];шотландск;Scottish
АҚШ;США;United States;Америка Құрама Штаттары;сша,соедин[её]нн[а-я]+ штат[а-я]+;американск;USA,U\\.S\\.,American
Канада;Канада;Canada;;канад[аыеу];канадск;Canadian
Мексика;Мексика;Mexico;;мексик[аиеу];мексиканск;Mexican
Бразилия;Бразилия;Brazil;;бразили[яию];бразильск;Brazilian
Аргентина;Аргентина;Argentina;;аргентин[аыеу];аргентинск;Argentine
Чили;Чили;Chile;;чили;чилийск;Chilean
Германия;Германия;Germany;;германи[яию];немецк,германск;German
Франция;Франция;France;;франци[яию];французск;French
Италия;Италия;Italy;;итали[яию];итальянск;Italian
Испания;Испания;Spain;;испани[яию];испанск;Spanish
Португалия;Португалия;Portugal;;португали[яию];португальск;Portuguese
Нидерланд;Нидерланды;Netherlands;Нидерландтар;нидерланд[а-я]+,голланди[яию];нидерландск,голландск;Dutch
Бельгия;Бельгия;Belgium;;бельги[яию];бельгийск;Belgian
Швейцария;Швейцария;Switzerland;;швейцари[яию];швейцарск;Swiss
Австрия;Австрия;Austria;;австри[яию];австрийск;Austrian
Польша;Польша;Poland;;польш[аиеу]й?;польск;Polish
Чехия;Чехия;Czech Republic;;чехи[яию];чешск;Czechia,Czech
Венгрия;Венгрия;Hungary;Мажарстан;венгри[яию];венгерск;Hungarian
Румыния;Румыния;Romania;;румыни[яию];румынск;Romanian
Болгария;Болгария;Bulgaria;;болгари[яию];болгарск;Bulgarian
Сербия;Сербия;Serbia;;серби[яию];сербск;Serbian
Греция;Греция;Greece;;греци[яию];греческ;Greek
Финляндия;Финляндия;Finland;;финлянди[яию];финск;Finnish
Швеция;Швеция;Sweden;;швеци[яию];шведск;Swedish
Норвегия;Норвегия;Norway;;норвеги[яию];норвежск;Norwegian
Дания;Дания;Denmark;;дани[яию];датск;Danish
Исландия;Исландия;Iceland;;исланди[яию];исландск;Icelandic
Эстония;Эстония;Estonia;;эстони[яию];эстонск;Estonian
Латвия;Латвия;Latvia;;латви[яию];латвийск;Latvian
Литва;Литва;Lithuania;;литв[аыеу];литовск;Lithuanian
Молдова;Молдова;Moldova;;молдов[аыеу];молдавск;Moldovan
Ирландия;Ирландия;Ireland;;ирланди[яию];ирландск;Irish
Австралия;Австралия;Australia;;австрали[яию];австралийск;Australian
Жаңа Зеландия;Новая Зеландия;New Zealand;;нов[а-я]+ зеланди[яию];новозеландск;
Индонезия;Индонезия;Indonesia;;индонези[яию];индонезийск;Indonesian
Малайзия;Малайзия;Malaysia;;малайзи[яию];малайзийск;Malaysian
Сингапур;Сингапур;Singapore;;сингапур;сингапурск;Singaporean
Вьетнам;Вьетнам;Vietnam;;вьетнам;вьетнамск;Vietnamese
Таиланд;Таиланд;Thailand;;та[ий]ланд;та[ий]ск;Thai
Филиппин;Филиппины;Philippines;Филиппиндер;филиппин[а-я]+;филиппинск;Philippine
Камбоджа;Камбоджа;Cambodia;;камбодж[аиеу];камбоджийск;Cambodian
Бангладеш;Бангладеш;Bangladesh;;бангладеш;бангладешск;Bangladeshi
Катар;Катар;Qatar;;катар;катарск;Qatari
БАӘ;ОАЭ;United Arab Emirates;Біріккен Араб Әмірліктері;оаэ,объедин[её]нн[а-я]+ арабск[а-я]+ эмират[а-я]+;эмиратск;UAE,Emirati
Иордания;Иордания;Jordan;;иордани[яию];иорданск;Jordanian
Эфиопия;Эфиопия;Ethiopia;;эфиопи[яию];эфиопск;Ethiopian
Кения;Кения;Kenya;;кени[яию];кенийск;Kenyan
Нигерия;Нигерия;Nigeria;;нигери[яию];нигерийск;Nigerian
Марокко;Марокко;Morocco;;марокко;марокканск;Moroccan
`;

interface Country {
  readonly name: Required<LocalText>;
  readonly sources: readonly string[];
}

const KAZAKH_ENDINGS =
  '(?:[ндт](?:ың|ің|ы|і|ан|ен|а|е)|ға|ге|қа|ке|мен|бен|пен|нда|нде|[лдт](?:ық|ік)|[дт](?:ағы|егі)|н(?:дағы|дегі)|ндық|стандық){0,2}';

const some = (stems: string | undefined, ending: string) =>
  (stems ?? '')
    .split(',')
    .filter((stem) => stem !== '')
    .map((stem) => stem + ending);

const COUNTRIES: readonly Country[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [kk = '', ru = '', en = '', kkOther, ruStems, ruAdjectives, enOther] = line.split(';');
    const sources = [
      ...some([kk, kkOther].filter(Boolean).join(','), KAZAKH_ENDINGS),
      ...some(ruStems, '(?:[аеуы]|ом)?'),
      ...some(ruAdjectives, '(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)'),
      ...some([en, enOther].filter(Boolean).join(','), "(?:[’']s)?"),
    ];
    return { name: { kk, ru, en }, sources };
  });

/** One pattern with a group for each country, so that a text is gone through once. */
const ANY = wholeWord(
  COUNTRIES.map(({ sources }) => `(${sources.join('|')})`),
  'gu',
);
const NAME_OR_ADJECTIVE = /^\p{Lu}|^\p{Ll}+ск(?:ий|ая|ое|ие|ого|ой|ому|им|ом|ую|их|ими)$/u;

export interface CountryMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the countries named in a text in any of our languages, in its order, each under its name in `language`. */
export function countriesIn(text: string, language: Language): readonly CountryMention[] {
  return [...text.matchAll(ANY)].flatMap(({ 0: word, index, ...groups }) => {
    const country = COUNTRIES.find(
      (_, at) => (groups as readonly (string | undefined)[])[at + 1] !== undefined,
    );
    if (!country || !NAME_OR_ADJECTIVE.test(word)) return [];
    return [{ name: country.name[language] ?? '', start: index, end: index + word.length }];
  });
}
