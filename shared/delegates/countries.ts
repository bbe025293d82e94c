import { LANGUAGES, type LocalText } from '../model/language.ts';

/** ISO 3166-1 code, then the country's name in kk, ru and en as a press text has it, then other names of it. */
const TABLE = `
AD Андорра|Андорра|Andorra
AE БАӘ|ОАЭ|United Arab Emirates|Біріккен Араб Әмірліктері|Объединённые Арабские Эмираты|UAE
AF Ауғанстан|Афганистан|Afghanistan
AL Албания|Албания|Albania
AM Армения|Армения|Armenia
AO Ангола|Ангола|Angola
AR Аргентина|Аргентина|Argentina
AT Австрия|Австрия|Austria
AU Австралия|Австралия|Australia
AZ Әзербайжан|Азербайджан|Azerbaijan|Әзірбайжан
BA Босния және Герцеговина|Босния и Герцеговина|Bosnia and Herzegovina
BD Бангладеш|Бангладеш|Bangladesh
BE Бельгия|Бельгия|Belgium
BG Болгария|Болгария|Bulgaria
BH Бахрейн|Бахрейн|Bahrain
BJ Бенин|Бенин|Benin
BO Боливия|Боливия|Bolivia
BR Бразилия|Бразилия|Brazil
BT Бутан|Бутан|Bhutan
BW Ботсвана|Ботсвана|Botswana
BY Беларусь|Беларусь|Belarus|Белоруссия
CA Канада|Канада|Canada
CD Конго Демократиялық Республикасы|Демократическая Республика Конго|Democratic Republic of the Congo
CH Швейцария|Швейцария|Switzerland
CI Кот-д’Ивуар|Кот-д’Ивуар|Côte d’Ivoire
CL Чили|Чили|Chile
CM Камерун|Камерун|Cameroon
CN Қытай|Китай|China|Қытай Халық Республикасы|Китайская Народная Республика|КНР|People’s Republic of China
CO Колумбия|Колумбия|Colombia
CR Коста-Рика|Коста-Рика|Costa Rica
CU Куба|Куба|Cuba
CY Кипр|Кипр|Cyprus
CZ Чехия|Чехия|Czechia|Czech Republic
DE Германия|Германия|Germany|ФРГ
DK Дания|Дания|Denmark
DO Доминикан Республикасы|Доминиканская Республика|Dominican Republic
DZ Алжир|Алжир|Algeria
EC Эквадор|Эквадор|Ecuador
EE Эстония|Эстония|Estonia
EG Мысыр|Египет|Egypt|Египет Араб Республикасы
ES Испания|Испания|Spain
ET Эфиопия|Эфиопия|Ethiopia
FI Финляндия|Финляндия|Finland
FJ Фиджи|Фиджи|Fiji
FR Франция|Франция|France
GA Габон|Габон|Gabon
GB Ұлыбритания|Великобритания|United Kingdom|UK|Great Britain|Соединённое Королевство|Біріккен Корольдік
GE Грузия|Грузия|Georgia
GH Гана|Гана|Ghana
GN Гвинея|Гвинея|Guinea
GR Грекия|Греция|Greece
GT Гватемала|Гватемала|Guatemala
HN Гондурас|Гондурас|Honduras
HR Хорватия|Хорватия|Croatia
HT Гаити|Гаити|Haiti
HU Мажарстан|Венгрия|Hungary|Венгрия
ID Индонезия|Индонезия|Indonesia
IE Ирландия|Ирландия|Ireland
IL Израиль|Израиль|Israel
IN Үндістан|Индия|India
IQ Ирак|Ирак|Iraq
IR Иран|Иран|Iran|Islamic Republic of Iran
IS Исландия|Исландия|Iceland
IT Италия|Италия|Italy
JM Ямайка|Ямайка|Jamaica
JO Иордания|Иордания|Jordan
JP Жапония|Япония|Japan
KE Кения|Кения|Kenya
KG Қырғызстан|Кыргызстан|Kyrgyzstan|Киргизия|Қырғыз Республикасы|Kyrgyz Republic
KH Камбоджа|Камбоджа|Cambodia
KP КХДР|КНДР|DPRK|Солтүстік Корея|Северная Корея|North Korea
KR Оңтүстік Корея|Южная Корея|South Korea|Корея Республикасы|Республика Корея|Republic of Korea|Korea
KW Кувейт|Кувейт|Kuwait
KZ Қазақстан|Казахстан|Kazakhstan|Қазақстан Республикасы|Республика Казахстан|Republic of Kazakhstan
LA Лаос|Лаос|Laos
LB Ливан|Ливан|Lebanon
LI Лихтенштейн|Лихтенштейн|Liechtenstein
LK Шри-Ланка|Шри-Ланка|Sri Lanka
LR Либерия|Либерия|Liberia
LT Литва|Литва|Lithuania
LU Люксембург|Люксембург|Luxembourg
LV Латвия|Латвия|Latvia
LY Ливия|Ливия|Libya
MA Марокко|Марокко|Morocco
MC Монако|Монако|Monaco
MD Молдова|Молдова|Moldova|Молдавия
ME Черногория|Черногория|Montenegro
MG Мадагаскар|Мадагаскар|Madagascar
MK Солтүстік Македония|Северная Македония|North Macedonia
ML Мали|Мали|Mali
MM Мьянма|Мьянма|Myanmar
MN Моңғолия|Монголия|Mongolia
MR Мавритания|Мавритания|Mauritania
MT Мальта|Мальта|Malta
MU Маврикий|Маврикий|Mauritius
MV Мальдив|Мальдивы|Maldives
MX Мексика|Мексика|Mexico
MY Малайзия|Малайзия|Malaysia
MZ Мозамбик|Мозамбик|Mozambique
NA Намибия|Намибия|Namibia
NE Нигер|Нигер|Niger
NG Нигерия|Нигерия|Nigeria
NI Никарагуа|Никарагуа|Nicaragua
NL Нидерланд|Нидерланды|Netherlands|Голландия|The Netherlands
NO Норвегия|Норвегия|Norway
NP Непал|Непал|Nepal
NZ Жаңа Зеландия|Новая Зеландия|New Zealand
OM Оман|Оман|Oman
PA Панама|Панама|Panama
PE Перу|Перу|Peru
PH Филиппин|Филиппины|Philippines
PK Пәкістан|Пакистан|Pakistan
PL Польша|Польша|Poland
PS Палестина|Палестина|Palestine
PT Португалия|Португалия|Portugal
PY Парагвай|Парагвай|Paraguay
QA Катар|Катар|Qatar
RO Румыния|Румыния|Romania
RS Сербия|Сербия|Serbia
RU Ресей|Россия|Russia|Ресей Федерациясы|Российская Федерация|РФ|Russian Federation
RW Руанда|Руанда|Rwanda
SA Сауд Арабиясы|Саудовская Аравия|Saudi Arabia
SD Судан|Судан|Sudan
SE Швеция|Швеция|Sweden
SG Сингапур|Сингапур|Singapore
SI Словения|Словения|Slovenia
SK Словакия|Словакия|Slovakia
SM Сан-Марино|Сан-Марино|San Marino
SN Сенегал|Сенегал|Senegal
SO Сомали|Сомали|Somalia
SV Сальвадор|Сальвадор|El Salvador
SY Сирия|Сирия|Syria
TH Таиланд|Таиланд|Thailand
TJ Тәжікстан|Таджикистан|Tajikistan
TM Түрікменстан|Туркменистан|Turkmenistan|Туркмения
TN Тунис|Тунис|Tunisia
TR Түркия|Турция|Türkiye|Turkey
TZ Танзания|Танзания|Tanzania
UA Украина|Украина|Ukraine
UG Уганда|Уганда|Uganda
US АҚШ|США|United States|Америка Құрама Штаттары|Соединённые Штаты Америки|USA|United States of America
UY Уругвай|Уругвай|Uruguay
UZ Өзбекстан|Узбекистан|Uzbekistan
VA Ватикан|Ватикан|Vatican|Қасиетті Тақ|Святой Престол|Holy See
VE Венесуэла|Венесуэла|Venezuela
VN Вьетнам|Вьетнам|Vietnam|Viet Nam
YE Йемен|Йемен|Yemen
ZA Оңтүстік Африка|ЮАР|South Africa|ОАР|Южно-Африканская Республика
ZM Замбия|Замбия|Zambia
ZW Зимбабве|Зимбабве|Zimbabwe
`;

