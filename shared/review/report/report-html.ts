import { escapeXml } from '../../formats/xml.ts';
import { type Translate, translator } from '../../i18n/i18n.ts';
import { type LocalFormats, localFormats, longDate } from '../../i18n/local-formats.ts';
import type { Language } from '../../model/language.ts';
import { speakerName } from '../../model/speaker.ts';
import { formatTime } from '../../model/time.ts';
import type { Turn } from '../../model/turn.ts';
import { checkTitle } from '../finding-text.ts';
import { REPORT_STYLE } from './report-style.ts';
import { firstWords, type ReviewReport, speakerOf } from './review-report.ts';

/** What a table of the report shows at most, so that all of it fits a page; how many more there are is said. */
const MOST_ROWS = 7;

interface Words {
  readonly report: ReviewReport;
  readonly language: Language;
  readonly t: Translate;
  readonly formats: LocalFormats;
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, escapeXml);

/**
 * Returns the report as a page that holds all it needs: no script, nothing from elsewhere. Fonts are the reader's,
 * or Inter where whoever prints it brings that.
 */
export function reportHtml(report: ReviewReport, language: Language): string {
  const words: Words = { report, language, t: translator(language), formats: localFormats(language) };
  const { t } = words;
  const title = report.document.title || t('review.reportOf.title');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Minber">
<title>${escapeHtml(`${t('review.reportOf.title')}: ${title}`)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<p class="kind">${escapeHtml(t('review.reportOf.title'))}</p>
<h1 dir="auto">${escapeHtml(title)}</h1>
<p class="quiet" dir="auto">${escapeHtml(subtitle(words))}</p>
</header>
<main>
${coverage(words)}${checkers(words)}${flagged(words)}${changed(words)}${problems(words)}${letBe(words)}</main>
${proof(words)}</body>
</html>
`;
}

function subtitle({ report: { document }, language, formats }: Words): string {
  const { date, place, media } = document;
  return [
    date === null ? '' : longDate(date, language),
    place,
    formats.languageName.of(document.language) ?? document.language,
    media ? formatTime(media.durationMs) : '',
  ]
    .filter((part) => part.trim() !== '')
    .join(' · ');
}

function coverage({ report, t, formats: { number, percent } }: Words): string {
  const { turns, checked, timedMs, checkedMs, boundaries, heard, flagged: doubtful } = report.coverage;
  const share = (part: number, whole: number) => percent.format(whole === 0 ? 0 : part / whole);
  const of = (part: number, whole: number) =>
    t('review.reportOf.of', { part: number.format(part), whole: number.format(whole) });
  const tiles: readonly (readonly [string, string, string])[] = [
    [share(checked, turns), t('review.reportOf.turnsChecked'), of(checked, turns)],
    [
      share(checkedMs, timedMs),
      t('review.reportOf.timeChecked'),
      `${formatTime(checkedMs)} / ${formatTime(timedMs)}`,
    ],
    [share(heard, boundaries), t('review.reportOf.boundariesHeard'), of(heard, boundaries)],
    [number.format(doubtful), t('review.reportOf.flags'), ''],
    [number.format(report.coverage.changed), t('review.reportOf.changedTile'), ''],
  ];
  const cells = tiles.map(
    ([value, label, detail]) =>
      `<div><dt>${escapeHtml(label)}</dt><dd><strong>${escapeHtml(value)}</strong>${detail === '' ? '' : ` <span class="quiet">${escapeHtml(detail)}</span>`}</dd></div>\n`,
  );
  return `<dl class="coverage">\n${cells.join('')}</dl>\n`;
}

/** A part of the report, or a sentence where it has nothing to show. */
function section(
  { t, formats: { number } }: Words,
  part: { readonly heading: string; readonly none: string; readonly rows: readonly string[] },
): string {
  const { heading, none, rows } = part;
  const left = rows.length - MOST_ROWS;
  const more =
    left > 0
      ? `<p class="quiet">${escapeHtml(t('review.reportOf.more', { count: left, shown: number.format(left) }))}</p>\n`
      : '';
  const body =
    rows.length === 0
      ? `<p class="quiet">${escapeHtml(none)}</p>\n`
      : `<table>\n${rows.slice(0, MOST_ROWS).join('')}</table>\n${more}`;
  return `<section>\n<h2>${escapeHtml(heading)}</h2>\n${body}</section>\n`;
}

const row = (cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<td dir="auto">${escapeHtml(cell)}</td>`).join('')}</tr>\n`;

const startOf = ({ startMs }: Turn) => (startMs === null ? '–' : formatTime(startMs));

function checkers(words: Words): string {
  const { report, t, formats } = words;
  return section(words, {
    heading: t('review.reportOf.checkers'),
    none: t('review.reportOf.noCheckers'),
    rows: report.checkers.map(({ name, turns, lastAt }) =>
      row([
        name || t('review.reportOf.unnamed'),
        t('review.reportOf.turns', { count: turns }),
        lastAt === '' ? '' : formats.dateTime.format(new Date(lastAt)),
      ]),
    ),
  });
}

function flagged(words: Words): string {
  const { report, t, language } = words;
  return section(words, {
    heading: t('review.reportOf.flags'),
    none: t('review.reportOf.noFlags'),
    rows: report.flagged.map((turn) =>
      row([
        startOf(turn),
        speakerName(speakerOf(report.document, turn), language),
        turn.flagNote ?? t('review.reportOf.noNote'),
        firstWords(turn),
      ]),
    ),
  });
}

function changed(words: Words): string {
  const { report, t, language, formats } = words;
  return section(words, {
    heading: t('review.reportOf.changed'),
    none: t('review.reportOf.noChanged'),
    rows: report.changed.map((turn) => {
      const when = turn.checkedAt ? formats.dateTime.format(new Date(turn.checkedAt)) : '';
      const who = turn.checkedBy ?? t('review.reportOf.unnamed');
      return row([
        startOf(turn),
        speakerName(speakerOf(report.document, turn), language),
        t('review.reportOf.checkedThen', { who, when }),
        turn.editedBy ? t('review.reportOf.changedBy', { who: turn.editedBy }) : '',
      ]);
    }),
  });
}

function problems(words: Words): string {
  const { report, t, formats } = words;
  return section(words, {
    heading: t('review.reportOf.problems'),
    none: t('review.noProblems'),
    rows: report.problems.map(({ check, severity, count }) =>
      row([t(`review.severity.${severity}`), checkTitle(check, t), formats.number.format(count)]),
    ),
  });
}

function letBe(words: Words): string {
  const { report, t } = words;
  if (report.letBe.length === 0) return '';
  return section(words, {
    heading: t('review.letBe'),
    none: '',
    rows: report.letBe.map(({ turn, ignored }) =>
      row([startOf(turn), checkTitle(ignored.check, t), ignored.reason, ignored.by]),
    ),
  });
}

/** What this page is about, so that somebody else can find the very same. */
function proof({ report, t, formats }: Words): string {
  const { document, sequence, headHash, madeAt, madeBy } = report;
  const { media } = document;
  const rows: readonly (readonly [string, string])[] = [
    [t('review.reportOf.media'), media?.name ?? '–'],
    [t('review.reportOf.sha256'), media?.sha256 ?? t('review.reportOf.noSha256')],
    [t('review.reportOf.sequence'), formats.number.format(sequence)],
    [t('review.reportOf.headHash'), headHash || '–'],
    [
      t('review.reportOf.made'),
      [formats.dateTime.format(new Date(madeAt)), madeBy].filter(Boolean).join(', '),
    ],
  ];
  const shown = rows.map(
    ([label, value]) => `<dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd>\n`,
  );
  return `<footer>\n<dl class="proof">\n${shown.join('')}</dl>\n</footer>\n`;
}
