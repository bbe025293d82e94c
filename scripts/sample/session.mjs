/**
 * The session that the sample recording plays: a forum, delegates and speeches written for this project.
 * `voice`, `pace` (words a minute) and `pitch` are espeak-ng's; `pauseMs` is the silence before a turn.
 */

export const session = {
  title: 'Шалқар су форумы. 2-отырыс: Ортақ өзен, ортақ дерек',
  date: '2025-10-16',
  place: 'Шалқар',
  language: 'kk',
  forum: { kk: 'Шалқар су форумы', ru: 'Шалкарский водный форум', en: 'Shalqar Water Forum' },
  theme: {
    kk: 'Ортақ өзен, ортақ дерек',
    ru: 'Общая река, общие данные',
    en: 'Shared river, shared data',
  },
  line: '2-отырыс · 2025 жылғы 16 қазан · Шалқар',
};

const kazakhstan = { kk: 'Қазақстан', ru: 'Казахстан', en: 'Kazakhstan' };

export const speakers = {
  host: {
    name: { kk: 'Айгерім Бейсенова', ru: 'Айгерим Бейсенова', en: 'Aigerim Beisenova' },
    title: { kk: 'Отырыс төрайымы', ru: 'Председатель заседания', en: 'Chair of the session' },
    organisation: session.forum,
    country: kazakhstan,
    colour: 0,
    voice: { name: 'kk+f2', pace: 166, pitch: 52 },
  },
  hydrologist: {
    name: { kk: 'Ерболат Қуанышев', ru: 'Ерболат Куанышев', en: 'Yerbolat Quanyshev' },
    title: { kk: 'Бөлім меңгерушісі', ru: 'Заведующий отделом', en: 'Head of department' },
    organisation: {
      kk: 'Өзен бассейндері институты',
      ru: 'Институт речных бассейнов',
      en: 'Institute of River Basins',
    },
    country: kazakhstan,
    colour: 3,
    voice: { name: 'kk+m3', pace: 160, pitch: 34 },
  },
  statistician: {
    name: { kk: 'Дилшод Хамраев', ru: 'Дильшод Хамраев', en: 'Dilshod Khamraev' },
    title: { kk: 'Директор', ru: 'Директор', en: 'Director' },
    organisation: {
      kk: 'Ирригациялық статистика агенттігі',
      ru: 'Агентство ирригационной статистики',
      en: 'Agency for Irrigation Statistics',
    },
    country: { kk: 'Өзбекстан', ru: 'Узбекистан', en: 'Uzbekistan' },
    colour: 6,
    voice: { name: 'ru+m7', pace: 160, pitch: 42 },
  },
  historian: {
    name: { kk: 'Элеонор Уиткомб', ru: 'Элеонор Уиткомб', en: 'Eleanor Whitcombe' },
    title: { kk: 'Гидрология профессоры', ru: 'Профессор гидрологии', en: 'Professor of Hydrology' },
    organisation: {
      kk: 'Өзендерді зерттеу институты',
      ru: 'Институт исследований рек',
      en: 'Institute of River Studies',
    },
    country: { kk: 'Ұлыбритания', ru: 'Великобритания', en: 'United Kingdom' },
    colour: 9,
    voice: { name: 'en-gb+f4', pace: 162, pitch: 46 },
  },
  coordinator: {
    name: { kk: 'Томирис Әділхан', ru: 'Томирис Адильхан', en: 'Tomiris Adilkhan' },
    title: { kk: 'Бағдарлама үйлестірушісі', ru: 'Координатор программы', en: 'Programme coordinator' },
    organisation: {
      kk: '«Бұлақ» жас зерттеушілер бірлестігі',
      ru: 'Объединение молодых исследователей «Булак»',
      en: 'Bulaq Association of Young Researchers',
    },
    country: kazakhstan,
    colour: 5,
    voice: { name: 'kk+f5', pace: 174, pitch: 64 },
  },
};

