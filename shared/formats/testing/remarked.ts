import { type Annotation, GIVEN_KINDS } from '../../model/annotation.ts';
import type { AnnotationId, ReplyId } from '../../model/ids.ts';
import { createTurn } from '../../model/turn.ts';
import type { TranscriptDocument } from '../format.ts';
import { SESSION } from './session.ts';

const id = (index: number) => `00000000-0003-4000-8000-00000000000${index}` as AnnotationId;
const remark = (index: number, parts: Partial<Annotation>): Annotation => ({
  id: id(index),
  kindId: GIVEN_KINDS.quote,
  colour: null,
  changedAt: '2026-01-15T09:00:00Z',
  removed: false,
  body: '',
  author: 'Айнұр Сәтқызы',
  createdAt: '2026-01-15T09:00:00Z',
  resolved: null,
  span: null,
  words: '',
  atMs: null,
  replies: [],
  ...parts,
});

/** The session with annotations: over two turns, inside another with a reply and settled, on a time, on words that are gone. */
export const REMARKED: TranscriptDocument = {
  ...SESSION,
  turns: [
    createTurn({
      startMs: 1000,
      endMs: 5000,
      content: [
        { type: 'text', text: 'Су – ' },
        { type: 'text', text: 'ортақ байлық ', annotations: [id(1)] },
        { type: 'text', text: 'әрі жауапкершілік.', annotations: [id(1), id(2)] },
      ],
    }),
    createTurn({
      startMs: 6000,
      endMs: 9000,
      content: [
        { type: 'text', text: 'Екінші\nреплика', annotations: [id(2)] },
        { type: 'text', text: ' бітті.' },
      ],
    }),
  ],
  annotationKinds: [
    {
      id: GIVEN_KINDS.quote,
      name: { kk: 'Дәйексөз', ru: 'Цитата', en: 'Quote' },
      colour: 0,
      withheld: false,
      removed: false,
    },
  ],
  annotations: [
    remark(1, {
      body: 'Тақырыпқа шығаруға болады.\nТексерілсін.',
      words: 'ортақ байлық әрі жауапкершілік.',
      resolved: { by: 'Ерлан Болатұлы', at: '2026-01-16T10:00:00Z' },
      replies: [
        {
          id: '00000000-0004-4000-8000-000000000001' as ReplyId,
          author: 'Ерлан Болатұлы',
          body: 'Тексерілді.',
          at: '2026-01-16T09:30:00Z',
        },
      ],
    }),
    remark(2, { body: 'Екі репликада.', words: 'әрі жауапкершілік. Екінші' }),
    remark(3, { body: 'Шу бар.', span: { startMs: 7000, endMs: 8000 } }),
    remark(4, { body: 'Сөзі жоқ ескертпе.', words: 'өшірілген сөз', atMs: null }),
  ],
};
