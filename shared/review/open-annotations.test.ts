import { expect, test } from 'vitest';
import { type Annotation, GIVEN_KINDS } from '../model/annotation.ts';
import type { AnnotationId } from '../model/ids.ts';
import { textInline } from '../model/turn.ts';
import { countOpenAnnotations } from './open-annotations.ts';

const at = '2026-01-15T09:00:00.000Z';
const annotation = (id: string, parts: Partial<Annotation> = {}): [AnnotationId, Annotation] => [
  id as AnnotationId,
  {
    id: id as AnnotationId,
    kindId: GIVEN_KINDS.name,
    body: '',
    colour: null,
    author: '',
    createdAt: at,
    changedAt: at,
    resolved: null,
    span: null,
    words: '',
    atMs: null,
    replies: [],
    removed: false,
    ...parts,
  },
];
const countOf = countOpenAnnotations(
  new Map([
    annotation('open'),
    annotation('other'),
    annotation('resolved', { resolved: { by: '', at } }),
    annotation('removed', { removed: true }),
    annotation('quote', { kindId: GIVEN_KINDS.quote }),
  ]),
);
const on = (...ids: string[]) => textInline('сөз', ids as AnnotationId[]);

test.each([
  ['none', [on()], 0],
  ['one that is open, once, though it stands on two texts', [on('open'), on('open', 'resolved')], 1],
  ['two', [on('open', 'other')], 2],
  ['none that is resolved, removed or unknown', [on('resolved', 'removed', 'gone')], 0],
  ['none that is a quote', [on('quote')], 0],
])('a turn has %s', (_, content, count) => {
  expect(countOf({ content })).toBe(count);
});
