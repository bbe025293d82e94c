import { longDate } from '../../i18n/local-formats.ts';
import { type ArticleContent, createMark } from '../../model/article.ts';
import type { QuoteId } from '../../model/ids.ts';
import { type Language, localText } from '../../model/language.ts';
import { mergeMarks, readMarks } from '../article-marks.ts';
import { attributedQuotes, type QuotedWords } from './attribution.ts';
import type { HouseStyle } from './house-style.ts';

/** A quote on its way into an article. */
export interface DraftQuote extends QuotedWords {
  readonly quoteId: QuoteId;
}

/** What the first paragraph says; absent parts are left out. */
export interface DraftLead {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly place: string;
}

export interface DraftParts {
  readonly style: HouseStyle;
  /** In the order of the article. */
  readonly quotes: readonly DraftQuote[];
  readonly lead: DraftLead | null;
  /** Whose photograph it is; '' for none. */
  readonly credit: string;
}

const PARAGRAPH = '\n\n';

/**
 * Returns a draft of an article: a lead, a paragraph for each quote with its attribution, and a photo credit where one is
 * given. Each quotation is marked with the card that it comes from; the rest is marked as reading the draft marks it.
 */
export function composeDraft({ style, quotes, lead, credit }: DraftParts): ArticleContent {
  const { language } = style;
  const attributed = attributedQuotes(quotes, style);
  const first = lead ? [leadParagraph(lead, language)] : [];
  const last = credit.trim() === '' ? [] : [`${PHOTO[language]}: ${credit.trim()}`];
  const text = [...first, ...attributed.map((quote) => quote.text), ...last].join(PARAGRAPH);
  let at = first.reduce((sum, paragraph) => sum + paragraph.length + PARAGRAPH.length, 0);
  const linked = attributed.map(({ text: paragraph, words, verb }, index) => {
    const { start, end } = words;
    const span = { start: at + start, end: at + end };
    at += paragraph.length + PARAGRAPH.length;
    const quote = quotes[index];
    const speaker = verb === null ? null : (quote?.speaker ?? null);
    const textOf = (part: 'name' | 'title' | 'organisation' | 'country') =>
      (speaker && localText(speaker[part], language)) || null;
    return createMark({
      kind: style.close === '' ? 'dash' : 'marks',
      spans: [span],
      verb,
      who: speaker && {
        speakerId: speaker.id,
        name: textOf('name'),
        title: textOf('title'),
        organisation: textOf('organisation'),
        country: textOf('country'),
      },
      quoteId: quote?.quoteId ?? null,
    });
  });
  return { text, marks: mergeMarks(linked, readMarks({ text })) };
}

const PHOTO: Readonly<Record<Language, string>> = { kk: 'Фото', ru: 'Фото', en: 'Photo' };

/** Place and day stand before the sentence, so that neither has to be put in a case. */
function leadParagraph({ title, date, place }: DraftLead, language: Language): string {
  const where = [place.trim(), date ? longDate(date, language) : ''].filter(Boolean).join(', ');
  const name = title.trim().replace(/[«»“”„"]/gu, '');
  const sentence = {
    kk: `«${name}» – қатысушылардың айтқан ойларынан.`,
    ru: `«${name}» – из выступлений участников.`,
    en: `${name}: from the speeches of the participants.`,
  }[language];
  return where === '' ? sentence : `${where.replace(/\.$/u, '')}. ${sentence}`;
}
