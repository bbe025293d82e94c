import { z } from 'zod';
import { LONGEST_QUOTE } from '../model/quote.ts';
import { ARTICLE_FORMATS } from '../press/export/write-article.ts';
import { CLIP_FORMATS, CLIP_OUTCOMES } from '../quotes/clip-format.ts';
import { articleId } from './article-contract.ts';
import * as s from './schemas.ts';
import * as people from './speaker-schemas.ts';

const text = z.string().min(1).max(LONGEST_QUOTE);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const keptAgainst = z.strictObject({
  text,
  speakerId: s.speakerId.nullable(),
  startMs: s.timeMs.nullable(),
  endMs: s.timeMs.nullable(),
});

export const quote = z
  .strictObject({
    id: s.quoteId,
    transcriptId: s.transcriptId,
    annotationId: s.annotationId,
    text,
    turnIds: z.array(s.turnId).min(1).max(10_000),
    speaker: people.speaker
      .pick({ id: true, name: true, title: true, organisation: true, country: true })
      .nullable(),
    startMs: s.timeMs.nullable(),
    endMs: s.timeMs.nullable(),
    timesByHand: z.boolean(),
    mediaSha256: sha256.nullable(),
    sequence: s.sequence,
    headHash: sha256,
    takenAt: z.iso.datetime(),
    takenBy: z.string().max(100),
    kept: keptAgainst.nullable(),
  })
  .refine(({ startMs, endMs }) => startMs === null || endMs === null || startMs < endMs);

const listedQuote = z.strictObject({
  quote,
  note: z.string(),
  standing: keptAgainst
    .extend({ turnIds: z.array(s.turnId), fromMs: s.timeMs.nullable(), toMs: s.timeMs.nullable() })
    .nullable(),
  changes: z.strictObject({
    words: z.boolean(),
    speaker: z.boolean(),
    times: z.boolean(),
    gone: z.boolean(),
  }),
  startMs: s.timeMs.nullable(),
  endMs: s.timeMs.nullable(),
  withheld: z.boolean(),
});

const milliseconds = z.int().min(0).max(60_000);
const clipChoices = {
  quoteIds: z.array(s.quoteId).min(1).max(1000),
  format: z.enum(CLIP_FORMATS),
  beforeMs: milliseconds,
  afterMs: milliseconds,
};

const articleExport = { articleId, evidence: z.boolean() };

export const quoteContract = {
  /** The cards of a transcript, those that were removed too, since undoing brings them back. */
  'quotes.list': { input: z.object({ transcriptId: s.transcriptId }), output: z.array(quote) },
  /** The quotes of all recordings outside the bin, beside the text as it is saved. */
  'quotes.listAll': {
    input: z.void(),
    output: z.array(
      z.object({
        recording: s.recording.pick({ id: true, title: true, date: true, place: true, media: true }),
        transcript: s.transcriptHead,
        quotes: z.array(listedQuote),
      }),
    ),
  },
  /**
   * Takes the words on which annotations stand in what is saved, with the evidence for them, as new cards or in place of
   * what the cards with these ids said. Returns the cards.
   */
  'quotes.take': {
    input: z.object({
      transcriptId: s.transcriptId,
      quotes: z.array(z.strictObject({ id: s.quoteId, annotationId: s.annotationId })).max(1000),
    }),
    output: z.array(quote),
  },
  /** Writes a card as it was or with times of a person's. */
  'quotes.put': { input: quote, output: z.void() },

  /** Cuts clips of quotes into a granted folder; a quote that gives none does not stop the others. */
  'clips.write': {
    input: z.object({ ...clipChoices, folder: s.grant, task: z.uuid() }),
    output: z.array(
      z.object({
        quoteId: s.quoteId,
        outcome: z.enum(CLIP_OUTCOMES),
        name: z.string().nullable(),
        path: z.string().nullable(),
      }),
    ),
  },
  /** Asks where to, then writes an article as it is saved; null when the person cancels. */
  'articleFile.write': {
    input: z.object({ ...articleExport, format: z.enum(ARTICLE_FORMATS) }),
    output: z.object({ path: z.string(), withheld: z.int() }).nullable(),
  },
  /** An article as it is saved, for the clipboard. */
  'articleFile.copy': {
    input: z.object(articleExport),
    output: z.object({ html: z.string(), text: z.string(), withheld: z.int() }),
  },
  /** The command lines that would cut the clips. */
  'clips.commands': { input: z.object(clipChoices), output: z.array(z.string()) },
} as const;
