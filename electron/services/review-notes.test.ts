import { expect, test } from 'vitest';
import { newId, type TranscriptId, type TurnId } from '../../shared/model/ids.ts';
import { EMPTY_NOTES } from '../../shared/review/review-notes.ts';
import { hearBoundary, ignoreFinding, readReviewNotes, stopAudit } from './review-notes.ts';
import { addTestRecording, openTestApp, temporaryFolder } from './testing/open-test-app.ts';

const turnId = newId<TurnId>();

test('what a review keeps is there after a restart, with who and when', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const { transcriptId } = addTestRecording(app);
  const other = addTestRecording(app);
  expect(readReviewNotes(app, transcriptId)).toEqual(EMPTY_NOTES);
  await app.changeSettings({ authorName: 'Айнұр' });
  ignoreFinding(app, { transcriptId, turnId, check: 'overlap', reason: 'екеуі қатар сөйледі' });
  ignoreFinding(app, { transcriptId, turnId, check: 'noTitle', reason: 'белгісіз' });
  hearBoundary(app, { transcriptId, turnId, edge: 'start', atMs: 1200 });
  hearBoundary(app, { transcriptId, turnId, edge: 'start', atMs: 1300 });
  stopAudit(app, transcriptId, { turnId, edge: 'end' });
  await app.close();

  const again = openTestApp(folder);
  const at = expect.any(String);
  expect(readReviewNotes(again, transcriptId)).toEqual({
    ignored: expect.arrayContaining([
      { turnId, check: 'overlap', reason: 'екеуі қатар сөйледі', by: 'Айнұр', at },
      { turnId, check: 'noTitle', reason: 'белгісіз', by: 'Айнұр', at },
    ]),
    heard: [{ turnId, edge: 'start', atMs: 1300, by: 'Айнұр', at }],
    stoppedAt: { turnId, edge: 'end' },
  });
  expect(readReviewNotes(again, other.transcriptId)).toEqual(EMPTY_NOTES);

  const left = ignoreFinding(again, { transcriptId, turnId, check: 'overlap', reason: null });
  expect(left.ignored.map(({ check }) => check)).toEqual(['noTitle']);
  stopAudit(again, transcriptId, null);
  expect(readReviewNotes(again, transcriptId).stoppedAt).toBeNull();
});

test('a check of a later version is passed over', () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  ignoreFinding(app, { transcriptId, turnId, check: 'overlap', reason: 'солай' });
  app.library.write((db) => db.run(`UPDATE ignored_finding SET check_id = 'loudness'`));
  expect(readReviewNotes(app, transcriptId).ignored).toEqual([]);
});

test('an unknown transcript is refused', () => {
  const app = openTestApp();
  expect(() => readReviewNotes(app, newId<TranscriptId>())).toThrow('not-found');
});
