import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { SESSION } from '../../shared/formats/testing/session.ts';
import { testSources } from '../../shared/formats/testing/test-sources.ts';
import { letters } from './ffmpeg.mjs';
import { officeConverts, officeTexts } from './office.mjs';

const cellsOf = (text) => Papa.parse(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
/** Times and tags stand in brackets. */
const plain = (text) => letters(text.replace(/\[[^[\]]*\]/g, ' '));
const wordsOf = ({ content }) => content.map((inline) => ('text' in inline ? inline.text : '')).join('');

/** Words that a spreadsheet would run; LibreOffice must show them as they are. */
const FORMULAS = ['=1+1', '+2+3', '-4-5', '@SUM(6,7)', '=HYPERLINK("x","y")'];
const HARMFUL = {
  ...SESSION,
  turns: FORMULAS.map((text, index) => ({
    ...SESSION.turns[0],
    id: `00000000-0002-4000-8000-0000000001${index}0`,
    content: [{ type: 'text', text }],
  })),
};

/** Has LibreOffice open what is written for offices, and returns how many files it finds otherwise. */
export async function judgeOffice(folder, samples) {
  let failed = 0;
  for (const [id, judge] of Object.entries({ docx: judgeWords, xlsx: judgeTable, csv: judgeTable })) {
    const documents = id === 'docx' ? samples : [...samples, HARMFUL];
    const paths = [];
    for (const [index, document] of documents.entries()) {
      const path = join(folder, `office${index}.${id}`);
      writeFileSync(path, await formatById(id).write(document, DEFAULT_EXPORT_OPTIONS, testSources()));
      paths.push(path);
    }
    const out = join(folder, `opened-${id}`);
    officeConverts(out, id, paths);
    const faults = documents.flatMap((document, index) => {
      const fault = judge(officeTexts(out, id, paths[index]), document);
      return fault ? [`document ${index}: ${fault}`] : [];
    });
    for (const fault of faults.slice(0, 3)) console.log(`  ${fault.slice(0, 1500)}`);
    const name = `${id.toUpperCase()}, opened by LibreOffice`;
    console.log(`${name}: ${documents.length - faults.length} of ${documents.length} documents sound`);
    failed += faults.length;
  }
  return failed;
}

function judgeWords([text], { turns }) {
  if (text === undefined) return 'not opened';
  const shown = plain(text);
  const missing = turns.map((turn) => plain(wordsOf(turn))).find((words) => !shown.includes(words));
  return missing === undefined ? null : `missing: ${missing}`;
}

/** A row a turn, with its words as they are: what was run as a formula would show its result. */
function judgeTable(texts, { turns }) {
  const sheets = texts.map(cellsOf);
  const sheet = sheets.find((rows) => rows[0]?.includes('Text'));
  if (!sheet) return 'not opened';
  const at = sheet[0].indexOf('Text');
  const shown = sheet.slice(1).map((cells) => plain(cells[at] ?? ''));
  const spoken = turns.map((turn) => plain(wordsOf(turn))).filter((words) => words !== '');
  const missing = spoken.find((words) => !shown.some((cell) => cell.includes(words)));
  if (missing !== undefined) return `missing: ${missing}`;
  const runs = sheet
    .slice(1)
    .map((cells) => cells[at] ?? '')
    .find((cell) => /^(#|Err:)/.test(cell) && !/^#\s/.test(cell));
  return runs === undefined ? null : `run as a formula: ${runs}`;
}
