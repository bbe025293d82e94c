import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { mediaSetup } from './0014-media-setup.ts';

test('how media are played is kept with them and goes with them', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, mediaSetup.version);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO media (id, recording_id, path, bytes, fingerprint, duration_ms, container)
      VALUES ('m', 'r', '/f.mts', 1, 'f', 1000, 'MPEG-TS');
    INSERT INTO media_setup VALUES ('m', 'format', 1, NULL, '10:00:00:00', NULL, -23.1, 1);
  `);
  expect(() => db.exec(`UPDATE media_setup SET proxy = 'because'`)).toThrow(/CHECK/);
  expect(() => db.exec('UPDATE media_setup SET track = -1')).toThrow(/CHECK/);
  db.exec(`DELETE FROM recording WHERE id = 'r'`);
  expect(db.prepare('SELECT count(*) FROM media_setup').pluck().get()).toBe(0);
});
