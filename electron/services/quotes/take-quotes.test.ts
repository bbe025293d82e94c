import { expect, test } from 'vitest';
import { type Annotation, GIVEN_KINDS } from '../../../shared/model/annotation.ts';
import { type AnnotationId, newId, type QuoteId, type SpeakerId } from '../../../shared/model/ids.ts';
import type { Quote } from '../../../shared/model/quote.ts';
import { textInline } from '../../../shared/model/turn.ts';
import { setMediaSha256 } from '../../database/recording-store.ts';
import { putAnnotation } from '../annotate.ts';
import { removeRecording } from '../change-recording.ts';
import { putSpeaker } from '../change-speakers.ts';
import { addTestRecording, openTestApp, putTurns, turnOf } from '../testing/open-test-app.ts';
import { listAllQuotes, listQuoteCards } from './list-quotes.ts';
import { putQuoteCard, takeQuotes } from './take-quotes.ts';

const AT = '2026-01-02T03:04:05.000Z';
const SHA = 'a'.repeat(64);

const annotationOf = (parts: Partial<Annotation> = {}): Annotation => ({
  id: newId<AnnotationId>(),
  kindId: GIVEN_KINDS.quote,
  body: '',
  colour: null,
  author: 'Әсел',
  createdAt: AT,
  changedAt: AT,
  resolved: null,
  span: null,
  words: '',
  atMs: null,
  replies: [],
  removed: false,
  ...parts,
});

function quotedRecording() {
  const app = openTestApp();
  const fixture = addTestRecording(app);
  const { transcriptId, mediaId } = fixture;
  app.library.write((db) => setMediaSha256(db, mediaId, SHA));
  const speaker = {
    id: newId<SpeakerId>(),
    name: { kk: 'Айгүл Сәрсенова' },
    title: { kk: 'Сарапшы' },
    organisation: {},
    country: {},
    colour: 0,
    mergedInto: null,
    posts: [
      { title: { kk: 'Бұрынғы хатшы' }, organisation: {}, from: null, until: '2025-12-31' },
      { title: { kk: 'Төрайым' }, organisation: {}, from: '2026-01-01', until: null },
    ],
  };
  putSpeaker(app, speaker);
  const annotation = annotationOf({ body: 'Тақырыпқа' });
  const { id } = annotation;
  const content = [
    textInline('Алдымен су. '),
    textInline('Су – ортақ байлық.', [id]),
    textInline(' Рақмет.'),
  ];
  const first = turnOf('', 'a0', { speakerId: speaker.id, startMs: 0, endMs: 38_000, content });
  const second = turnOf('', 'a1', { startMs: 38_000, endMs: 50_000, content: [textInline('Келесі сөз.')] });
  putTurns(app, transcriptId, 0, [first, second]);
  putAnnotation(app, { transcriptId, annotation });
  const quoteId = newId<QuoteId>();
  const take = () =>
    takeQuotes(app, { transcriptId, quotes: [{ id: quoteId, annotationId: id }] })[0] as Quote;
  return { app, ...fixture, annotation, first, second, speaker, quoteId, take };
}

const onlyQuote = (app: Parameters<typeof listAllQuotes>[0]) => listAllQuotes(app)[0]?.quotes[0];

test('a card has the words, who, the times between those of the turn, and the evidence', () => {
  const { app, transcriptId, annotation, first, speaker, take } = quotedRecording();
  const quote = take();
  expect(quote).toMatchObject({
    transcriptId,
    annotationId: annotation.id,
    text: 'Су – ортақ байлық.',
    turnIds: [first.id],
    // The recording is of the first day of 2026.
    speaker: { id: speaker.id, name: speaker.name, title: { kk: 'Төрайым' } },
    startMs: 12_000,
    endMs: 30_000,
    mediaSha256: SHA,
    sequence: 1,
  });
  expect(quote.headHash).toMatch(/^[0-9a-f]{64}$/);
  expect(listQuoteCards(app, transcriptId)).toEqual([quote]);
  expect(onlyQuote(app)).toMatchObject({ quote, note: 'Тақырыпқа', withheld: false });
  expect(Object.values(onlyQuote(app)?.changes ?? {})).toEqual([false, false, false, false]);
});

