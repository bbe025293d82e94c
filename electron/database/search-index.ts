import type { ReadableDatabase, WritableDatabase } from './library-database.ts';
import { firstRow, lastRow, transcriptOfRow } from './turn-rows.ts';

/** Returns text as it is indexed and asked for: composed (decomposed й is not found otherwise), ё as е. */
export function foldForSearch(text: string): string {
  return text.normalize('NFC').replaceAll('ё', 'е').replaceAll('Ё', 'Е');
}

/** Returns the words of a text, folded and in lower case, as the index splits them. */
export function searchWords(text: string): readonly string[] {
  return (
    foldForSearch(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** Puts a turn's words under its row, in place of those that were there. */
export function indexTurn(db: WritableDatabase, row: number, text: string): void {
  db.run('INSERT OR REPLACE INTO turn_words (rowid, text) VALUES (?, ?)', row, foldForSearch(text));
}

export function unindexTurn(db: WritableDatabase, row: number): void {
  db.run('DELETE FROM turn_words WHERE rowid = ?', row);
}

/** Takes the turns of a transcript out of the index; call it while the turns are still there. */
export function unindexTranscript(db: WritableDatabase, transcript: number): void {
  db.run(
    'DELETE FROM turn_words WHERE rowid IN (SELECT row FROM turn WHERE row BETWEEN ? AND ?)',
    firstRow(transcript),
    lastRow(transcript),
  );
}

/**
 * Yields the number of the transcript of each turn in which every prefix begins a word, newest transcripts first,
 * a transcript as often as it has such turns. The caller stops when it has enough: counting them all is slow.
 */
export function* transcriptsWithWords(db: ReadableDatabase, prefixes: readonly string[]): Generator<number> {
  const match = prefixes.map((prefix) => `"${prefix}"*`).join(' AND ');
  const sql = 'SELECT rowid AS row FROM turn_words WHERE turn_words MATCH ? ORDER BY rowid DESC';
  for (const { row } of db.each<{ row: number }>(sql, match)) yield transcriptOfRow(row);
}
