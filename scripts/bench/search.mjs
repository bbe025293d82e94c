import { indexTurn } from '../../electron/database/search-index.ts';
import { findTranscript } from '../../electron/database/transcript-store.ts';
import { insertTurn } from '../../electron/database/turn-store.ts';
import { addRecording } from '../../electron/services/import-media.ts';
import { searchLibrary } from '../../electron/services/search/search-library.ts';
import { newId } from '../../shared/model/ids.ts';
import { turnText } from '../../shared/model/turn.ts';
import { figure, percentile95 } from './figures.mjs';
import { makeTurns, openLibrary } from './make-library.mjs';

const TRANSCRIPTS = 2000;
const TURNS = 300;
const LONGEST_MS = 50;
/** As they are typed, letter by letter: a common word, two stems, a word that is nowhere, the name of a forum. */
const QUERIES = ['өзендер', 'құрметті әріпт', 'қызғалдақ', '1999-отырыс'];

const NO_FILTER = { speakerId: null, from: null, to: null, kindId: null, status: null };

/** The search of a library of 2,000 transcripts as somebody types, against a bare query of the same index. */
export async function measure(folder, { quick }) {
  const app = await openLibrary(folder);
  fillLibrary(app, quick ? TRANSCRIPTS / 10 : TRANSCRIPTS);
  const typed = QUERIES.flatMap((query) => [...query].map((_, index) => query.slice(0, index + 1)));
  const searchMs = [];
  const bareMs = [];
  for (const query of typed) {
    searchMs.push(timed(() => searchLibrary(app, { query, filter: NO_FILTER, before: null })));
    bareMs.push(timed(() => searchBare(app.library, query)));
  }
  await app.close();
  return [
    figure({
      what: 'library search as one types, 95th percentile',
      value: percentile95(searchMs),
      target: LONGEST_MS,
    }),
    figure({
      what: 'library search as one types, against its index alone',
      value: percentile95(searchMs),
      baseline: percentile95(bareMs),
      against: 'a bare FTS5 query',
      target: 2,
    }),
  ];
}

/** Writes turns and index without the edit log, which searching does not read. */
function fillLibrary({ library, now }, count) {
  const at = now().toISOString();
  for (let index = 0; index < count; index++)
    library.write((db) => {
      const recording = {
        id: newId(),
        title: `${index + 1}-отырыс`,
        date: null,
        place: 'Астана',
        languages: ['kk'],
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
        media: {
          id: newId(),
          path: '/forum.wav',
          bytes: 1,
          fingerprint: String(index),
          sha256: null,
          durationMs: 3_600_000,
          container: 'WAV',
          audioCodec: 'pcm-u8',
          videoCodec: null,
          frameRate: null,
          width: null,
          height: null,
        },
      };
      const transcript = findTranscript(db, addRecording(db, recording, 'kk'));
      if (!transcript) throw new Error('The transcript was not made');
      for (const turn of makeTurns({ count: TURNS, turnMs: 30_000, speakers: [], seed: index }))
        indexTurn(db, insertTurn(db, transcript.number, turn), turnText(turn));
    });
}

function searchBare(db, query) {
  const match = query
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .map((word) => `"${word}"*`)
    .join(' ');
  if (match === '') return [];
  return db.all('SELECT rowid FROM turn_words WHERE turn_words MATCH ? ORDER BY rowid DESC LIMIT 200', match);
}

function timed(work) {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
