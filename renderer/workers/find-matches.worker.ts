import type { TurnId } from '../../shared/model/ids.ts';
import { BadPattern, createFinder } from '../../shared/search/find-matches.ts';
import type { FindReply, FindRequest, PieceMatch, SearchedTurn } from './find-messages.ts';

const turns = new Map<TurnId, SearchedTurn>();
let asked = '';

self.onmessage = ({ data }: MessageEvent<FindRequest>) => {
  self.postMessage(answer(data));
};

function answer({ number, changed, gone, query, replacement, speakerId }: FindRequest): FindReply {
  for (const id of gone) turns.delete(id);
  for (const turn of changed) turns.set(turn.id, turn);
  const asking = JSON.stringify([query, replacement, speakerId]);
  const all = asking !== asked;
  asked = asking;
  try {
    const find = createFinder(query, replacement);
    const matches = new Map<TurnId, readonly PieceMatch[]>();
    for (const turn of all ? turns.values() : changed) {
      const wanted = speakerId === undefined || turn.speakerId === speakerId;
      const found = wanted
        ? turn.pieces.flatMap((piece, index) => find(piece).map((match) => ({ ...match, piece: index })))
        : [];
      if (found.length > 0 || !all) matches.set(turn.id, found);
    }
    if (!all) for (const id of gone) matches.set(id, []);
    return { number, kind: 'found', all, matches };
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error;
    return { number, kind: 'bad-pattern' };
  }
}
