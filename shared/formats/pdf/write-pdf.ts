import PDFDocument, { type OutlineItem } from 'pdfkit';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import type { WriteSources } from '../write-sources.ts';
import { type Content, contentOf, type ShownTurn, STYLE, textsOf } from './content.ts';
import { openFonts } from './fonts.ts';
import type { TextStyle } from './lines.ts';
import { PAGE_SIZE, PageFlow, type Place, TEXT_WIDTH } from './page-flow.ts';

const LEADING = { title: 25, heading: 19, data: 14.5, speaker: 16, text: 15.5 } as const;
const LABEL_WIDTH = 104;
const NUMBER_WIDTH = 26;
/** Of a turn in a bookmark, so many characters. */
const BOOKMARK_LENGTH = 60;

/** Returns the bytes of a PDF 1.7: tagged, in the language of the text, with every font embedded as a subset. */
export async function writePdf(
  document: TranscriptDocument,
  options: ExportOptions,
  sources: WriteSources,
): Promise<Uint8Array> {
  const content = contentOf(document, options);
  const fonts = await openFonts(textsOf(content), sources);
  const pdf = new PDFDocument({
    size: PAGE_SIZE,
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    font: null,
    pdfVersion: '1.7',
    lang: document.language,
    tagged: true,
    displayTitle: true,
    info: { Title: content.title, Creator: 'Minber', Producer: 'Minber' },
  });
  const bytes = bytesOf(pdf);
  const flow = new PageFlow(pdf, fonts);
  setHead(flow, content);
  const places = content.turns.map((turn) => setTurn(flow, turn));
  setRemarks(flow, content);
  flow.end();
  setMargins(flow, content);
  addBookmarks(pdf, content, places);
  pdf.end();
  if (fonts.missing.size > 0) sources.warn({ code: 'no-glyph', excerpt: [...fonts.missing].join(' ') });
  return bytes;
}

const line = (text: string, style: TextStyle) => [{ text, style }];

function setHead(flow: PageFlow, content: Content): void {
  if (content.title !== '') {
    flow.set('H1', flow.break(line(content.title, STYLE.title)), { leading: LEADING.title });
    flow.skip(8);
  }
  for (const [label, value] of content.fields) {
    const columns = [
      { paragraph: flow.break(line(label, STYLE.label), LABEL_WIDTH - 8), indent: 0 },
      { paragraph: flow.break(line(value, STYLE.value), TEXT_WIDTH - LABEL_WIDTH), indent: LABEL_WIDTH },
    ];
    flow.setBeside('P', columns, LEADING.data);
  }
  if (content.speakers.length > 0) setHeading(flow, content.speakersLabel);
  for (const { name, details } of content.speakers) {
    const more = details === '' ? [] : line(` – ${details}`, STYLE.value);
    flow.set('P', flow.break([...line(name, STYLE.name), ...more]), { leading: LEADING.data });
  }
  setHeading(flow, content.transcriptLabel);
}

function setHeading(flow: PageFlow, text: string): void {
  flow.skip(16);
  flow.need(LEADING.heading + LEADING.speaker + 3 * LEADING.text);
  flow.set('H2', flow.break(line(text, STYLE.heading)), { leading: LEADING.heading });
}

/** Sets a turn; who speaks stays with the first words. Returns where it begins. */
function setTurn(flow: PageFlow, { speaker, marks, time, lines }: ShownTurn): Place {
  flow.skip(9);
  const paragraphs = lines.map((spans) => flow.break(spans));
  const right = flow.break(line(time, STYLE.time));
  const asideWidth = right.lines[0] ? right.lines[0].width + 12 : 0;
  const left = flow.break([...line(speaker, STYLE.speaker), ...marks], TEXT_WIDTH - asideWidth);
  const headed = left.lines.length > 0 || right.lines.length > 0;
  const firstLines = Math.min(2, paragraphs[0]?.lines.length ?? 0);
  flow.need(LEADING.speaker * Math.max(1, left.lines.length) + LEADING.text * firstLines);
  const { place } = flow;
  if (headed) {
    const name = { paragraph: left, indent: 0 };
    const aside = { paragraph: right, indent: left.lines.length > 0 ? ('end' as const) : 0 };
    flow.setBeside('H3', [name, aside], LEADING.speaker);
  }
  for (const paragraph of paragraphs) flow.set('P', paragraph, { leading: LEADING.text });
  return place;
}

function setRemarks(flow: PageFlow, { remarksLabel, remarks }: Content): void {
  if (remarks.length > 0) setHeading(flow, remarksLabel);
  for (const { destination, number, lines } of remarks) {
    flow.skip(8);
    flow.need(LEADING.data * Math.min(3, lines.length));
    flow.name(destination);
    const width = TEXT_WIDTH - NUMBER_WIDTH;
    const [first = [], ...rest] = lines;
    const columns = [
      { paragraph: flow.break(line(number, STYLE.number), NUMBER_WIDTH), indent: 0 },
      { paragraph: flow.break(first, width), indent: NUMBER_WIDTH },
    ];
    flow.setBeside('Note', columns, LEADING.data);
    for (const spans of rest)
      flow.set('Note', flow.break(spans, width), { leading: LEADING.data, indent: NUMBER_WIDTH });
  }
}

function setMargins(flow: PageFlow, { margin }: Content): void {
  const head = flow.break(line(margin, STYLE.margin));
  const nothing = flow.break([]);
  flow.setOnEach((page) => ({
    // The first page has the title itself.
    head: page === 0 ? nothing : head,
    foot: flow.break(line(`${page + 1} / ${flow.pageCount}`, STYLE.margin)),
  }));
}

/** Puts each speaker's turns under the speaker, in the order in which they first speak. */
function addBookmarks(pdf: PDFDocument, { turns }: Content, places: readonly Place[]): void {
  const bySpeaker = new Map<string, OutlineItem>();
  turns.forEach(({ speaker, time, lines }, index) => {
    const place = places[index];
    if (!place) return;
    const options = {
      pageNumber: place.page,
      top: place.top,
      left: PAGE_SIZE[0],
      fit: false,
      expanded: false,
    } as const;
    const said = lines[0]?.map(({ text }) => text).join('') ?? '';
    const title = [time, firstWords(said)].filter((text) => text !== '').join('  ');
    let parent = bySpeaker.get(speaker);
    if (!parent && speaker !== '') {
      parent = pdf.outline.addItem(speaker, options);
      bySpeaker.set(speaker, parent);
    }
    (parent ?? pdf.outline).addItem(title === '' ? '…' : title, options);
  });
}

function firstWords(text: string): string {
  const letters = [...text.trim()];
  if (letters.length <= BOOKMARK_LENGTH) return letters.join('');
  return `${letters
    .slice(0, BOOKMARK_LENGTH)
    .join('')
    .replace(/\s+\S*$/, '')}…`;
}

function bytesOf(pdf: PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('error', reject);
    pdf.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}
