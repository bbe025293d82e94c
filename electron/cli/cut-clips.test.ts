import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { type AnnotationId, newId } from '../../shared/model/ids.ts';
import { textInline } from '../../shared/model/turn.ts';
import { putAnnotation } from '../services/annotate.ts';
import { takeQuotes } from '../services/quotes/take-quotes.ts';
import { addTestRecording, putTurns, turnOf } from '../services/testing/open-test-app.ts';
import { desk } from './testing/desk.ts';

const AT = '2026-01-02T03:04:05.000Z';

test('the quotes of a recording are cut into a folder; one without times is told and does not stop the others', async () => {
  const at = desk();
  const media = join(at.folder, 'көл.wav');
  execFileSync('ffmpeg', ['-loglevel', 'error', '-f', 'lavfi', '-i', 'sine=duration=10', media]);
  await at.prepare((app) => {
    const { transcriptId } = addTestRecording(app, { title: 'Көл форумы' }, media);
    const [timed, bare] = [newId<AnnotationId>(), newId<AnnotationId>()];
    putTurns(app, transcriptId, 0, [
      turnOf('', 'a0', { startMs: 2000, endMs: 4000, content: [textInline('Көл тартылды.', [timed])] }),
      turnOf('', 'a1', { content: [textInline('Уақытсыз сөз.', [bare])] }),
    ]);
    for (const id of [timed, bare])
      putAnnotation(app, {
        transcriptId,
        annotation: {
          ...{
            id,
            kindId: GIVEN_KINDS.quote,
            body: '',
            colour: null,
            author: '',
            createdAt: AT,
            changedAt: AT,
          },
          ...{ resolved: null, span: null, words: '', atMs: null, replies: [], removed: false },
        },
      });
    takeQuotes(app, {
      transcriptId,
      quotes: [timed, bare].map((annotationId) => ({ id: newId(), annotationId })),
    });
  });
  const words = ['clips', '--library', 'library.minber-library', '--recording', 'Көл форумы'];
  const { status, out, told } = await at.run([...words, '--format', 'mp3', '--out', 'clips']);
  expect({ status, told }).toEqual({ status: 3, told: ['Уақытсыз сөз.: No in and out time: no clip'] });
  expect(out.trim()).toBe(join(at.folder, 'clips', '00-00-02 Көл тартылды.mp3'));
  expect(readdirSync(join(at.folder, 'clips'))).toHaveLength(3);
  expect((await at.run(words)).status).toBe(2);
  expect((await at.run([...words, '--format', 'avi', '--out', 'clips'])).status).toBe(2);
});
