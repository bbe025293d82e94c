import { compactHistory } from '../../electron/services/compact-history.ts';
import { compareRevisions } from '../../electron/services/compare-revisions.ts';
import { markRevision } from '../../electron/services/mark-revision.ts';
import { listRevisions } from '../../electron/services/read-history.ts';
import { saveTranscript } from '../../electron/services/save-transcript.ts';
import { verifyEditLog } from '../../electron/services/verify-edit-log.ts';
import { newId } from '../../shared/model/ids.ts';
import { createTurn, textContent } from '../../shared/model/turn.ts';
import { figure, median } from './figures.mjs';
import { kazakhText, seededRandom } from './kazakh.mjs';
import { addTranscript, openLibrary } from './make-library.mjs';

/** Three hours of speech at 2.2 words a second, typed by somebody whose words are saved four at a time. */
const WORDS = 23_760;
const TURN_WORDS = 70;
const WORDS_A_SAVE = 4;
const SAVES_A_VERSION = 1500;
const DAYS_40_MS = 40 * 24 * 60 * 60 * 1000;

/** How a session's edit log grows as it is typed, what compacting leaves of it, and how long its history takes. */
export async function measure(folder, { quick }) {
  const app = await openLibrary(folder);
  const { transcriptId } = addTranscript(app, {
    title: 'Форум',
    mediaPath: '/forum.wav',
    durationMs: 3 * 3_600_000,
    turns: [],
  });
  const saves = typeSession(app, transcriptId, quick ? WORDS / 10 : WORDS);
  const grown = sizeOf(app);
  const timed = (work) => median(Array.from({ length: 5 }, () => timeOf(work)));
  const { revisions } = listRevisions(app, transcriptId);
  const from = revisions.at(-1).sequence;
  const list = timed(() => listRevisions(app, transcriptId));
  const compare = timed(() => compareRevisions(app, { transcriptId, from, to: null }));
  const verify = timeOf(() => verifyEditLog(app, transcriptId));
  const later = { library: app.library, author: () => '', now: () => new Date(Date.now() + DAYS_40_MS) };
  const compacting = timeOf(() => compactHistory(later, transcriptId));
  const left = sizeOf(app);
  const compareLeft = timed(() => compareRevisions(app, { transcriptId, from, to: null }));
  const sound = verifyEditLog(app, transcriptId).sound;
  await app.close();
  if (!sound) throw new Error('The compacted log does not verify');
  const mb = (bytes) => bytes / 1e6;
  return [
    figure({
      what: `edit log of a three-hour session typed in ${saves} saves`,
      value: mb(grown),
      unit: 'MB',
    }),
    figure({
      what: 'the same, compacted after 40 days',
      value: mb(left),
      unit: 'MB',
      baseline: mb(grown),
      against: 'as it was typed',
    }),
    figure({ what: 'compacting it', value: compacting }),
    figure({ what: 'opening the list of its versions', value: list, target: 50 }),
    figure({ what: 'comparing its first version with now', value: compare, target: 1000 }),
    figure({ what: 'the same, compacted', value: compareLeft }),
    figure({ what: 'verifying it', value: verify }),
  ];
}

function typeSession(app, transcriptId, words) {
  const random = seededRandom(6);
  let sequence = 0;
  let typed = 0;
  for (let place = 0; typed < words; place++) {
    const turn = { ...createTurn({ startMs: place * 30_000 }), order: `a${String(place).padStart(6, '0')}` };
    let text = '';
    for (let count = 0; count < TURN_WORDS; count += WORDS_A_SAVE) {
      text += `${text === '' ? '' : ' '}${kazakhText(WORDS_A_SAVE, random)}`;
      const diff = { put: [{ ...turn, content: textContent(text) }], remove: [] };
      saveTranscript(app, { transcriptId, base: sequence, batchId: newId(), diff });
      sequence++;
      if (sequence % SAVES_A_VERSION === 0)
        markRevision(app, { transcriptId, reason: 'named', name: `${sequence}` });
    }
    typed += TURN_WORDS;
  }
  markRevision(app, { transcriptId, reason: 'named', name: 'last' });
  return sequence;
}

/** Returns the bytes of the entries of the log. */
const sizeOf = ({ library }) =>
  library.get(
    'SELECT sum(length(put) + length(removed) + length(was) + length(hash) + 100) AS bytes FROM edit',
  ).bytes;

function timeOf(work) {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
