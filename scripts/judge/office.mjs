import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Commas, quotes, UTF-8; every sheet in a file of its own, as `name-Sheet.csv`. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const FILTERS = { docx: 'txt:Text (encoded):UTF8', xlsx: EVERY_SHEET, csv: EVERY_SHEET };

/** What a person confirms when a spreadsheet opens a text: commas, quotes, UTF-8. */
const AS_READ = { docx: [], xlsx: [], csv: ['--infilter=CSV:44,34,76,1'] };

/** Has LibreOffice open the files, all at once since it is slow to start, and write their text into `folder`. */
export function officeConverts(folder, id, paths) {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [
      profile,
      '--headless',
      '--norestore',
      ...AS_READ[id],
      '--convert-to',
      FILTERS[id],
      '--outdir',
      folder,
      ...paths,
    ],
    { stdio: 'pipe', timeout: 600_000 },
  );
}

/** Returns the texts that LibreOffice made of a file: one, or one of each sheet in their order; none where it failed. */
export function officeTexts(folder, id, path) {
  const stem = basename(path, `.${id}`);
  if (id === 'docx') {
    const text = join(folder, `${stem}.txt`);
    return existsSync(text) ? [readFileSync(text, 'utf8')] : [];
  }
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}-`) && name.endsWith('.csv'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