const folded = (text: string) =>
  text.normalize('NFC').trim().toLocaleLowerCase('kk').replaceAll('ё', 'е').replaceAll("'", '’');

const NAMES = new Map<string, Required<LocalText>>();
const CODES = new Map<string, string>();
for (const line of TABLE.trim().split('\n')) {
  const code = line.slice(0, 2);
  const [kk = '', ru = '', en = '', ...others] = line.slice(3).split('|');
  NAMES.set(code, { kk, ru, en });
  for (const name of [code, kk, ru, en, ...others]) CODES.set(folded(name), code);
}

/** Returns the codes of the countries whose names are known (ISO 3166-1, two capitals), in their alphabet. */
export const countryCodes = (): readonly string[] => [...NAMES.keys()];

/** Returns what a country is called in kk, ru and en, or null for a code that is not known. */
export const countryName = (code: string): Required<LocalText> | null => NAMES.get(code) ?? null;

/** Returns the code of a country by its name in one of our languages, short or long, or by its code; null if unknown. */
export const countryCode = (name: string): string | null => CODES.get(folded(name)) ?? null;

/** Returns the country with what its code or one of its names tells of the others; what is given stays. */
export function completedCountry(
  country: LocalText,
  code: string | undefined,
): { readonly country: LocalText; readonly countryCode: string | undefined } {
  const given = LANGUAGES.flatMap((language) => country[language]?.trim() || []);
  const found = code ?? given.flatMap((name) => countryCode(name) ?? [])[0];
  const known = found === undefined ? null : countryName(found);
  if (!known) return { country, countryCode: code };
  const whole = Object.fromEntries(
    LANGUAGES.map((language) => [language, country[language]?.trim() || known[language]]),
  );
  return { country: whole, countryCode: found };
}
