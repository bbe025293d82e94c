import type { MessageKey, Translate } from '../i18n/i18n.ts';
import type { Formatter } from '../i18n/local-formats.ts';
import { formatTime } from '../model/time.ts';
import type { CheckId, Finding } from './check.ts';

/** Returns what a check is about, in a few words. */
export function checkTitle(check: CheckId, t: Translate): string {
  return t(`review.check.${check}.title`);
}

/** Returns the sentence that says what was found. Lengths of time are shown in seconds. */
export function findingText({ check, values }: Finding, t: Translate, number: Formatter<number>): string {
  const shown = Object.entries(values).map(([name, value]) => {
    if (name.endsWith('At')) return [name, formatTime(value)];
    return [name, number.format(name.endsWith('Ms') ? Math.round(value / 100) / 10 : value)];
  });
  return t(`review.check.${check}.message`, Object.fromEntries(shown));
}

/** Returns what the fix of a finding does, as a verb; null where it has none. */
export function fixLabel({ check, fix }: Finding, t: Translate): string | null {
  return fix ? t(`review.fix.${check}` as MessageKey) : null;
}
