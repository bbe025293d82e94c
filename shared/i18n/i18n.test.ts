import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../ipc/errors.ts';
import { LANGUAGES } from '../model/language.ts';
import { CATALOGUES, type MessageKey, translator } from './i18n.ts';

type Catalogue = { [key: string]: string | Catalogue };

function* leaves(catalogue: Catalogue, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(catalogue))
    if (typeof value === 'string') yield [path + key, value];
    else yield* leaves(value, `${path}${key}.`);
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const stems = (language: (typeof LANGUAGES)[number]) =>
  new Set([...leaves(CATALOGUES[language])].map(([key]) => key.replace(PLURAL, '')));

describe('catalogues', () => {
  it.each(['kk', 'ru'] as const)('%s has every message of en and no other', (language) => {
    expect([...stems(language)].sort()).toEqual([...stems('en')].sort());
  });

  it.each(LANGUAGES)('%s has every plural form that its language needs', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const messages = new Map(leaves(CATALOGUES[language]));
    for (const key of messages.keys()) {
      if (!PLURAL.test(key)) continue;
      for (const form of forms)
        expect(messages.has(key.replace(PLURAL, `_${form}`)), `${key} ${form}`).toBe(true);
    }
  });

  it.each(LANGUAGES)('%s uses the same placeholders as en', (language) => {
    const english = new Map(leaves(CATALOGUES.en));
    const names = (text: string) => [...new Set(text.match(/{{\w+}}/g) ?? [])].sort();
    for (const [key, text] of leaves(CATALOGUES[language])) {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other'));
      if (original !== undefined && !PLURAL.test(key)) expect(names(text), key).toEqual(names(original));
    }
  });

  it.each(LANGUAGES)('%s has no empty message and no exclamation mark', (language) => {
    for (const [key, text] of leaves(CATALOGUES[language])) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toContain('!');
    }
  });

  it('has a sentence for every failure', () => {
    for (const code of ERROR_CODES) expect(Object.hasOwn(CATALOGUES.en.error, code), code).toBe(true);
  });

  it('declines numbers as Russian does', () => {
    const t = translator('ru');
    expect([1, 3, 5].map((count) => t('app.words', { count, words: count }))).toEqual([
      '1 слово',
      '3 слова',
      '5 слов',
    ]);
  });
});

describe('messages', () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sources(path);
      return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
    });

  it('are all used: a message that nothing shows is dead', () => {
    const code = ['electron', 'renderer', 'shared'].flatMap(sources).join('\n');
    const keys = [...stems('en')] as MessageKey[];
    const groupsOf = (key: string) => [...key.matchAll(/\./g)].map(({ index }) => key.slice(0, index));
    const isUsed = (key: string) =>
      code.includes(`'${key}'`) || groupsOf(key).some((group) => code.includes(`\`${group}.\${`));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
});
