import type { SpeakerId } from '../../../shared/model/ids.ts';
import { createTurn } from '../../../shared/model/turn.ts';
import { insertTag, insertTimestamp } from './insert-mark.ts';
import { insertParagraphs } from './insert-paragraphs.ts';
import { insertTurns, insertTurnsAtCaret } from './insert-turns.ts';
import { setSpeaker } from './set-speaker.ts';
import { toggleChecked, toggleFlagged } from './set-status.ts';
import { checkVerb, type VerbCase } from './verb-cases.ts';

const turnWith = (text: string, startMs: number | null = null) =>
  createTurn({ startMs, content: [{ type: 'text', text }] });

const CHECKED = { checkedBy: 'Айнұр', checkedAt: '2026-01-15T09:00:00.000Z' };

const cases: readonly VerbCase[] = [
  {
    title: 'a timestamp at the caret, the caret behind it',
    input: [{ text: 'а|б' }],
    run: (editor) => insertTimestamp(editor, 1234.6),
    output: [{ text: 'а<1235>|б' }],
  },
  {
    title: 'a tag at the end, beside another',
    input: [{ text: 'а<500>|' }],
    run: (editor) => insertTag(editor, 'applause'),
    output: [{ text: 'а<500><applause>|' }],
  },
  {
    title: 'a tag leaves selected text alone',
    input: [{ text: 'а[б]в' }],
    run: (editor) => insertTag(editor, 'crosstalk'),
    output: [{ text: 'аб<crosstalk>|в' }],
  },
  {
    title: 'a speaker, and none',
    input: [{ text: 'а' }, { text: 'б', speaker: 'b' }],
    run: (editor) => {
      setSpeaker(editor, 0, 'a' as SpeakerId);
      setSpeaker(editor, 1, null);
    },
    output: [{ text: 'а', speaker: 'a' }, { text: 'б' }],
  },
  {
    title: 'checked, and back',
    input: [
      { text: 'а', status: 'flagged', flagNote: 'сан' },
      { text: 'б', status: 'checked', ...CHECKED },
      { text: 'в', status: 'checked', ...CHECKED },
      { text: 'г', status: 'flagged', flagNote: 'есім' },
    ],
    run: (editor) => {
      toggleChecked(editor, 0, { name: 'Айнұр', at: CHECKED.checkedAt });
      toggleChecked(editor, 1, { name: 'Ерлан', at: CHECKED.checkedAt });
      toggleFlagged(editor, 2);
      toggleFlagged(editor, 3);
    },
    output: [
      { text: 'а', status: 'checked', ...CHECKED },
      { text: 'б' },
      { text: 'в', status: 'flagged' },
      { text: 'г' },
    ],
  },
  {
    title: 'imported turns go behind the current one',
    input: [{ text: 'а|' }, { text: 'б' }],
    run: (editor) => insertTurns(editor, [turnWith('в', 5), turnWith('г')]),
    output: [{ text: 'а' }, { text: 'в', from: 5 }, { text: 'г|' }, { text: 'б' }],
  },
  {
    title: 'imported turns go to the end, wherever the caret is',
    input: [{ text: 'а|' }, { text: 'б' }],
    run: (editor) => insertTurns(editor, [turnWith('в', 5)], 'at-end'),
    output: [{ text: 'а' }, { text: 'б' }, { text: 'в|', from: 5 }],
  },
  {
    title: 'imported turns stand instead of all that were there',
    input: [{ text: 'а' }, { text: 'б|', speaker: 'a' }, { text: '' }],
    run: (editor) => insertTurns(editor, [turnWith('в', 5), turnWith('г')], 'instead'),
    output: [{ text: 'в', from: 5 }, { text: 'г|' }],
  },
  {
    title: 'imported turns replace the empty turn of a new transcript',
    input: [{ text: '', from: 0 }],
    run: (editor) => insertTurns(editor, [turnWith('в', 5)]),
    output: [{ text: 'в|', from: 5 }],
  },
  {
    title: 'pasted turns part the turn at the caret',
    input: [{ text: 'а|б', from: 0, to: 100 }],
    run: (editor) => insertTurnsAtCaret(editor, [turnWith('в', 5)]),
    output: [
      { text: 'а', from: 0, to: 50 },
      { text: 'в|', from: 5 },
      { text: 'б', from: 50, to: 100 },
    ],
  },
  {
    title: 'pasted turns at the start of a turn go before it, and an empty neighbour stays',
    input: [{ text: '', from: 0 }, { text: '|а' }],
    run: (editor) => insertTurnsAtCaret(editor, [turnWith('в')]),
    output: [{ text: '', from: 0 }, { text: 'в|' }, { text: 'а' }],
  },
  {
    title: 'one paragraph is text',
    input: [{ text: 'а|б' }],
    run: (editor) => insertParagraphs(editor, ['қ']),
    output: [{ text: 'ақ|б' }],
  },
  {
    title: 'further paragraphs are turns; what stood behind the caret stands behind the last',
    input: [{ text: 'а|б', from: 0, to: 100, speaker: 'a' }],
    run: (editor) => insertParagraphs(editor, ['1', '2', '3']),
    output: [
      { text: 'а1', from: 0, to: 67, speaker: 'a' },
      { text: '2' },
      { text: '3|б', from: 67, to: 100, speaker: 'a' },
    ],
  },
  {
    title: 'paragraphs at the end of a turn claim none of its time',
    input: [{ text: 'а|', from: 0, to: 100, speaker: 'a' }],
    run: (editor) => insertParagraphs(editor, ['1', '2', '3']),
    output: [{ text: 'а1', from: 0, to: 100, speaker: 'a' }, { text: '2' }, { text: '3|' }],
  },
];

checkVerb('content', cases);
