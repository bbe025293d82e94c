import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { KEEPABLE, keptParts } from '../../shared/formats/kept-parts.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { translator } from '../../shared/i18n/i18n.ts';

const t = translator('en');
const yes = (value) => (value ? '✓' : '');
const row = (cells) => `| ${cells.join(' | ')} |`;

/** Returns docs/formats.md: a row for each format of the registry, in the program's own words. */
export function formatsTable() {
  const heads = ['format', 'file', 'read', 'written', ...KEEPABLE.map((part) => t(`export.keep.${part}`))];
  const rows = FORMATS.map((format) => {
    const { kept } = keptParts(format, {
      ...DEFAULT_EXPORT_OPTIONS,
      timeForm: 'h:mm:ss.mmm',
      annotations: true,
    });
    return [
      t(format.labelKey),
      [...new Set(format.extensions.map((extension) => `.${extension.toLowerCase()}`))].join(', '),
      yes(format.read),
      yes(format.write),
      ...KEEPABLE.map((part) => yes(kept.includes(part))),
    ];
  });
  return [
    '# What each format keeps',
    '',
    'Made by `node scripts/formats-table.mjs` from the registry of the formats; do not edit it by hand. ✓ is what a',
    'file holds, and gives back where it is read, with every option on and times in milliseconds.',
    '',
    row(heads),
    row(heads.map((_, index) => (index < 2 ? '---' : ':-:'))),
    ...rows.map(row),
    '',
  ].join('\n');
}
