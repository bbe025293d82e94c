import type { ArticleMark } from '../../shared/model/article.ts';
import type { MarkId, RecordingId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import type { QuotedArticle } from '../../shared/press/find-quotes.ts';
import type { QuotationMark, QuoteVerdict } from '../../shared/press/match/verify-marks.ts';
import type { PressReply, PressRequest } from '../workers/press-messages.ts';

export interface PressClient {
  /** Says where quotations are sought; `load` gives the JSON of the recordings that are not there yet. */
  seekIn(
    recordingIds: readonly RecordingId[],
    speakers: readonly Speaker[],
    load: (id: RecordingId) => Promise<string>,
  ): Promise<void>;
  read(article: QuotedArticle): Promise<readonly ArticleMark[]>;
  /** Answers bit by bit, `done` with the last; a later call ends an earlier one. */
  verify(
    text: string,
    marks: readonly QuotationMark[],
    onVerdicts: (verdicts: readonly (readonly [MarkId, QuoteVerdict])[], done: boolean) => void,
  ): void;
  candidates(text: string, mark: QuotationMark): Promise<readonly QuoteVerdict[]>;
  dispose(): void;
}

/** Returns what reads articles and verifies their quotations beside the page. */
export function createPressClient(): PressClient {
  const worker = new Worker(new URL('../workers/press.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (reply: PressReply) => void>();
  const loaded = new Set<RecordingId>();
  let number = 0;
  let verifying = 0;
  let wanted: readonly RecordingId[] = [];
  worker.onmessage = ({ data }: MessageEvent<PressReply>) => {
    waiting.get(data.number)?.(data);
    if (data.kind !== 'verdicts' || data.done) waiting.delete(data.number);
  };
  const post = (request: PressRequest) => worker.postMessage(request);

  return {
    async seekIn(recordingIds, speakers, load) {
      wanted = recordingIds;
      for (const id of loaded) if (!recordingIds.includes(id)) loaded.delete(id);
      post({ kind: 'seek-in', recordingIds, speakers });
      for (const id of recordingIds) {
        if (loaded.has(id)) continue;
        const json = await load(id);
        if (!wanted.includes(id)) continue;
        loaded.add(id);
        post({ kind: 'source', json });
      }
    },
    read: (article) =>
      new Promise((resolve) => {
        waiting.set(++number, (reply) => reply.kind === 'read' && resolve(reply.marks));
        post({ kind: 'read', number, article });
      }),
    verify(text, marks, onVerdicts) {
      waiting.delete(verifying);
      verifying = ++number;
      waiting.set(number, (reply) => reply.kind === 'verdicts' && onVerdicts(reply.verdicts, reply.done));
      post({ kind: 'verify', number, text, marks });
    },
    candidates: (text, mark) =>
      new Promise((resolve) => {
        waiting.set(++number, (reply) => reply.kind === 'candidates' && resolve(reply.candidates));
        post({ kind: 'candidates', number, text, mark });
      }),
    dispose() {
      waiting.clear();
      worker.terminate();
    },
  };
}