/** `applauseMs`: applause from the hall at the turn's end; it belongs to the turn, as its tag does. */
export const turns = [
  {
    speaker: 'host',
    language: 'kk',
    status: 'checked',
    pauseMs: 3200,
    applauseMs: 3400,
    text: 'Құрметті әріптестер, қайырлы күн. Шалқар су форумының екінші отырысын ашық деп жариялаймын. Бүгінгі тақырыбымыз – «Ортақ өзен, ортақ дерек». Өзен шекараны білмейді, ал оның суын өлшейтін бекеттер әр елде әрқалай жұмыс істейді. Сондықтан бүгін бір сұраққа жауап іздейміз: бір-біріміздің дерегімізге қалай сенім артамыз? Отырыс қазақ, орыс және ағылшын тілдерінде өтеді. Алғашқы сөз – Өзен бассейндері институтының бөлім меңгерушісі Ерболат Қуанышевке.',
  },
  {
    speaker: 'hydrologist',
    language: 'kk',
    status: 'checked',
    pauseMs: 1300,
    text: 'Рақмет, құрметті төрайым. Институтымыз соңғы жиырма жылдағы су өлшеу журналдарын цифрлық форматқа көшіріп жатыр. Осы күнге дейін он екі мыңнан астам қолжазба бет өңделді. Жұмыс барысында бір нәрсеге көзіміз жетті: көктемгі тасқын бұрынғыдан орта есеппен тоғыз күн ерте басталады екен. Мұны ескермесек, су қоймаларын дер кезінде дайындай алмаймыз. Сондықтан барлық өлшемді ашық мұрағатқа орналастыруды ұсынамыз.',
  },
  {
    speaker: 'host',
    language: 'kk',
    status: 'checked',
    pauseMs: 900,
    text: 'Рақмет, Ерболат мырза. Нақты ұсыныс айтылды. Енді Өзбекстаннан келген әріптесімізді тыңдайық. Дилшод мырза, сөз сізде.',
  },
  {
    speaker: 'statistician',
    language: 'ru',
    status: 'checked',
    pauseMs: 1500,
    text: 'Спасибо, уважаемая госпожа председатель. Добрый день, коллеги. Мы живём ниже по течению и каждую весну ждём одного и того же сообщения: сколько воды придёт и когда. Раньше эту цифру мы узнавали по телефону, иногда через двое суток. Теперь три наших поста передают уровень воды каждые пятнадцать минут. Но сама по себе цифра ещё не решение. Ей должен верить и тот, кто её отправил, и тот, кто её получил. Поэтому мы предлагаем вести общий журнал измерений, в котором видно, кто, когда и что исправил.',
  },
  {
    speaker: 'host',
    language: 'kk',
    status: 'draft',
    pauseMs: 700,
    text: 'Рақмет. Залдан бір сұрақ түсті: мұндай журналды кім жүргізеді?',
  },
  {
    speaker: 'statistician',
    language: 'ru',
    status: 'draft',
    pauseMs: 620,
    text: 'Хороший вопрос. Каждая страна ведёт свою часть, а сверяем мы их вместе, раз в месяц. Так спорная цифра не доживает до осени.',
  },
  {
    speaker: 'host',
    language: 'kk',
    status: 'draft',
    pauseMs: 850,
    text: 'Түсінікті, рақмет. Келесі сөзді Ұлыбританиядан келген қонағымыз, профессор Элеонор Уиткомбке беремін.',
  },
  {
    speaker: 'historian',
    language: 'en',
    status: 'draft',
    pauseMs: 1700,
    applauseMs: 2900,
    text: 'Thank you, Madam Chair, and thank you for the warm welcome. I would like to make one practical point. An archive is only as good as its oldest page. When we scanned the flood books of a small English river, we found notes written in the margins: about ice, about fish, about a broken gauge. Those notes explained half of the numbers that we had been throwing away. So please, keep the margins. Keep the voices of the people who stood in the water. One day they will be your best instrument.',
  },
  {
    speaker: 'host',
    language: 'kk',
    status: 'draft',
    pauseMs: 600,
    text: 'Тамаша айтылды, профессор, рақмет. Енді жас зерттеушілердің атынан Томирис Әділхан сөйлейді.',
  },
  {
    speaker: 'coordinator',
    language: 'kk',
    status: 'draft',
    pauseMs: 1400,
    text: 'Армысыздар, құрметті қонақтар. Біз ауыл мектептерінің оқушыларымен бірге шағын бақылау бекеттерін құрдық. Балалар аптасына бір рет су деңгейін өлшеп, суретке түсіреді, қысқаша жазба қалдырады. Былтыр осындай бес жүзден астам жазба жиналды. Соның бірнешеуі ресми бекеттегі қателікті анықтауға көмектесті. Демек, дерек жинау – тек мамандардың емес, өзен бойында тұратын әр адамның ісі.',
  },
  {
    speaker: 'statistician',
    language: 'ru',
    status: 'draft',
    pauseMs: 520,
    text: 'Позвольте короткую реплику. Мы готовы подключить к этой программе и наши школы, уже с весны.',
  },
  {
    speaker: 'host',
    language: 'kk',
    status: 'draft',
    pauseMs: 980,
    applauseMs: 3800,
    text: 'Бұл – бүгінгі күннің ең жақсы жаңалығы. Сонымен, үш ұсыныс қолдау тапты: ашық мұрағат, ортақ өлшеу журналы және мектеп бекеттерінің желісі. Қорытынды құжат бүгін кешке дейін барлық қатысушыға жіберіледі. Баршаңызға рақмет, келесі отырыста кездескенше.',
  },
];
