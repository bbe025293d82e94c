import type { Language } from '../../model/language.ts';
import { type Span, within } from '../span.ts';
import { isTen, monthOf, numberWord } from './number-words.ts';

export type NumberUnit = 'percent' | 'decade' | 'month' | null;

/** A number in a text, in digits, in words, or both. */
export interface NumberMention extends Span {
  readonly value: number;
  readonly unit: NumberUnit;
}

/** `12 500`, `12,500`, `12.5`, `3,5`; a full date is its own. */
const DIGITS = /\d{1,3}(?:[ \u00a0\u202f,.'’]\d{3})+(?![\d])|\d+(?:[.,]\d+)?/gu;
const DATE = /(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/gu;
const TOKEN = /[\p{L}\p{M}]+|\d/gu;
const PERCENT = /^(?:\s*%|[\s-]*(?:пайыз|процент|per\s?cent|percent)\p{L}*)(?:[-‑]\p{L}+)?/iu;
const DECADE = /^(?:-?х(?=\s|$|[.,])|-?(?:шы|ші)?\s?-?\s?жылдар|s(?![\p{L}])|-(?:е|ые|х|ых)\s+год)/iu;
const RANGE = /^\s?[–—-]\s?$|^,?\s+$|^\s+(?:to|до|пен|мен|бен)\s+$/u;
const JOINT = /^(?:\s|[\u00a0-])+$|^\s+(?:and|және)\s+$/iu;

interface Part extends Span {
  readonly value: number;
  readonly multiplies: boolean;
  readonly weak: boolean;
  readonly digits: boolean;
}

/**
 * Returns the numbers of a text in its order: 400 000, 400 мың, "four hundred thousand" are one value. `one`, `first` and
 * their like alone are no numbers. Percent, decades and the months of dates are told by the unit.
 */
export function numbersIn(text: string, language: Language): readonly NumberMention[] {
  const dates = [...text.matchAll(DATE)].flatMap(
    ({ 0: whole, 1: day, 2: month, 3: year, index }): NumberMention[] => {
      const span = { start: index, end: index + whole.length };
      return [
        { ...span, value: Number(day), unit: null },
        { ...span, value: Number(month), unit: 'month' },
        { ...span, value: Number(year), unit: null },
      ];
    },
  );
  const parts = partsOf(text, language).filter((part) => !dates.some((date) => within(part, date)));
  const plain = groupsOf(text, parts).flatMap((group) => numberOf(text, group));
  const ranged = plain.map((mention, index) => {
    const next = plain[index + 1];
    const isRange =
      next?.unit === 'percent' &&
      mention.unit === null &&
      mention.value < next.value &&
      RANGE.test(text.slice(mention.end, next.start));
    return isRange ? { ...mention, unit: next.unit } : mention;
  });
  const months = ranged.flatMap((mention) => monthBehind(text, mention));
  return [...dates, ...ranged, ...months].sort((a, b) => a.start - b.start);
}

function partsOf(text: string, language: Language): readonly Part[] {
  const digits = [...text.matchAll(DIGITS)].map(
    ({ 0: written, index }): Part => ({
      start: index,
      end: index + written.length,
      value: writtenValue(written),
      multiplies: false,
      weak: false,
      digits: true,
    }),
  );
  const words = [...text.matchAll(TOKEN)].flatMap(({ 0: token, index }): Part[] => {
    const word = numberWord(token);
    if (isTen(token) && language !== 'kk') return [];
    return word ? [{ ...word, start: index, end: index + token.length, digits: false }] : [];
  });
  return [...digits, ...words].sort((a, b) => a.start - b.start);
}

function writtenValue(written: string): number {
  if (/^0[.,]/u.test(written) || !/^\d{1,3}(?:[ \u00a0\u202f,.'’]\d{3})+$/u.test(written))
    return Number(written.replace(',', '.'));
  return Number(written.replace(/[^\d]/gu, ''));
}

/** Parts that make one number: «400 мың», «жиырма бес», "two hundred and fifty". */
function groupsOf(text: string, parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && JOINT.test(text.slice(last.end, part.start)) && joins(last, part)) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** A smaller word goes on with a larger one; digits only take what multiplies them. */
function joins(last: Part, part: Part): boolean {
  if (part.multiplies) return true;
  if (part.digits) return last.multiplies && part.value < last.value;
  if (last.digits) return false;
  return last.multiplies
    ? part.value < last.value
    : digitsIn(part.value) < digitsIn(last.value) && last.value >= 10 && last.value % 10 === 0;
}

const digitsIn = (value: number) => String(value).length;

function numberOf(text: string, group: readonly Part[]): readonly NumberMention[] {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last || (group.length === 1 && (first.weak || (first.multiplies && first.value > 100))))
    return [];
  let total = 0;
  let current = 0;
  for (const part of group) {
    if (!part.multiplies) current += part.value;
    else if (part.value === 100) current = Math.max(1, current) * 100;
    else {
      total += Math.max(current, current === 0 ? 1 : current) * part.value;
      current = 0;
    }
  }
  const value = Math.round((total + current) * 1000) / 1000;
  const rest = text.slice(last.end, last.end + 24);
  const percent = PERCENT.exec(rest);
  const named = /ties$/iu.test(text.slice(last.start, last.end));
  const decade = value >= 10 && value % 10 === 0 && (named || DECADE.test(rest));
  return [
    {
      start: first.start,
      end: percent ? last.end + percent[0].length : last.end,
      value,
      unit: percent ? 'percent' : decade ? 'decade' : null,
    },
  ];
}

/** «16 қазан», "16 October", "October 16". */
function monthBehind(text: string, day: NumberMention): readonly NumberMention[] {
  if (day.value < 1 || day.value > 31 || day.unit !== null) return [];
  const behind = /^\s+([\p{L}]+)/u.exec(text.slice(day.end, day.end + 24));
  const before = /([\p{L}]+)\s+$/u.exec(text.slice(Math.max(0, day.start - 24), day.start));
  for (const [match, start] of [
    [behind, day.end + (behind?.[0].length ?? 0) - (behind?.[1]?.length ?? 0)],
    [before, day.start - (before?.[0].length ?? 0)],
  ] as const) {
    const month = match?.[1] ? monthOf(match[1]) : null;
    if (month !== null && match?.[1])
      return [{ start, end: start + match[1].length, value: month, unit: 'month' }];
  }
  return [];
}

/** Tells whether two numbers are one: the value and what it counts; a decade may leave out its century. */
export function sameNumber(
  one: Pick<NumberMention, 'value' | 'unit'>,
  other: Pick<NumberMention, 'value' | 'unit'>,
): boolean {
  if ((one.unit === 'percent') !== (other.unit === 'percent')) return false;
  if (one.value === other.value) return true;
  return (
    (one.unit === 'decade' || other.unit === 'decade') &&
    one.value % 100 === other.value % 100 &&
    Math.min(one.value, other.value) < 100
  );
}
