import { z } from 'zod';
import { MARK_KINDS, MARK_STATES } from '../model/article.ts';
import type { ArticleId, MarkId } from '../model/ids.ts';
import * as s from './schemas.ts';

export const articleId = z.uuid().transform((value) => value as ArticleId);
const markId = z.uuid().transform((value) => value as MarkId);

const MOST_MARKS = 20_000;
const MOST_LETTERS = 2_000_000;

const offset = z.int().nonnegative();
const span = z.strictObject({ start: offset, end: offset });
const words = z.string().max(2000).nullable();

const mark = z.strictObject({
  id: markId,
  kind: z.enum(MARK_KINDS),
  spans: z.array(span).min(1).max(200),
  verb: words,
  who: z
    .strictObject({
      speakerId: s.speakerId.nullable(),
      name: words,
      title: words,
      organisation: words,
      country: words,
    })
    .nullable(),
  quoteId: s.quoteId.nullable(),
  url: z.string().max(8000).nullable(),
  state: z.enum(MARK_STATES),
  chosen: z.strictObject({ transcriptId: s.transcriptId, turnId: s.turnId, start: offset }).nullable(),
  overrule: z
    .strictObject({
      accepted: z.boolean(),
      note: z.string().trim().min(1).max(20_000),
      by: z.string().trim().max(100),
      at: z.iso.datetime(),
      words: z.string().max(MOST_LETTERS),
    })
    .nullable(),
});

const content = { text: z.string().max(MOST_LETTERS), marks: z.array(mark).max(MOST_MARKS) };

const facts = {
  title: z.string().trim().min(1).max(300),
  language: s.language,
  recordingIds: z.array(s.recordingId).max(10_000),
};

const dates = { sequence: s.sequence, createdAt: z.string(), changedAt: z.string() };

export const article = z.strictObject({ id: articleId, ...facts, ...content, ...dates });

/** A row of the list of articles. */
const articleSummary = z.strictObject({ id: articleId, ...facts, ...dates, quotationCount: z.int() });

/** What the renderer may ask about articles. */
export const articleContract = {
  /** The articles of the library, the one changed last first. */
  'articles.list': { input: z.void(), output: z.array(articleSummary) },
  'articles.create': { input: z.strictObject({ ...facts, ...content }), output: article },
  'articles.open': { input: z.object({ articleId }), output: article },
  /** Writes the content over the one of `base`; fails with `stale-sequence` when something else was saved since. */
  'articles.save': {
    input: z.object({
      articleId,
      base: s.sequence,
      /** Names the batch: the same batch sent twice is written once. */
      batchId: z.uuid(),
      content: z.strictObject(content),
    }),
    output: s.saved,
  },
  'articles.change': {
    input: z.object({ articleId, change: z.strictObject(facts).partial() }),
    output: article,
  },
  'articles.remove': { input: z.object({ articleId }), output: z.void() },
  'articles.restore': { input: z.object({ articleId }), output: z.void() },

  'files.chooseArticle': { input: z.void(), output: s.grantedFile.nullable() },
  /** Reads a granted file and writes nothing; fails with `article-unreadable` for what is no article. */
  'articles.readFile': {
    input: z.object({ grant: s.grant, language: s.language }),
    output: z.object({
      name: z.string(),
      text: z.string(),
      captions: z.array(span),
      links: z.array(span.extend({ url: z.string() })),
      /** Null where the file proves its encoding. */
      assumedEncoding: z.string().nullable(),
    }),
  },
  /**
   * The transcripts of a recording that quotations are sought in: a `RecordingSource` as JSON, which crosses between
   * the worlds of a page far faster than its objects.
   */
  'articles.source': { input: z.object({ recordingId: s.recordingId }), output: z.string() },
  /** Asks where to, then writes the evidence for the saved article; null when the person cancels. */
  'articles.writeReport': {
    input: z.object({ articleId, form: z.enum(['html', 'pdf']), language: s.language }),
    output: z.object({ path: z.string() }).nullable(),
  },
} as const;
