import { createEditor, type Editor, Node, type Point, Range, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { withReact } from 'slate-react';
import type { AnnotationId, SpeakerId, TurnId } from '../../shared/model/ids.ts';
import {
  createTurn,
  type Inline,
  joinTexts,
  TAG_KINDS,
  type TagKind,
  type Translates,
  type Turn,
  type TurnStatus,
  textInline,
  turnDetails,
} from '../../shared/model/turn.ts';
import { childrenOf, elementOf, isMark, turnElements, turnOf } from './slate-turns.ts';
import type { TurnElement } from './slate-types.ts';
import { type LongHistory, withLongHistory } from './with-long-history.ts';
import { withReview } from './with-review.ts';
import { type TranscriptSlate, withTranscript } from './with-transcript.ts';

/**
 * A turn as tests write it. In `text`, `|` is the caret, `[` and `]` stand around a selection (anchor first),
 * `<5000>` is a timestamp and `<applause>` a tag. From `{a` to `a}` stands the annotation `a`, named by a Latin letter.
 */
export interface Note {
  readonly text: string;
  readonly id?: string;
  readonly speaker?: string;
  readonly from?: number;
  readonly to?: number;
  readonly status?: TurnStatus;
  readonly editedBy?: string;
  readonly checkedBy?: string;
  readonly checkedAt?: string;
  readonly flagNote?: string;
  readonly translates?: Translates;
}

const PIECES = /<([a-z]+|\d+)>|([|[\]])|\{([a-z])|([a-z])\}|((?:(?![a-z]\})[^<|[\]{}])+)/g;

function parse(text: string): { content: Inline[]; points: { sign: string; at: number; offset: number }[] } {
  const content: Inline[] = [];
  const points = [];
  const standing = new Set<string>();
  for (const [, mark, sign, begins, ends, plain] of text.matchAll(PIECES)) {
    const last = content.at(-1);
    if (begins) standing.add(begins);
    else if (ends) standing.delete(ends);
    else if (sign) {
      points.push({
        sign,
        at: childrenOf(content).length - 1,
        offset: last?.type === 'text' ? last.text.length : 0,
      });
    } else if (mark) {
      const tag = TAG_KINDS.find((kind): kind is TagKind => kind === mark);
      content.push(tag ? { type: 'tag', tag } : { type: 'timestamp', atMs: Number(mark) });
    } else if (plain) {
      content.push(textInline(plain, standing as Set<AnnotationId>));
    }
    content.splice(0, content.length, ...joinTexts(content));
  }
  return { content, points };
}

/** Returns an editor with these turns, and its history. */
export function editorOf(
  notes: readonly Note[],
  playheadMs: () => number | null = () => null,
  author = '',
): { editor: TranscriptSlate; history: LongHistory } {
  const editor = withReview(withTranscript(withHistory(withReact(createEditor())), playheadMs), () => author);
  const history = withLongHistory(editor);
  const points: Record<string, Point> = {};
  editor.children = notes.map((note, index) => {
    const { content, points: found } = parse(note.text);
    for (const { sign, at, offset } of found) points[sign] = { path: [index, at], offset };
    return elementOf(turnOfNote(note, index, content));
  });
  const anchor = points['|'] ?? points['['];
  const focus = points['|'] ?? points[']'];
  if (anchor && focus) Transforms.select(editor, { anchor, focus });
  return { editor, history };
}

function turnOfNote(note: Note, index: number, content: readonly Inline[]): Turn {
  return createTurn({
    id: (note.id ?? `t${index + 1}`) as TurnId,
    speakerId: (note.speaker ?? null) as SpeakerId | null,
    startMs: note.from ?? null,
    endMs: note.to ?? null,
    status: note.status ?? 'draft',
    ...turnDetails(note),
    content,
  });
}

/** Returns the editor's turns as `editorOf` takes them; ids are shown where `ids` is true. */
export function notesOf(editor: Editor, { ids = false } = {}): Note[] {
  return turnElements(editor).map((element, index) => {
    const turn = turnOf(element);
    return {
      text: showChildren(editor, element, index),
      ...(ids ? { id: turn.id } : {}),
      ...(turn.speakerId === null ? {} : { speaker: turn.speakerId }),
      ...(turn.startMs === null ? {} : { from: turn.startMs }),
      ...(turn.endMs === null ? {} : { to: turn.endMs }),
      ...(turn.status === 'draft' ? {} : { status: turn.status }),
      ...(turnDetails(turn) as Pick<
        Note,
        'editedBy' | 'checkedBy' | 'checkedAt' | 'flagNote' | 'translates'
      >),
    };
  });
}

function showChildren(editor: Editor, element: TurnElement, index: number): string {
  let shown = '';
  let standing: readonly string[] = [];
  const change = (next: readonly string[]) => {
    for (const id of standing.filter((each) => !next.includes(each))) shown += `${id}}`;
    for (const id of next.filter((each) => !standing.includes(each))) shown += `{${id}`;
    standing = next;
  };
  for (const [at, child] of element.children.entries()) {
    if (!isMark(child) && Node.isText(child) && child.text !== '') change(child.annotations ?? []);
    shown += showChild(editor, child, [index, at]);
  }
  change([]);
  return shown;
}

function showChild(editor: Editor, child: Node, path: number[]): string {
  if (isMark(child)) return `<${child.type === 'tag' ? child.tag : child.atMs}>`;
  let text = Node.string(child);
  const { selection } = editor;
  if (!selection) return text;
  const signs: [Point, string][] = Range.isCollapsed(selection)
    ? [[selection.anchor, '|']]
    : [
        [selection.anchor, '['],
        [selection.focus, ']'],
      ];
  for (const [point, sign] of signs.sort(([a], [b]) => b.offset - a.offset))
    if (point.path.join() === path.join())
      text = text.slice(0, point.offset) + sign + text.slice(point.offset);
  return text;
}
