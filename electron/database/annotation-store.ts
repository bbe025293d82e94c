import type { Annotation, AnnotationKind, Reply } from '../../shared/model/annotation.ts';
import type { AnnotationId, AnnotationKindId } from '../../shared/model/ids.ts';
import type { LocalText } from '../../shared/model/language.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

interface KindRow {
  readonly id: AnnotationKindId;
  readonly name: string;
  readonly colour: number;
  readonly withheld: number;
  readonly removed: number;
}

/** Returns the vocabulary in its order, removed kinds included. */
export function listKinds(db: ReadableDatabase): readonly AnnotationKind[] {
  return db
    .all<KindRow>('SELECT id, name, colour, withheld, removed FROM annotation_kind ORDER BY position')
    .map((row) => ({
      ...row,
      name: JSON.parse(row.name) as LocalText,
      withheld: row.withheld === 1,
      removed: row.removed === 1,
    }));
}

/** Writes a kind, changed, or new behind all others. */
export function putKind(db: WritableDatabase, kind: AnnotationKind): void {
  db.run(
    `INSERT INTO annotation_kind (id, name, colour, withheld, removed) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, colour = excluded.colour, withheld = excluded.withheld,
       removed = excluded.removed`,
    kind.id,
    JSON.stringify(kind.name),
    kind.colour,
    kind.withheld ? 1 : 0,
    kind.removed ? 1 : 0,
  );
}

interface Row {
  readonly id: AnnotationId;
  readonly transcript: number;
  readonly kindId: AnnotationKindId;
  readonly body: string;
  readonly colour: number | null;
  readonly author: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly words: string;
  readonly atMs: number | null;
  readonly replies: string;
  readonly removed: number;
}

const COLUMNS = `id, transcript, kind_id AS kindId, body, colour, author, created_at AS createdAt,
  changed_at AS changedAt, resolved_by AS resolvedBy, resolved_at AS resolvedAt, start_ms AS startMs, end_ms AS endMs,
  words, at_ms AS atMs, replies, removed`;

function toAnnotation(row: Row): Annotation {
  const { transcript: _, resolvedBy, resolvedAt, startMs, endMs, replies, removed, ...plain } = row;
  return {
    ...plain,
    resolved: resolvedBy === null || resolvedAt === null ? null : { by: resolvedBy, at: resolvedAt },
    span: startMs === null || endMs === null ? null : { startMs, endMs },
    replies: JSON.parse(replies) as readonly Reply[],
    removed: removed === 1,
  };
}

/** Returns the annotations of a transcript in the order in which they were made, removed ones included. */
export function listAnnotations(db: ReadableDatabase, transcript: number): readonly Annotation[] {
  return db
    .all<Row>(`SELECT ${COLUMNS} FROM annotation WHERE transcript = ? ORDER BY number`, transcript)
    .map(toAnnotation);
}

/** Returns an annotation and the number of its transcript. */
export function findAnnotation(
  db: ReadableDatabase,
  id: AnnotationId,
): { readonly transcript: number; readonly annotation: Annotation } | null {
  const row = db.get<Row>(`SELECT ${COLUMNS} FROM annotation WHERE id = ?`, id);
  return row ? { transcript: row.transcript, annotation: toAnnotation(row) } : null;
}

/** Writes an annotation, new or changed; who made it, when and for which transcript stay as they were. */
export function putAnnotation(db: WritableDatabase, transcript: number, annotation: Annotation): void {
  const { id, kindId, body, colour, author, createdAt, changedAt, resolved, span, words, atMs } = annotation;
  db.run(
    `INSERT INTO annotation (id, transcript, kind_id, body, colour, author, created_at, changed_at, resolved_by,
       resolved_at, start_ms, end_ms, words, at_ms, replies, removed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind_id = excluded.kind_id, body = excluded.body, colour = excluded.colour,
       changed_at = excluded.changed_at, resolved_by = excluded.resolved_by, resolved_at = excluded.resolved_at,
       start_ms = excluded.start_ms, end_ms = excluded.end_ms, words = excluded.words, at_ms = excluded.at_ms,
       replies = excluded.replies, removed = excluded.removed`,
    id,
    transcript,
    kindId,
    body,
    colour,
    author,
    createdAt,
    changedAt,
    resolved?.by ?? null,
    resolved?.at ?? null,
    span?.startMs ?? null,
    span?.endMs ?? null,
    words,
    atMs,
    JSON.stringify(annotation.replies),
    annotation.removed ? 1 : 0,
  );
}

/** Forgets an annotation, as if it had never come. */
export function deleteAnnotation(db: WritableDatabase, id: AnnotationId): void {
  db.run('DELETE FROM annotation WHERE id = ?', id);
}

/** Notes which annotations stand in the turn of a row; `was` stood there before. */
export function putAnchors(
  db: WritableDatabase,
  turnRow: number,
  was: ReadonlySet<AnnotationId>,
  is: ReadonlySet<AnnotationId>,
): void {
  for (const id of was)
    if (!is.has(id)) db.run('DELETE FROM anchor WHERE annotation_id = ? AND turn_row = ?', id, turnRow);
  for (const id of is)
    if (!was.has(id))
      db.run('INSERT OR IGNORE INTO anchor (annotation_id, turn_row) VALUES (?, ?)', id, turnRow);
}

/** Returns the rows of the turns in which an annotation stands. */
export function anchorRows(db: ReadableDatabase, id: AnnotationId): readonly number[] {
  return db
    .all<{ row: number }>('SELECT turn_row AS row FROM anchor WHERE annotation_id = ?', id)
    .map(({ row }) => row);
}
