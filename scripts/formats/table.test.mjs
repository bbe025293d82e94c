import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectPath } from '../setup/places.mjs';
import { formatsTable } from './table.mjs';

it('docs/formats.md is what the registry says; run scripts/formats-table.mjs to write it anew', () => {
  expect(readFileSync(projectPath('docs', 'formats.md'), 'utf8')).toBe(formatsTable());
});
