import { type ArticleQuotes, findQuotes, type Quote } from '../../shared/press/find-quotes.ts';
import { readArguments, UsageError } from './arguments.ts';
import { type Command, EXIT } from './command.ts';
import { rows } from './help.ts';
import { readArticleFile } from './read-article-file.ts';

/** A quotation in the table shows so many characters. */
const EXCERPT = 60;

/** `minber quotes`: what an article quotes, and whom. */
export const quotes: Command = {
  name: 'quotes',
  synopsis: '[--language TAG] [--text] [--json] ARTICLE',
  options: ['language', 'text', 'json'],
  formats: false,
  run: async (words, context) => {
    const { flags, values, operands } = readArguments(words, {
      flags: ['json', 'text'],
      values: ['language'],
      lists: [],
    });
    const [operand] = operands;
    if (operand === undefined || operands.length > 1) throw new UsageError('operands', quotes.synopsis);
    if (flags.json && flags.text) throw new UsageError('exclusive', '--json, --text');
    const article = await readArticleFile(operand, values.language, context);
    const { terminal, t } = context;
    if (flags.text) {
      terminal.write(article.text);
      return EXIT.done;
    }
    const found = findQuotes(article);
    if (flags.json) terminal.write(`${JSON.stringify(described(found), null, 2)}\n`);
    else if (found.quotes.length === 0) terminal.tell(t('cli.noQuotes'));
    else for (const row of rows(found.quotes.map(columns))) terminal.write(`${row}\n`);
    return EXIT.done;
  },
};

/** What other programs are told; see docs/command-line.md, which promises these names. */
function described({ quotes: found, people, links, credits }: ArticleQuotes) {
  return {
    quotes: found,
    people: people.map(({ name, title, organisation, country, introducedAt, mentions }) => ({
      name,
      title,
      organisation,
      country,
      introducedAt,
      mentions,
    })),
    links,
    credits,
  };
}

const columns = ({ start, end, kind, verb, speaker, text }: Quote): readonly string[] => [
  `${start}-${end}`,
  kind,
  speaker.name ?? '-',
  verb ?? '-',
  excerpt(text),
];

/** Returns the beginning of a text on one line. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return [...line].length > EXCERPT ? `${[...line].slice(0, EXCERPT - 1).join('')}…` : line;
}
