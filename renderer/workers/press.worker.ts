import type { MarkId, RecordingId, SpeakerId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { readMarks } from '../../shared/press/article-marks.ts';
import {
  type MarkVerifier,
  markVerifier,
  type PreparedTrack,
  prepareRecording,
  type QuotationMark,
  type QuoteVerdict,
  type RecordingSource,
} from '../../shared/press/match/verify-marks.ts';
import type { PressReply, PressRequest } from './press-messages.ts';

/** Verdicts are told at least this often while more are sought. */
const TELL_EVERY_MS = 60;

const prepared = new Map<RecordingId, readonly PreparedTrack[]>();
let recordingIds: readonly RecordingId[] = [];
let speakers: ReadonlyMap<SpeakerId, Speaker> = new Map();
let verifier: MarkVerifier | null = null;
let latest = 0;

const reply = (message: PressReply) => self.postMessage(message);

/** Lets messages in that have come meanwhile. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

function currentVerifier(): MarkVerifier {
  verifier ??= markVerifier(
    recordingIds.flatMap((id) => prepared.get(id) ?? []),
    speakers,
  );
  return verifier;
}

/** Answers bit by bit, and gives up when a later question has come. */
async function verify(number: number, text: string, marks: readonly QuotationMark[]): Promise<void> {
  let found: (readonly [MarkId, QuoteVerdict])[] = [];
  let toldAt = performance.now();
  for (const mark of marks) {
    found.push([mark.id, currentVerifier().verify(text, mark)]);
    if (performance.now() - toldAt < TELL_EVERY_MS) continue;
    reply({ kind: 'verdicts', number, verdicts: found, done: false });
    found = [];
    await breathe();
    if (number !== latest) return;
    toldAt = performance.now();
  }
  reply({ kind: 'verdicts', number, verdicts: found, done: true });
}

self.onmessage = ({ data }: MessageEvent<PressRequest>) => {
  switch (data.kind) {
    case 'seek-in':
      recordingIds = data.recordingIds;
      speakers = new Map(data.speakers.map((speaker) => [speaker.id, speaker]));
      for (const id of prepared.keys()) if (!recordingIds.includes(id)) prepared.delete(id);
      verifier = null;
      break;
    case 'source': {
      const source = JSON.parse(data.json) as RecordingSource;
      prepared.set(source.recordingId, prepareRecording(source));
      verifier = null;
      break;
    }
    case 'read':
      reply({ kind: 'read', number: data.number, marks: readMarks(data.article) });
      break;
    case 'verify':
      latest = data.number;
      void verify(data.number, data.text, data.marks);
      break;
    case 'candidates':
      reply({
        kind: 'candidates',
        number: data.number,
        candidates: currentVerifier().candidates(data.text, data.mark),
      });
  }
};
