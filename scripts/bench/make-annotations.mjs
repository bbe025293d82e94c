import { GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { newId } from '../../shared/model/ids.ts';
import { textInline } from '../../shared/model/turn.ts';

/** Every so many turns one is annotated: a thousand in 6,000 turns. */
const ANNOTATED_EVERY = 6;
const KINDS = Object.values(GIVEN_KINDS);

/** Lets an annotation stand on some words of every sixth turn; returns turns and annotations. */
export function annotate(turns) {
  const at = '2026-01-15T09:00:00.000Z';
  const annotations = [];
  const annotated = turns.map((turn, index) => {
    if (index % ANNOTATED_EVERY !== 0) return turn;
    const id = newId();
    const content = turn.content.flatMap((inline) => {
      if (inline.type !== 'text') return [inline];
      const words = inline.text.split(' ');
      const [head, body] = [words.slice(0, 10).join(' '), words.slice(10, 20).join(' ')];
      return [textInline(`${head} `), textInline(body, [id]), textInline(` ${words.slice(20).join(' ')}`)];
    });
    annotations.push({
      id,
      kindId: KINDS[annotations.length % KINDS.length],
      body: 'Тексеру керек',
      colour: null,
      author: 'Редактор',
      createdAt: at,
      changedAt: at,
      resolved: null,
      span: null,
      words: '',
      atMs: null,
      replies: [],
      removed: false,
    });
    return { ...turn, content };
  });
  return { turns: annotated, annotations };
}
