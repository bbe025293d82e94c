import { expect, test } from 'vitest';
import { translator } from '../i18n/i18n.ts';
import { localFormats } from '../i18n/local-formats.ts';
import type { TurnId } from '../model/ids.ts';
import type { Finding } from './check.ts';
import { checkTitle, findingText, fixLabel } from './finding-text.ts';

const found: Finding = {
  turnId: 't' as TurnId,
  check: 'gapWithSpeech',
  severity: 'warning',
  values: { spokenMs: 1840, gapAt: 61_000 },
  fix: null,
};

test.each([
  ['en', 'Speech left out', 'From 00:01:01 somebody speaks for 1.8 s, and nothing is written down.'],
  ['kk', 'Сөз түсіп қалған', '00:01:01 бастап біреу 1,8 с сөйлейді, бірақ ештеңе жазылмаған.'],
] as const)('a finding in %s', (language, title, text) => {
  const t = translator(language);
  expect(checkTitle(found.check, t)).toBe(title);
  expect(findingText(found, t, localFormats(language).number)).toBe(text);
  expect(fixLabel(found, t)).toBeNull();
});

test('a fix is a verb', () => {
  const fix = { kind: 'remove', id: found.turnId } as const;
  expect(fixLabel({ ...found, check: 'emptyTurn', fix }, translator('en'))).toBe('Delete turn');
});
