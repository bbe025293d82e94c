import type { Translate } from '../i18n/i18n.ts';
import type { ImportWarning } from './format.ts';

/** Returns a warning as a sentence, with its line before and the words concerned behind it. */
export function warningText({ code, line, excerpt }: ImportWarning, t: Translate): string {
  const place = line === undefined ? '' : `${t('warning.line', { line })}: `;
  return `${place}${t(`warning.${code}`)}${excerpt ? ` (${excerpt})` : ''}`;
}
