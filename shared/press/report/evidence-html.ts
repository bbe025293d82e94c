import { escapeXml } from '../../formats/xml.ts';
import { type Translate, translator } from '../../i18n/i18n.ts';
import { type LocalFormats, localFormats, longDate } from '../../i18n/local-formats.ts';
import type { Language } from '../../model/language.ts';
import { speakerName } from '../../model/speaker.ts';
import { formatTime } from '../../model/time.ts';
import type { Difference } from '../match/differences.ts';
import type { Verdict } from '../match/match-quote.ts';
import type { EvidenceReport, ReportedQuotation, ReportedRecording } from './evidence-report.ts';
import { EVIDENCE_STYLE } from './evidence-style.ts';

interface Words {
  readonly report: EvidenceReport;
  readonly language: Language;
  readonly t: Translate;
  readonly formats: LocalFormats;
}

const html = (text: string) => text.replace(/[&<>"]/g, escapeXml);
const VERDICTS: readonly Verdict[] = ['exact', 'edited', 'translated', 'not-found'];

/**
 * Returns the report as a page that holds all it needs: no script, nothing from elsewhere. Fonts are the reader's, or
 * Inter where whoever prints it brings that.
 */
export function evidenceHtml(report: EvidenceReport, language: Language): string {
  const words: Words = { report, language, t: translator(language), formats: localFormats(language) };
  const { t, formats } = words;
  const kind = t('press.report.title');
  const counts = VERDICTS.map(
    (verdict) =>
      `<div><dt>${html(t(`press.verdict.${verdict}`))}</dt><dd>${formats.number.format(report.quotations.filter((each) => each.verdict === verdict).length)}</dd></div>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Minber">
<title>${html(`${kind}: ${report.title}`)}</title>
<style>${EVIDENCE_STYLE}</style>
</head>
<body>
<header>
<p class="kind">${html(kind)}</p>
<h1 dir="auto">${html(report.title)}</h1>
<p class="quiet">${html(t('press.report.made'))}: ${html(formats.dateTime.format(new Date(report.madeAt)))}${report.madeBy === '' ? '' : ` · ${html(t('press.report.checkedBy'))}: ${html(report.madeBy)}`}</p>
</header>
<main>
<dl class="summary">${counts.join('')}</dl>
<ol class="quotations">
${report.quotations.map((quotation) => quotationHtml(words, quotation)).join('')}</ol>
<section>
<h2>${html(t('press.report.recordings'))}</h2>
${report.recordings.map((recording) => recordingHtml(words, recording)).join('')}</section>
</main>
</body>
</html>
`;
}

const row = (label: string, value: string) =>
  `<tr><th scope="row">${html(label)}</th><td dir="auto">${value}</td></tr>\n`;

function quotationHtml(words: Words, quotation: ReportedQuotation): string {
  const { t, language, report } = words;
  const { number, text, who, verdict, evidence, speaker, agreement } = quotation;
  const recording = report.recordings.find(({ id }) => id === quotation.recordingId);
  const attributed = [who?.name, who?.title, who?.organisation].filter(Boolean).join(', ');
  const said = speakerName(speaker, language);
  const at =
    evidence?.startMs == null
      ? ''
      : `${formatTime(evidence.startMs, 'h:mm:ss.mmm')} – ${evidence.endMs === null ? '' : formatTime(evidence.endMs, 'h:mm:ss.mmm')}`;
  const rows = [
    attributed === '' ? '' : row(t('press.report.attributedTo'), html(attributed)),
    evidence && said !== ''
      ? row(t('press.report.said'), html(agreement === 'differs' ? `${said} ≠ ${who?.name ?? ''}` : said))
      : '',
    recording ? row(t('press.report.recording'), html(recording.title)) : '',
    at === '' ? '' : row(t('press.report.at'), `<span class="time">${html(at)}</span>`),
    evidence && evidence.text !== '' ? row(t('press.said'), html(evidence.text)) : '',
    evidence && evidence.differences.length > 0
      ? row(t('press.report.differences'), differencesHtml(evidence.differences))
      : '',
    decision(words, quotation),
  ];
  const flags = quotation.flags.map(
    ({ kind, quoted, said: heard }) =>
      `<li>${html(heard === null ? t(`press.flagUnsaid.${kind}`, { quoted }) : t(`press.flag.${kind}`, { quoted, said: heard }))}</li>`,
  );
  return `<li class="quotation" data-verdict="${verdict}">
<p class="verdict"><strong>${number}. ${html(t(`press.verdict.${verdict}`))}</strong></p>
<blockquote dir="auto">${html(text ?? t('press.report.withheld'))}</blockquote>
${flags.length > 0 ? `<ul class="flags">${flags.join('')}</ul>\n` : ''}<table>
${rows.join('')}</table>
</li>
`;
}

function decision({ t, formats }: Words, { overrule }: ReportedQuotation): string {
  if (!overrule) return '';
  const { state, by, note, at } = overrule;
  const when = formats.dateTime.format(new Date(at));
  const words = [`${t(`press.${state}`, { name: by })} (${when})`, note].filter((part) => part !== '');
  return row(t('press.report.overrule'), html(words.join(': ')));
}

function differencesHtml(differences: readonly Difference[]): string {
  const del = (words: string) => `<del>${html(words)}</del>`;
  const ins = (words: string) => `<ins>${html(words)}</ins>`;
  return differences
    .map(({ op, quoted, said }) =>
      op === 'same'
        ? html(quoted)
        : op === 'added'
          ? ins(quoted)
          : op === 'omitted'
            ? del(said)
            : `${del(said)} ${ins(quoted)}`,
    )
    .join(' ');
}

function recordingHtml({ t, formats, language }: Words, recording: ReportedRecording): string {
  const { title, date, mediaName, mediaSha256, transcripts } = recording;
  const transcriptRows = transcripts.map(({ language: tag, kind, sequence, headHash }) =>
    row(
      `${t('press.report.transcript')}: ${formats.languageName.of(tag) ?? tag}, ${t(`press.report.${kind}`)}`,
      `${html(t('press.report.revision', { sequence: formats.number.format(sequence) }))}, <code>${html(headHash)}</code>`,
    ),
  );
  return `<table class="recording">
<caption dir="auto">${html([title, date === null ? '' : longDate(date, language)].filter(Boolean).join(' · '))}</caption>
${row(`${t('press.report.media')}: ${mediaName}`, mediaSha256 === null ? html(t('press.report.notHashed')) : `<code>${html(mediaSha256)}</code>`)}${transcriptRows.join('')}</table>
`;
}
