import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../setup/places.mjs';

/** Articles that the rules were made with, and articles that they were not. */
export const PARTS = ['tuned', 'held-out'];

/** Returns the articles of a part of the corpus, with the truth about their quotations. See corpus/README.md. */
export function readCorpus(part) {
  const folder = projectPath('scripts', 'press', 'corpus', part);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name: `${part}/${name}`, ...parseArticle(readFileSync(join(folder, name), 'utf8')) }));
}

/** Returns an article without its marks, and what they said of it. */
export function parseArticle(source) {
  const [head = '', ...bodies] = source.split('\n---\n');
  const [language = '', ...lines] = head.split('\n');
  const people = lines.filter(Boolean).map((line) => {
    const [id, name, title, organisation, country] = line.split('|').map((cell) => cell.trim());
    return { id, name, title: title || null, organisation: organisation || null, country: country || null };
  });
  const quotes = [];
  let text = '';
  let from = 0;
  const body = bodies.join('\n---\n').trimEnd();
  for (const match of body.matchAll(/⟦([^⟧]*)⟧/g)) {
    text += body.slice(from, match.index);
    from = match.index + match[0].length;
    const [who, ...cells] = match[1].split('|');
    const words = cells.at(-1);
    const span = { start: text.length, end: text.length + words.length };
    text += words;
    if (who === '+') quotes.at(-1).spans.push(span);
    else
      quotes.push({
        speaker: people.find(({ id }) => id === who),
        kind: cells[0],
        verb: cells[1] || null,
        spans: [span],
      });
  }
  text += body.slice(from);
  return { language, people, text, quotes };
}
