import { expect, test } from 'vitest';
import { exportOptions } from '../ipc/export-schemas.ts';
import { completeOptions } from './complete-options.ts';
import { DEFAULT_EXPORT_OPTIONS } from './format.ts';

test('what is given stands over the defaults, part by part', () => {
  expect(completeOptions({ times: false, subtitle: { lines: 1 } })).toEqual({
    ...DEFAULT_EXPORT_OPTIONS,
    times: false,
    subtitle: { ...DEFAULT_EXPORT_OPTIONS.subtitle, lines: 1 },
  });
  expect(completeOptions(undefined)).toEqual(DEFAULT_EXPORT_OPTIONS);
});

test.each([[{ more: 1 }], [{ subtitle: 3 }], ['times'], [JSON.parse('{"__proto__": {"times": 1}}')], [null]])(
  'what is no option stays to be refused: %j',
  (given) => {
    expect(exportOptions.safeParse(completeOptions(given)).success).toBe(false);
  },
);
