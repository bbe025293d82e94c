import { Node } from 'slate';
import { annotationsIn } from '../../shared/model/anchors.ts';
import type { AnnotationId, SpeakerId } from '../../shared/model/ids.ts';
import { turnFault } from '../../shared/model/invariants.ts';
import { formatTime } from '../../shared/model/time.ts';
import {
  annotationsOn,
  createTurn,
  type Inline,
  type TagKind,
  type Turn,
  textInline,
} from '../../shared/model/turn.ts';
import { paragraphsOf } from './clean-text.ts';
import { isTurn, turnElements, turnOf } from './slate-turns.ts';
import { asOneStep } from './verbs/as-one-step.ts';
import { insertTag, insertTimestamp } from './verbs/insert-mark.ts';
import { insertParagraphs } from './verbs/insert-paragraphs.ts';
import { insertTurnsAtCaret } from './verbs/insert-turns.ts';
import { annotationsAround, insertRun } from './with-anchors.ts';
import type { TranscriptSlate } from './with-transcript.ts';

/** Whole turns on the clipboard, as JSON, beside the plain text that other programs read. */
export const TURNS_MIME = 'application/x-minber-turns';

/** What the clipboard must know of the library and the language. */
export interface ClipboardWords {
  speakerName(id: SpeakerId): string;
  knowsSpeaker(id: SpeakerId): boolean;
  tagLabel(tag: TagKind): string;
  /** Whether an annotation is one of the open transcript. */
  knowsAnnotation(id: AnnotationId): boolean;
}

/**
 * Copies turns as text with names, and takes in plain text alone, cleaned, or turns that were copied here. Text that was
 * cut brings its annotations along; a copy leaves them where they are.
 */
export function withClipboard(editor: TranscriptSlate, words: ClipboardWords): void {
  const { undo, redo } = editor;
  /** What was cut or is being dragged, and has not been put down yet. */
  let moving: string | null = null;
  // What was cut is back in its place.
  editor.undo = () => {
    moving = null;
    undo();
  };
  editor.redo = () => {
    moving = null;
    redo();
  };

  /** Leaves out annotations that are unknown here, or still stand where the text was copied from. */
  const settled = (turns: readonly Turn[], isMoved: boolean): readonly Turn[] => {
    const standing = isMoved ? new Set<AnnotationId>() : standingAnnotations(editor);
    const stays = (id: AnnotationId) => words.knowsAnnotation(id) && !standing.has(id);
    return turns.map((turn) => ({
      ...turn,
      content: turn.content.map((inline) =>
        inline.type === 'text' ? textInline(inline.text, annotationsOn(inline).filter(stays)) : inline,
      ),
    }));
  };

  editor.setFragmentData = (data, origin) => {
    if (!editor.selection) return;
    const turns = Node.fragment(editor, editor.selection).filter(isTurn).map(turnOf);
    if (turns.every((turn) => turn.content.length === 0)) return;
    data.setData('text/plain', copiedText(turns, words));
    const json = JSON.stringify(turns);
    data.setData(TURNS_MIME, json);
    moving = origin === 'copy' ? null : json;
  };

  editor.insertData = (data) => {
    const json = data.getData(TURNS_MIME);
    const turns = settled(readTurns(json, words), moving !== null && json === moving);
    moving = null;
    const [only] = turns;
    if (only && turns.length === 1) return asOneStep(editor, () => insertContent(editor, only.content));
    if (turns.length > 0) return insertTurnsAtCaret(editor, turns);
    const paragraphs = paragraphsOf(data.getData('text/plain'));
    if (paragraphs.length > 0) insertParagraphs(editor, paragraphs);
  };
}

function standingAnnotations(editor: TranscriptSlate): ReadonlySet<AnnotationId> {
  return new Set(turnElements(editor).flatMap((turn) => [...annotationsIn(turnOf(turn))]));
}

function insertContent(editor: TranscriptSlate, content: readonly Inline[]): void {
  insertParagraphs(editor, ['']);
  const around = annotationsAround(editor);
  for (const inline of content) {
    if (inline.type === 'text') insertRun(editor, inline.text, [...around, ...annotationsOn(inline)]);
    else if (inline.type === 'timestamp') insertTimestamp(editor, inline.atMs);
    else insertTag(editor, inline.tag);
  }
}

/** Returns turns as other programs read them: the text of one, or `Name: text` for each, a blank line between. */
function copiedText(turns: readonly Turn[], words: ClipboardWords): string {
  const textOf = (turn: Turn) => turn.content.map((inline) => inlineText(inline, words)).join('');
  const [only] = turns;
  if (only && turns.length === 1) return textOf(only);
  return turns
    .map((turn) => {
      const name = turn.speakerId === null ? '' : words.speakerName(turn.speakerId);
      return name === '' ? textOf(turn) : `${name}: ${textOf(turn)}`;
    })
    .join('\n\n');
}

function inlineText(inline: Inline, words: ClipboardWords): string {
  if (inline.type === 'text') return inline.text;
  return `[${inline.type === 'tag' ? words.tagLabel(inline.tag) : formatTime(inline.atMs)}]`;
}

/** Returns the turns of a clipboard entry; none when it holds anything but sound turns of known speakers. */
function readTurns(json: string, words: ClipboardWords): readonly Turn[] {
  if (json === '') return [];
  try {
    const turns = (JSON.parse(json) as Turn[]).map((turn) =>
      createTurn({ ...turn, content: [...turn.content] }),
    );
    if (turns.some((turn) => turnFault(turn) !== null)) return [];
    return turns.map((turn) =>
      turn.speakerId === null || words.knowsSpeaker(turn.speakerId) ? turn : { ...turn, speakerId: null },
    );
  } catch {
    return [];
  }
}
