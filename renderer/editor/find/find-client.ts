import type { SpeakerId, TurnId } from '../../../shared/model/ids.ts';
import type { Turn } from '../../../shared/model/turn.ts';
import type { FindQuery } from '../../../shared/search/find-matches.ts';
import type { FindReply, FindRequest, PieceMatch } from '../../workers/find-messages.ts';
import { piecesOf } from './pieces.ts';

/** A search that takes longer is given up: a regular expression can take for ever. */
const LONGEST_MS = 3000;

export interface Question {
  readonly query: FindQuery;
  readonly replacement: string;
  readonly speakerId: SpeakerId | null | undefined;
}

export type Matches = ReadonlyMap<TurnId, readonly PieceMatch[]>;

export type Answer =
  | { readonly kind: 'found'; readonly matches: Matches }
  | { readonly kind: 'bad-pattern' }
  | { readonly kind: 'too-slow' };

export interface FindClient {
  /** Searches the turns. Only those that differ from the last time travel to the worker. */
  ask(question: Question, turns: readonly Turn[]): void;
  dispose(): void;
}

/**
 * Returns a search that runs beside the page, so that it can be given up; each answer comes with the turns that it is about. Questions that come while one is being
 * answered are answered together, the last one counting.
 */
export function createFindClient(onAnswer: (answer: Answer, turns: readonly Turn[]) => void): FindClient {
  let worker: Worker | null = null;
  let known = new Map<TurnId, Turn>();
  let matches = new Map<TurnId, readonly PieceMatch[]>();
  let waiting: { readonly question: Question; readonly turns: readonly Turn[] } | null = null;
  let busy: {
    readonly number: number;
    readonly turns: readonly Turn[];
    readonly timer: ReturnType<typeof setTimeout>;
  } | null = null;
  let number = 0;

  function stop() {
    if (busy) clearTimeout(busy.timer);
    busy = null;
    worker?.terminate();
    worker = null;
    known = new Map();
  }

  function answered({ data }: MessageEvent<FindReply>) {
    if (data.number !== busy?.number) return;
    const { turns, timer } = busy;
    clearTimeout(timer);
    busy = null;
    if (data.kind === 'bad-pattern') {
      onAnswer({ kind: 'bad-pattern' }, turns);
    } else {
      if (data.all) matches = new Map();
      else matches = new Map(matches);
      for (const [id, found] of data.matches)
        if (found.length > 0) matches.set(id, found);
        else matches.delete(id);
      onAnswer({ kind: 'found', matches }, turns);
    }
    next();
  }

  function next() {
    if (busy || !waiting) return;
    const { question, turns } = waiting;
    waiting = null;
    if (!worker) {
      worker = new Worker(new URL('../../workers/find-matches.worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.onmessage = answered;
    }
    const gone = new Set(known.keys());
    const changed: Turn[] = [];
    for (const turn of turns) {
      gone.delete(turn.id);
      if (known.get(turn.id) !== turn) changed.push(turn);
    }
    for (const id of gone) known.delete(id);
    for (const turn of changed) known.set(turn.id, turn);
    number++;
    const request: FindRequest = {
      number,
      ...question,
      changed: changed.map(({ id, speakerId, content }) => ({ id, speakerId, pieces: piecesOf(content) })),
      gone: [...gone],
    };
    busy = {
      number,
      turns,
      timer: setTimeout(() => {
        stop();
        onAnswer({ kind: 'too-slow' }, turns);
        next();
      }, LONGEST_MS),
    };
    worker.postMessage(request);
  }

  return {
    ask(question, turns) {
      waiting = { question, turns };
      next();
    },
    dispose() {
      waiting = null;
      stop();
    },
  };
}
