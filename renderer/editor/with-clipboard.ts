import { Node } from 'slate';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { turnFault } from '../../shared/model/invariants.ts';
import { formatTime } from '../../shared/model/time.ts';
import { createTurn, type Inline, type TagKind, type Turn } from '../../shared/model/turn.ts';
import { paragraphsOf } from './clean-text.ts';
import { isTurn, turnOf } from './slate-turns.ts';
import { asOneStep } from './verbs/as-one-step.ts';
import { insertTag, insertTimestamp } from './verbs/insert-mark.ts';
import { insertParagraphs } from './verbs/insert-paragraphs.ts';
import { insertTurnsAtCaret } from './verbs/insert-turns.ts';
import type { TranscriptSlate } from './with-transcript.ts';

/** Whole turns on the clipboard, as JSON, beside the plain text that other programs read. */
export const TURNS_MIME = 'application/x-minber-turns';

/** What the clipboard must know of the library and the language. */
export interface ClipboardWords {
  speakerName(id: SpeakerId): string;
  knowsSpeaker(id: SpeakerId): boolean;
  tagLabel(tag: TagKind): string;
}

/** Copies turns as text with names, and takes in plain text alone, cleaned, or turns that were copied here. */
export function withClipboard(editor: TranscriptSlate, words: ClipboardWords): void {
  editor.setFragmentData = (data) => {
    if (!editor.selection) return;
    const turns = Node.fragment(editor, editor.selection).filter(isTurn).map(turnOf);
    if (turns.every((turn) => turn.content.length === 0)) return;
    data.setData('text/plain', copiedText(turns, words));
    data.setData(TURNS_MIME, JSON.stringify(turns));
  };

  editor.insertData = (data) => {
    const turns = readTurns(data.getData(TURNS_MIME), words);
    const [only] = turns;
    if (only && turns.length === 1) return asOneStep(editor, () => insertContent(editor, only.content));
    if (turns.length > 0) return insertTurnsAtCaret(editor, turns);
    const paragraphs = paragraphsOf(data.getData('text/plain'));
    if (paragraphs.length > 0) insertParagraphs(editor, paragraphs);
  };
}

function insertContent(editor: TranscriptSlate, content: readonly Inline[]): void {
  insertParagraphs(editor, ['']);
  for (const inline of content) {
    if (inline.type === 'text') insertParagraphs(editor, [inline.text]);
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
