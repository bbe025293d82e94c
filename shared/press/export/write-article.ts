import { escapeXml } from '../../formats/xml.ts';
import type { ArticleDocument } from './article-document.ts';

export const ARTICLE_FORMATS = ['docx', 'html', 'txt'] as const;
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

/** Returns the bytes of an article in a format. */
export async function writeArticle(article: ArticleDocument, format: ArticleFormat): Promise<Uint8Array> {
  // The library of Word is large, and waits until it is needed.
  if (format === 'docx') return (await import('./write-article-docx.ts')).writeArticleDocx(article);
  const text = format === 'html' ? articlePage(article) : articleText(article);
  return new TextEncoder().encode(text);
}

/** Returns an article as plain text: title, paragraphs with an empty line between, notes. */
export function articleText({ title, paragraphs, notes }: ArticleDocument): string {
  const body = paragraphs.map((runs) =>
    runs.map(({ text, note }) => (note === null ? text : `${text} [${note}]`)).join(''),
  );
  const listed = notes.map((note, index) => `[${index + 1}] ${note}`).join('\n');
  return `${[title, ...body, listed].filter((part) => part !== '').join('\n\n')}\n`;
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, escapeXml);

/** Returns an article as a part of a page, its notes linked. */
export function articleHtml({ title, paragraphs, notes }: ArticleDocument): string {
  const mark = (note: number) => `<sup><a id="quote-${note}" href="#note-${note}">${note}</a></sup>`;
  const body = paragraphs.map(
    (runs) =>
      `<p>${runs.map(({ text, note }) => escapeHtml(text) + (note === null ? '' : mark(note))).join('')}</p>`,
  );
  const listed = notes.map(
    (note, index) =>
      `<li id="note-${index + 1}">${escapeHtml(note)} <a href="#quote-${index + 1}">↩</a></li>`,
  );
  return [
    `<h1>${escapeHtml(title)}</h1>`,
    ...body,
    ...(notes.length > 0 ? ['<hr>', '<ol>', ...listed, '</ol>'] : []),
  ].join('\n');
}

const STYLE = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 Georgia,"Times New Roman",serif}
h1{font-size:1.6rem;line-height:1.25}ol{font-size:.875rem;overflow-wrap:anywhere}sup{line-height:0}`;

function articlePage(article: ArticleDocument): string {
  return `<!doctype html>
<html lang="${article.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Minber">
<title>${escapeHtml(article.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<article>
${articleHtml(article)}
</article>
</body>
</html>
`;
}
