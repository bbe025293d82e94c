import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { PAGE, stylesFor } from '../../formats/word-styles.ts';
import type { ArticleDocument } from './article-document.ts';

/** Returns the bytes of a Word file whose notes are footnotes. */
export async function writeArticleDocx(article: ArticleDocument): Promise<Uint8Array> {
  const { title, language, paragraphs, notes } = article;
  const file = new Document({
    title,
    creator: 'Minber',
    lastModifiedBy: 'Minber',
    styles: stylesFor(language),
    footnotes: Object.fromEntries(
      notes.map((note, index) => [
        index + 1,
        { children: [new Paragraph({ children: [new TextRun(note)] })] },
      ]),
    ),
    sections: [
      {
        properties: { page: PAGE },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...paragraphs.map(
            (runs) =>
              new Paragraph({
                spacing: { after: 160 },
                children: runs.flatMap(({ text, note }) => [
                  new TextRun(text),
                  ...(note === null ? [] : [new FootnoteReferenceRun(note)]),
                ]),
              }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
