import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Between values and between intervals; no text has them. */
const FIELD = '<<|>>';
const RECORD = '<<#>>';

const LIST = `form Judge
  sentence Grid
  sentence Out
endform
Text writing preferences: "UTF-8"
Read from file: grid$
tiers = Get number of tiers
for tier to tiers
  intervals = Get number of intervals: tier
  for interval to intervals
    label$ = Get label of interval: tier, interval
    start = Get start time of interval: tier, interval
    end = Get end time of interval: tier, interval
    appendFile: out$, tier, "${FIELD}", fixed$ (start, 4), "${FIELD}", fixed$ (end, 4), "${FIELD}", label$, "${RECORD}"
  endfor
endfor
`;

const REWRITE = `form Judge
  sentence Grid
  sentence Long
  sentence Short
endform
Read from file: grid$
Text writing preferences: "UTF-8"
Save as text file: long$
Text writing preferences: "UTF-16"
Save as short text file: short$
`;

function run(folder, script, args) {
  const path = join(folder, 'judge.praat');
  writeFileSync(path, script);
  execFileSync('praat', ['--run', '--no-pref-files', path, ...args], { stdio: 'pipe' });
}

/** Returns the intervals of a TextGrid as Praat sees them. */
export function praatIntervals(folder, grid) {
  const out = join(folder, 'intervals.txt');
  rmSync(out, { force: true });
  run(folder, LIST, [grid, out]);
  return readFileSync(out, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(RECORD)
    .filter((record) => record.trim() !== '')
    .map((record) => {
      const [tier, start, end, label] = record.split(FIELD);
      const ms = (seconds) => Math.round(Number(seconds) * 1000);
      return { tier: Number(tier), startMs: ms(start), endMs: ms(end), label };
    });
}

/** Has Praat write a TextGrid anew, and returns where: long in UTF-8, short in UTF-16. */
export function praatRewrites(folder, grid) {
  const long = join(folder, 'long.TextGrid');
  const short = join(folder, 'short.TextGrid');
  run(folder, REWRITE, [grid, long, short]);
  return [long, short];
}
