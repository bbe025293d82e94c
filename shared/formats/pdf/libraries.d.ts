/** What is used of the PDF libraries, whose own types ask for Node or are absent. */
declare module 'pdfkit' {
  export interface StructureElement {
    /** Draws what belongs to the element, or adds one that is inside it. */
    add(child: StructureElement | (() => void)): this;
    end(): void;
  }

  export interface OutlineItem {
    addItem(title: string, options: OutlineOptions): OutlineItem;
  }

  export interface OutlineOptions {
    /** Counts from 0. */
    readonly pageNumber: number;
    /** Points from the top of the page. */
    readonly top: number;
    /** Points from the right of the page. */
    readonly left: number;
    readonly fit: false;
    readonly expanded: boolean;
  }

  export default class PDFDocument {
    constructor(options: {
      readonly size: readonly [number, number];
      readonly margin: number;
      readonly autoFirstPage: false;
      readonly bufferPages: true;
      readonly font: null;
      readonly pdfVersion: '1.7';
      readonly lang: string;
      readonly tagged: true;
      readonly displayTitle: true;
      readonly info: Readonly<Record<string, string | Date>>;
    });
    readonly outline: OutlineItem;
    addPage(): this;
    switchToPage(index: number): unknown;
    registerFont(name: string, bytes: Uint8Array): this;
    font(name: string): this;
    fontSize(points: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(points: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    widthOfString(text: string): number;
    text(
      text: string,
      x: number,
      y: number,
      options: {
        readonly lineBreak: false;
        readonly baseline: 'alphabetic';
        readonly textWidth: number;
        readonly wordCount: 1;
      },
    ): this;
    goTo(x: number, y: number, width: number, height: number, destination: string): this;
    addNamedDestination(name: string, fit: 'XYZ', x: number, y: number, zoom: null): void;
    struct(type: string): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' }): this;
    markContent(tag: 'Span', options: { readonly actual: string }): this;
    endMarkedContent(): this;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): void;
  }
}

declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
}

declare module 'bidi-js' {
  interface EmbeddingLevels {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly level: number }[];
  }
  interface Bidi {
    getEmbeddingLevels(text: string): EmbeddingLevels;
    getMirroredCharacter(character: string): string | null;
  }
  export default function bidiFactory(): Bidi;
}
