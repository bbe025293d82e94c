/**
 * The value below which a share of the others lie, 0.5 being the median.
 *
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) throw new Error('Nothing was measured');
  return low + (high - low) * (place - Math.floor(place));
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {readonly number[]} values */
export const percentile95 = (values) => quantile(values, 0.95);

/**
 * One line of the result. A target is the most that the ratio to the baseline may be, or with no baseline the most
 * that the value may be.
 *
 * @param {{what: string, value: number, unit?: string, baseline?: number, against?: string, target?: number}} parts
 */
export function figure({ what, value, unit = 'ms', baseline, against, target }) {
  const ratio = baseline === undefined ? undefined : value / baseline;
  const met = target === undefined ? undefined : (ratio ?? value) <= target;
  return { what, value, unit, baseline, against, ratio, target, met };
}

const show = (value) =>
  value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3);

/**
 * The figures as a Markdown table.
 *
 * @param {readonly ReturnType<typeof figure>[]} figures
 */
export function table(figures) {
  const rows = figures.map(({ what, value, unit, baseline, against, ratio, target, met }) => [
    what,
    `${show(value)} ${unit}`,
    baseline === undefined ? '–' : `${show(baseline)} ${unit}, ${against}`,
    ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`,
    target === undefined ? '–' : `≤ ${target}${ratio === undefined ? ` ${unit}` : ' ×'}`,
    met === undefined ? '–' : met ? 'yes' : '**no**',
  ]);
  return textTable([['measure', 'value', 'baseline', 'ratio', 'target', 'met'], ...rows]);
}

/**
 * Rows of cells, the first being the head, as a Markdown table.
 *
 * @param {readonly (readonly string[])[]} all
 */
export function textTable(all) {
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}
