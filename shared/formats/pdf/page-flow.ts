import type PDFDocument from 'pdfkit';
import type { StructureElement } from 'pdfkit';
import type { FontFile } from '../write-sources.ts';
import type { Fonts } from './fonts.ts';
import { breakLines, type Line, type Measure, type Paragraph, type Piece, type Span } from './lines.ts';

/** A4 in points. */
export const PAGE_SIZE = [595.28, 841.89] as const;
const [PAGE_WIDTH, PAGE_HEIGHT] = PAGE_SIZE;
const SIDE = 62;
const TOP = 74;
const BOTTOM = PAGE_HEIGHT - 70;
/** How wide text may run. */
export const TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE;
/** Of a line's height, how much is above the feet of its letters. */
const ABOVE_BASELINE = 0.74;

/** A place to which a bookmark or a note leads. */
export interface Place {
  /** Counts from 0. */
  readonly page: number;
  /** Points from the top of the page. */
  readonly top: number;
}

interface Placing {
  /** Points between the feet of one line and the next. */
  readonly leading: number;
  /** Points from the left margin; a paragraph that runs from right to left is set against the right one. */
  readonly indent?: number;
  readonly width?: number;
}

/** Lines set one under another, page after page, with what a reader of the screen hears of their structure. */
export class PageFlow {
  readonly #document: PDFDocument;
  readonly #fonts: Fonts;
  readonly #root: StructureElement;
  readonly #widths = new Map<string, Map<string, number | null>>();
  #page = -1;
  #y = BOTTOM;

  constructor(document: PDFDocument, fonts: Fonts) {
    this.#document = document;
    this.#fonts = fonts;
    for (const [file, bytes] of fonts.bytes) document.registerFont(file, bytes);
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
    this.#addPage();
  }

  get pageCount(): number {
    return this.#page + 1;
  }

  get place(): Place {
    return { page: this.#page, top: this.#y };
  }

  break(spans: readonly Span[], width = TEXT_WIDTH): Paragraph {
    return breakLines(spans, width, this.#fonts, this.#measure);
  }

  /** Names the place where the next line will stand. */
  name(destination: string): void {
    this.#document.addNamedDestination(destination, 'XYZ', 0, this.#y, null);
  }

  /** Goes to the next page unless so many points are left on this one. */
  need(points: number): void {
    if (this.#y + points > BOTTOM) this.#addPage();
  }

  /** Leaves room, but not at the head of a page. */
  skip(points: number): void {
    if (this.#y > TOP) this.#y += points;
  }

  /** Sets a paragraph, and returns where it begins. One line of it does not stand alone on a page. */
  set(type: 'H1' | 'H2' | 'P' | 'Note', paragraph: Paragraph, placing: Placing): Place {
    const { lines, rightToLeft } = paragraph;
    const { leading, indent = 0, width = TEXT_WIDTH - indent } = placing;
    this.need(leading * Math.min(2, lines.length));
    const { place } = this;
    const element = this.#element(type);
    lines.forEach((line, index) => {
      const isBeforeLast = lines.length > 2 && index === lines.length - 2;
      this.need(leading * (isBeforeLast ? 2 : 1));
      const x = SIDE + indent + (rightToLeft ? width - line.width : 0);
      element.add(() => this.#draw(line, x, this.#y + leading * ABOVE_BASELINE));
      this.#y += leading;
    });
    element.end();
    return place;
  }

  /** Sets texts side by side, each at its indent in points or against the right margin, line by line. */
  setBeside(
    type: 'H3' | 'P' | 'Note',
    columns: readonly { readonly paragraph: Paragraph; readonly indent: number | 'end' }[],
    leading: number,
  ): Place {
    const rows = Math.max(...columns.map(({ paragraph }) => paragraph.lines.length));
    this.need(leading * rows);
    const { place } = this;
    const element = this.#element(type);
    for (let row = 0; row < rows; row++) {
      for (const { paragraph, indent } of columns) {
        const line = paragraph.lines[row];
        if (!line) continue;
        const x = SIDE + (indent === 'end' ? TEXT_WIDTH - line.width : indent);
        element.add(() => this.#draw(line, x, this.#y + leading * ABOVE_BASELINE));
      }
      this.#y += leading;
    }
    element.end();
    return place;
  }

  /** Sets what stands beside the text of every page, and is no part of it. */
  setOnEach(marks: (page: number) => { readonly head: Paragraph; readonly foot: Paragraph }): void {
    for (let page = 0; page < this.pageCount; page++) {
      this.#document.switchToPage(page);
      this.#document.markContent('Artifact', { type: 'Pagination' });
      const { head, foot } = marks(page);
      const [above] = head.lines;
      if (above) {
        this.#draw(above, SIDE, TOP - 28);
        this.#document.strokeColor('#c8ccd2').lineWidth(0.5);
        this.#document
          .moveTo(SIDE, TOP - 20)
          .lineTo(SIDE + TEXT_WIDTH, TOP - 20)
          .stroke();
      }
      const [below] = foot.lines;
      if (below) this.#draw(below, SIDE + TEXT_WIDTH - below.width, BOTTOM + 30);
      this.#document.endMarkedContent();
    }
  }

  #element(type: string): StructureElement {
    const element = this.#document.struct(type);
    this.#root.add(element);
    return element;
  }

  /** Ends the structure; nothing is set after it. */
  end(): void {
    this.#root.end();
  }

  #addPage(): void {
    this.#document.addPage();
    this.#page++;
    this.#y = TOP;
  }

  readonly #measure: Measure = (text, font, size) => {
    const widths = this.#widths.get(font) ?? new Map<string, number | null>();
    this.#widths.set(font, widths);
    let width = widths.get(text);
    if (width === undefined) {
      width = this.#unitWidth(text, font);
      widths.set(text, width);
    }
    return width === null ? null : width * size;
  };

  /** Fontkit fails on marks for which a letter has no place. */
  #unitWidth(text: string, font: FontFile): number | null {
    try {
      return this.#document.font(font).fontSize(1000).widthOfString(text) / 1000;
    } catch {
      return null;
    }
  }

  #draw({ pieces }: Line, left: number, baseline: number): void {
    let x = left;
    for (const run of joined(pieces)) {
      const { style, font, text, width, isSpace, rightToLeft, actual } = run;
      if (!isSpace || !rightToLeft) {
        this.#document.font(font).fontSize(style.size).fillColor(style.colour);
        const options = { lineBreak: false, baseline: 'alphabetic', textWidth: width, wordCount: 1 } as const;
        if (actual !== null) this.#document.markContent('Span', { actual });
        this.#document.text(text, x, baseline - (style.rise ?? 0), options);
        if (actual !== null) this.#document.endMarkedContent();
      }
      if (style.goTo !== undefined)
        this.#document.goTo(x, baseline - style.size, width, style.size * 1.2, style.goTo);
      x += width;
    }
  }
}

/** Joins words of one look that run from left to right, so that they come back as one text. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (
      last &&
      isPlain(last) &&
      isPlain(piece) &&
      !MARK.test(piece.text) &&
      last.font === piece.font &&
      last.style === piece.style
    ) {
      const isSpace = last.isSpace && piece.isSpace;
      runs[runs.length - 1] = {
        ...last,
        isSpace,
        text: last.text + piece.text,
        width: last.width + piece.width,
      };
    } else runs.push(piece);
  }
  return runs;
}

/** What belongs to the letter before it; measured apart, it is drawn apart. */
const MARK = /^\p{M}/u;
const isPlain = ({ rightToLeft, actual }: Piece) => !rightToLeft && actual === null;
