import { writeFileSync } from 'node:fs';
import { projectPath } from '../setup/places.mjs';
import { formatsTable } from './table.mjs';

writeFileSync(projectPath('docs', 'formats.md'), formatsTable());