test('a card tells when words, speaker or times change under it, until they are taken or kept', () => {
  const { app, transcriptId, annotation, first, second, take } = quotedRecording();
  const quote = take();
  const { id } = annotation;
  const content = [
    textInline('Алдымен су. '),
    textInline('Су – бәріне ортақ.', [id]),
    textInline(' Рақмет.'),
  ];
  const changed = { ...first, content, speakerId: null, startMs: 20_000, endMs: 58_000 };
  putTurns(app, transcriptId, 1, [changed, second]);
  expect(onlyQuote(app)?.changes).toEqual({ words: true, speaker: true, times: true, gone: false });

  const standing = onlyQuote(app)?.standing;
  if (!standing) throw new Error('it stands on words');
  const { text, speakerId, startMs, endMs } = standing;
  putQuoteCard(app, { ...quote, kept: { text, speakerId, startMs, endMs } });
  expect(onlyQuote(app)?.changes).toEqual({ words: false, speaker: false, times: false, gone: false });
  expect(onlyQuote(app)?.quote.text).toBe('Су – ортақ байлық.');

  expect(take()).toMatchObject({ text: 'Су – бәріне ортақ.', speaker: null, startMs: 32_000, sequence: 2 });
  expect(onlyQuote(app)?.changes.words).toBe(false);

  putTurns(app, transcriptId, 2, [{ ...changed, content: [textInline('Бос')] }]);
  expect(onlyQuote(app)?.changes).toEqual({ words: false, speaker: false, times: false, gone: true });
});

test('times that a person set stay, and are doubted only when the turn is heard elsewhere', () => {
  const { app, transcriptId, first, take } = quotedRecording();
  putQuoteCard(app, { ...take(), startMs: 11_000, endMs: 31_000, timesByHand: true });
  expect(take()).toMatchObject({ startMs: 11_000, endMs: 31_000, timesByHand: true });
  putTurns(app, transcriptId, 1, [{ ...first, startMs: 5000 }]);
  expect(onlyQuote(app)?.changes.times).toBe(false);
  putTurns(app, transcriptId, 2, [{ ...first, startMs: 15_000 }]);
  expect(onlyQuote(app)?.changes.times).toBe(true);
});

test('an end that nothing tells yet follows the text', () => {
  const { app, transcriptId, first, take } = quotedRecording();
  putTurns(app, transcriptId, 1, [{ ...first, endMs: null }]);
  expect(take()).toMatchObject({ startMs: 0, endMs: null });
  putTurns(app, transcriptId, 2, [first]);
  expect(onlyQuote(app)).toMatchObject({ endMs: 30_000 });
});

test('what is off the record is withheld: words inside, the time around, and words that are gone', () => {
  const { app, transcriptId, annotation, first, take } = quotedRecording();
  take();
  const secret = annotationOf({ kindId: GIVEN_KINDS.offTheRecord });
  putAnnotation(app, { transcriptId, annotation: secret });
  expect(onlyQuote(app)?.withheld).toBe(false);
  const content = [textInline('Су – ', [annotation.id]), textInline('ортақ', [annotation.id, secret.id])];
  putTurns(app, transcriptId, 1, [{ ...first, content }]);
  expect(onlyQuote(app)?.withheld).toBe(true);
  putTurns(app, transcriptId, 2, [{ ...first, content: [textInline('Бос')] }]);
  expect(onlyQuote(app)?.withheld).toBe(true);

  const other = quotedRecording();
  other.take();
  const span = { startMs: 40_000, endMs: 41_000 };
  const onTime = annotationOf({ kindId: GIVEN_KINDS.offTheRecord, span });
  putAnnotation(other.app, { transcriptId: other.transcriptId, annotation: onTime });
  expect(onlyQuote(other.app)?.withheld).toBe(false);
  const earlier = { ...onTime, span: { startMs: 1, endMs: 2 } };
  putAnnotation(other.app, { transcriptId: other.transcriptId, annotation: earlier });
  expect(onlyQuote(other.app)?.withheld).toBe(true);
});

test('a quote whose annotation is removed is none, and comes back with it; the bin hides its recording', () => {
  const { app, transcriptId, recordingId, annotation, take } = quotedRecording();
  take();
  putAnnotation(app, { transcriptId, annotation: { ...annotation, removed: true } });
  expect(listAllQuotes(app)).toEqual([]);
  putAnnotation(app, { transcriptId, annotation });
  expect(onlyQuote(app)).toBeDefined();
  removeRecording(app, recordingId);
  expect(listAllQuotes(app)).toEqual([]);
});

test('cards are made of nothing but words of the transcript', () => {
  const { app, transcriptId, quoteId, annotation, take } = quotedRecording();
  const takeOf = (id: QuoteId, annotationId: AnnotationId) => () =>
    takeQuotes(app, { transcriptId, quotes: [{ id, annotationId }] });
  expect(takeOf(newId(), newId())).toThrow('bad-request');
  const bare = annotationOf();
  putAnnotation(app, { transcriptId, annotation: bare });
  expect(takeOf(newId(), bare.id)).toThrow('bad-request');
  const quote = take();
  expect(takeOf(quoteId, bare.id)).toThrow('bad-request');
  expect(() => putQuoteCard(app, { ...quote, id: newId() })).toThrow('bad-request');
  const elsewhere = addTestRecording(app);
  expect(() => putQuoteCard(app, { ...quote, transcriptId: elsewhere.transcriptId })).toThrow('bad-request');
  expect(annotation.removed).toBe(false);
});
