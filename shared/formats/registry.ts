import { ass } from './ass.ts';
import { audacity } from './audacity.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { eaf } from './eaf/eaf.ts';
import { exb } from './exb/exb.ts';
import { fileHead } from './file-head.ts';
import type { Format, FormatId } from './format.ts';
import { json } from './json.ts';
import { json3 } from './json3.ts';
import { chapters } from './markers/chapters.ts';
import { edl } from './markers/edl.ts';
import { fcpxml } from './markers/fcpxml.ts';
import { podlove } from './markers/podlove.ts';
import { md } from './md.ts';
import { otr } from './otr.ts';
import { html } from './page/html.ts';
import { pdf } from './pdf/pdf.ts';
import { sbv } from './sbv.ts';
import { srt } from './srt.ts';
import { tei } from './tei/tei.ts';
import { textgrid } from './textgrid/textgrid.ts';
import { trs } from './trs/trs.ts';
import { tsv } from './tsv.ts';
import { ttml } from './ttml/ttml.ts';
import { txt } from './txt.ts';
import { vtt } from './vtt.ts';
import { whisper } from './whisper.ts';
import { xlsx } from './xlsx.ts';

/**
 * Every format, in the order in which a person is offered them: documents and tables, subtitles, tools of speech, the
 * video desk, and what is only read. Of several with one extension the first is that which the extension announces.
 */
export const FORMATS: readonly Format[] = [
  docx,
  pdf,
  html,
  txt,
  md,
  csv,
  xlsx,
  tsv,
  srt,
  vtt,
  ttml,
  ass,
  sbv,
  chapters,
  eaf,
  textgrid,
  trs,
  exb,
  tei,
  otr,
  audacity,
  edl,
  fcpxml,
  json,
  podlove,
  json3,
  whisper,
];

/** Returns the format with the id. */
export function formatById(id: FormatId): Format {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (!format) throw new Error(`Format ${id} is not in the registry`);
  return format;
}

/** Returns the format that a file's name announces by its extension, or null. */
export function formatForFile(name: string): Format | null {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return FORMATS.find(({ extensions }) => extension !== undefined && extensions.includes(extension)) ?? null;
}

/** Returns the format of a file: the one that its content proves, else the one that its name announces, or null. */
export function detectFormat(name: string, bytes: Uint8Array): Format | null {
  const head = fileHead(bytes);
  return FORMATS.find(({ recognises }) => recognises?.(head)) ?? formatForFile(name);
}
