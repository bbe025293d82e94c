import type { Translate } from '../i18n/i18n.ts';
import type { ImportWarning } from './format.ts';
import type { ExportWarning } from './write-sources.ts';

/** A warning may have crossed between the processes, where what is absent may be undefined. */
type AnyWarning = { readonly [K in keyof ImportWarning]: ImportWarning[K] | undefined } & Pick<
  ImportWarning,
  'code'
>;

/** Returns a warning as a sentence, with its line before and the words concerned behind it. */
export function warningText({ code, line, excerpt }: AnyWarning, t: Translate): string {
  const place = line === undefined ? '' : `${t('warning.line', { line })}: `;
  return `${place}${t(`warning.${code}`)}${excerpt ? ` (${excerpt})` : ''}`;
}

/** Returns as a sentence what a written file does not show as it should. */
export const exportWarningText = ({ code, excerpt }: ExportWarning, t: Translate): string =>
  t(`export.warning.${code}`, { excerpt });
