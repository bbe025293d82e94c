import { measureVerdicts, verdictsOf } from './altered.mjs';
import { PARTS, readCorpus } from './corpus.mjs';
import { matchTimes } from './match-time.mjs';
import { compare, measure } from './score.mjs';

const LANGUAGES = ['kk', 'ru', 'en'];
const percent = (share) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)}%`);
const row = (cells) => `| ${cells.join(' | ')} |`;

function print(heads, rows) {
  console.log(`\n${[heads, heads.map(() => '---'), ...rows].map(row).join('\n')}`);
}

const corpus = PARTS.map((part) => ({ part, articles: readCorpus(part) }));

console.log('Quotations of articles: spans that share 85% or more, and who is said to have spoken');
print(
  [
    'articles',
    'language',
    'quotations',
    'span precision',
    'span recall',
    'span to the letter',
    'attribution precision',
    'attribution recall',
    'title and organisation',
    'verb',
  ],
  corpus.flatMap(({ part, articles }) =>
    [...LANGUAGES, 'all'].map((language) => {
      const pairs = articles
        .filter((article) => language === 'all' || article.language === language)
        .flatMap(compare);
      const figures = measure(pairs);
      return [
        part,
        language,
        figures.quotes,
        ...[
          figures.precision,
          figures.recall,
          figures.exact,
          figures.speakerPrecision,
          figures.speakerRecall,
          figures.title,
          figures.verb,
        ].map(percent),
      ];
    }),
  ),
);

console.log('\nVerdicts, when direct quotations were altered in known ways');
print(
  [
    'articles',
    'verdict',
    'cases',
    'precision',
    'recall',
    'forged numbers flagged',
    'flags where nothing was forged',
  ],
  corpus.flatMap(({ part, articles }) => {
    const results = verdictsOf(articles);
    const { verdicts, forged, caught, falseFlags } = measureVerdicts(results);
    if (process.argv.includes('--misses'))
      for (const miss of results.filter(({ expected, got }) => part === 'tuned' && expected !== got))
        console.log(`${miss.way}: ${miss.expected} -> ${miss.got}: ${miss.text}`);
    return verdicts.map(({ verdict, cases, precision, recall }) => [
      part,
      verdict,
      cases,
      percent(precision),
      percent(recall),
      verdict === 'edited' ? `${caught} of ${forged}` : '',
      verdict === 'edited' ? falseFlags : '',
    ]);
  }),
);

const times = matchTimes();
console.log('\nA transcript of three hours in 6,000 turns, an article of 40 quotations');
print(
  ['what', 'ms'],
  [
    ['making the transcript ready, once', times.index],
    ['seeking all quotations', times.quotes],
    ['seeking one quotation', times.one],
    ['after an edit of one quotation', times.again],
    ['after an edit of one turn, making ready again', times.reindexed],
  ].map(([what, ms]) => [what, ms.toFixed(1)]),
);
console.log(`\n${times.found} of ${times.count} found where they stand`);
