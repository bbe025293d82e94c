#!/usr/bin/env node
/**
 * Makes a double click on a .minber file open this clone's program, for this user of a Linux desktop. `--prefix FOLDER`
 * names another place than ~/.local/share.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from './setup/places.mjs';

const { values } = parseArgs({ options: { prefix: { type: 'string' } } });
const data = values.prefix ?? process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
const declared = (name) => projectPath('resources', 'desktop', name);

/** A word of an Exec line: quoted, its signs escaped. */
const quoted = (word) => `"${word.replace(/[\\"`$]/g, '\\$&').replaceAll('%', '%%')}"`;

const applications = join(data, 'applications');
const packages = join(data, 'mime', 'packages');
for (const folder of [applications, packages]) mkdirSync(folder, { recursive: true });
const command = [process.execPath, projectPath('scripts', 'start.mjs')].map(quoted).join(' ');
const entry = readFileSync(declared('minber.desktop'), 'utf8')
  .replace('Exec=minber', () => `Exec=${command}`)
  .replace('Icon=minber', () => `Icon=${projectPath('resources', 'icon.png')}`);
writeFileSync(join(applications, 'minber.desktop'), entry);
copyFileSync(declared('minber-bundle.xml'), join(packages, 'minber-bundle.xml'));
for (const [tool, folder] of [
  ['update-mime-database', join(data, 'mime')],
  ['update-desktop-database', applications],
])
  if (spawnSync(tool, [folder]).error)
    console.log(`${tool} is not there; the desktop finds the files when it starts.`);
console.log(`.minber files open with Minber (${join(applications, 'minber.desktop')}).`);
