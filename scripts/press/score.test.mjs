import { expect, test } from 'vitest';
import { parseArticle, readCorpus } from './corpus.mjs';
import { compare, measure } from './score.mjs';

test('the marks of an article become spans of its text', () => {
  const { text, quotes } = parseArticle(
    'kk\na | Ана | төраға | | \n---\n– ⟦a|dash|деді|Бір⟧, – деді Ана, – ⟦+|екі⟧.\n',
  );
  expect(text).toBe('– Бір, – деді Ана, – екі.');
  expect(quotes).toMatchObject([
    { kind: 'dash', verb: 'деді', speaker: { name: 'Ана', organisation: null } },
  ]);
  expect(quotes[0].spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Бір', 'екі']);
});

test('in the articles that the rules were made with nothing is lost', () => {
  const figures = measure(readCorpus('tuned').flatMap(compare));
  expect(figures.quotes).toBeGreaterThan(130);
  expect(figures).toMatchObject({ precision: 1, recall: 1, speakerPrecision: 1, speakerRecall: 1 });
});

test('there are quotations enough in every language', () => {
  const articles = [...readCorpus('tuned'), ...readCorpus('held-out')];
  const count = (language) =>
    articles.filter((article) => article.language === language).flatMap(({ quotes }) => quotes).length;
  expect(count('kk')).toBeGreaterThanOrEqual(60);
  expect(count('ru')).toBeGreaterThanOrEqual(40);
  expect(count('en')).toBeGreaterThanOrEqual(40);
});
