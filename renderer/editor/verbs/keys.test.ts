import { Editor } from 'slate';
import { checkVerb, type VerbCase } from './verb-cases.ts';

const cases: readonly VerbCase[] = [
  {
    title: 'Backspace at the start merges',
    input: [{ text: 'а' }, { text: '|б' }],
    run: (editor) => Editor.deleteBackward(editor),
    output: [{ text: 'а|б' }],
  },
  {
    title: 'Ctrl+Backspace at the start merges and deletes no word',
    input: [{ text: 'бір сөз' }, { text: '|б' }],
    run: (editor) => Editor.deleteBackward(editor, { unit: 'word' }),
    output: [{ text: 'бір сөз|б' }],
  },
  {
    title: 'Delete at the end merges the next',
    input: [
      { text: 'а|', from: 0, to: 10 },
      { text: 'б', from: 10, to: 30 },
    ],
    run: (editor) => Editor.deleteForward(editor),
    output: [{ text: 'а|б', from: 0, to: 30 }],
  },
  {
    title: 'Backspace at the start of the first turn does nothing',
    input: [{ text: '|а' }, { text: 'б' }],
    run: (editor) => Editor.deleteBackward(editor),
    output: [{ text: '|а' }, { text: 'б' }],
  },
  {
    title: 'Backspace deletes the void before the caret',
    input: [{ text: 'а<applause>|б' }],
    run: (editor) => Editor.deleteBackward(editor),
    output: [{ text: 'а|б' }],
  },
  {
    title: 'Delete deletes the void behind the caret',
    input: [{ text: 'а|<500>б' }],
    run: (editor) => Editor.deleteForward(editor),
    output: [{ text: 'а|б' }],
  },
  {
    title: 'Shift+Enter breaks the line within the turn',
    input: [{ text: 'а|б' }],
    run: (editor) => editor.insertSoftBreak(),
    output: [{ text: 'а\n|б' }],
  },
  {
    title: 'deleting across turns joins what is left, from the first start to the last end',
    input: [
      { text: 'аб[в', from: 0, to: 10, speaker: 'a' },
      { text: 'жоқ', from: 10, to: 20, speaker: 'b' },
      { text: 'г]де', from: 20, to: 30, speaker: 'c' },
    ],
    run: (editor) => Editor.deleteFragment(editor),
    output: [{ text: 'аб|де', from: 0, to: 30, speaker: 'a' }],
  },
  {
    title: 'a turn deleted whole takes its times along',
    input: [
      { text: 'аб', from: 0, to: 10, speaker: 'a' },
      { text: '[вг', from: 10, to: 20, speaker: 'b' },
      { text: 'д]е', from: 20, to: 30, speaker: 'c' },
    ],
    run: (editor) => Editor.deleteFragment(editor),
    output: [
      { text: 'аб', from: 0, to: 10, speaker: 'a' },
      { text: '|е', from: 20, to: 30, speaker: 'c' },
    ],
  },
  {
    title: 'of a turn deleted to its end, its neighbour keeps its own times',
    input: [
      { text: 'а[б', from: 0, to: 10, speaker: 'a' },
      { text: 'вг]', from: 10, to: 20, speaker: 'b' },
    ],
    run: (editor) => Editor.deleteFragment(editor),
    output: [{ text: 'а|', from: 0, to: 10, speaker: 'a' }],
  },
  {
    title: 'typing over a selection across turns',
    input: [
      { text: 'а[б', from: 0, to: 10 },
      { text: 'в]г', from: 10, to: 20 },
    ],
    run: (editor) => editor.insertText('ң'),
    output: [{ text: 'аң|г', from: 0, to: 20 }],
  },
  {
    title: 'deleting everything leaves one turn',
    input: [{ text: '[а', from: 0, to: 10 }, { text: 'б' }, { text: 'в]' }],
    run: (editor) => Editor.deleteFragment(editor),
    output: [{ text: '|', from: 0, to: 10 }],
  },
  {
    title: 'a turn selected up to the start of the next goes whole, as a line would',
    input: [
      { text: '[аб', from: 0, to: 10 },
      { text: ']вг', from: 10, to: 20 },
    ],
    run: (editor) => Editor.deleteFragment(editor),
    output: [{ text: '|вг', from: 10, to: 20 }],
  },
  {
    title: 'typing over such a selection keeps the turn and its times',
    input: [
      { text: '[аб', from: 0, to: 10 },
      { text: ']вг', from: 10, to: 20 },
    ],
    run: (editor) => editor.insertText('ң'),
    output: [
      { text: 'ң|', from: 0, to: 10 },
      { text: 'вг', from: 10, to: 20 },
    ],
  },
];

checkVerb('keys', cases);
