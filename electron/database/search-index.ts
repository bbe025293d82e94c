import type { AnnotationId, AnnotationKindId } from '../../shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';
import { firstRow, lastRow } from './turn-rows.ts';

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

/** Beginnings of words: of each of these lists one at least. */
export type Beginnings = readonly (readonly string[])[];

const matchOf = (beginnings: Beginnings) =>
  beginnings.map((some) => `(${some.map((start) => `"${start}"*`).join(' OR ')})`).join(' AND ');

/**
 * Yields the rows of the turns whose words begin so, newest transcripts first, within `[lowest, below)`. The caller
 * stops when it has enough: counting them all is slow. Beginnings of up to four letters come without delay, for longer
 * ones the index is put together first.
 */
export function* rowsWithWords(
  db: ReadableDatabase,
  beginnings: Beginnings,
  lowest: number,
  below: number,
): Generator<number> {
  const sql = `SELECT rowid AS row FROM turn_words WHERE turn_words MATCH ? AND rowid >= ? AND rowid < ?
    ORDER BY rowid DESC`;
  for (const { row } of db.each<{ row: number }>(sql, matchOf(beginnings), lowest, below)) yield row;
}

/** An annotation that says what was sought, and the first turn that it stands in. */
export interface FoundAnnotation {
  readonly id: AnnotationId;
  readonly transcript: number;
  readonly kindId: AnnotationKindId;
  readonly body: string;
  readonly replies: string;
  readonly startMs: number | null;
  readonly atMs: number | null;
  readonly turnRow: number | null;
}

/** Returns annotations, removed ones left out, whose words begin so, newest first. */
export function annotationsWithWords(
  db: ReadableDatabase,
  beginnings: Beginnings,
  limit: number,
): readonly FoundAnnotation[] {
  return db.all(
    `SELECT annotation.id, annotation.transcript, kind_id AS kindId, body, replies, start_ms AS startMs, at_ms AS atMs,
       (SELECT min(turn_row) FROM anchor WHERE annotation_id = annotation.id) AS turnRow
     FROM annotation_words JOIN annotation ON annotation.number = annotation_words.rowid
     WHERE annotation_words MATCH ? AND removed = 0 ORDER BY annotation_words.rowid DESC LIMIT ?`,
    matchOf(beginnings),
    limit,
  );
}

/** Tells whether an annotation of the kind, removed ones left out, stands in the turn of a row. */
export function hasAnnotationOfKind(db: ReadableDatabase, row: number, kindId: AnnotationKindId): boolean {
  return (
    db.get(
      `SELECT 1 FROM anchor JOIN annotation ON annotation.id = annotation_id
       WHERE turn_row = ? AND kind_id = ? AND removed = 0 LIMIT 1`,
      row,
      kindId,
    ) !== undefined
  );
}
