import { splitTurn } from './split-turn.ts';
import { checkVerb, type VerbCase } from './verb-cases.ts';

const cases: readonly VerbCase[] = [
  {
    title: 'meets at the playhead within the turn; speaker and status go on',
    input: [{ text: 'Сәлем| әлем', from: 0, to: 1000, speaker: 'a', status: 'flagged' }],
    run: (editor) => splitTurn(editor, 700),
    output: [
      { text: 'Сәлем', from: 0, to: 700, speaker: 'a', status: 'flagged' },
      { text: '| әлем', from: 700, to: 1000, speaker: 'a', status: 'flagged' },
    ],
  },
  {
    title: 'meets at the share of the text when the playhead is elsewhere',
    input: [{ text: 'ааа|б', from: 1000, to: 2000 }],
    run: (editor) => splitTurn(editor, 5000),
    output: [
      { text: 'ааа', from: 1000, to: 1750 },
      { text: '|б', from: 1750, to: 2000 },
    ],
  },
  {
    title: 'leaves the moment open when nothing tells it, and loses neither end',
    input: [{ text: 'а|б', from: 1000 }],
    run: (editor) => splitTurn(editor, 500),
    output: [{ text: 'а', from: 1000 }, { text: '|б' }],
  },
  {
    title: 'takes the playhead in a turn that has no end yet',
    input: [{ text: 'а|б', from: 1000 }],
    run: (editor) => splitTurn(editor, 1500),
    output: [
      { text: 'а', from: 1000, to: 1500 },
      { text: '|б', from: 1500 },
    ],
  },
  {
    title: 'takes the playhead in a turn without times',
    input: [{ text: 'а|б' }],
    run: (editor) => splitTurn(editor, 1500),
    output: [
      { text: 'а', to: 1500 },
      { text: '|б', from: 1500 },
    ],
  },
  {
    title: 'keeps the voids on their sides',
    input: [{ text: 'а<5>б<applause>|в<laughter>', from: 0, to: 40 }],
    run: (editor) => splitTurn(editor, 30),
    output: [
      { text: 'а<5>б<applause>', from: 0, to: 30 },
      { text: '|в<laughter>', from: 30, to: 40 },
    ],
  },
  {
    title: 'deletes the selected text first',
    input: [{ text: 'а[бв]г', from: 0, to: 100 }],
    run: (editor) => splitTurn(editor, 40),
    output: [
      { text: 'а', from: 0, to: 40 },
      { text: '|г', from: 40, to: 100 },
    ],
  },
  {
    title: 'at the end of a turn that is still open: a turn for whoever speaks next',
    input: [{ text: 'Сәлем|', from: 0, speaker: 'a', status: 'checked' }],
    run: (editor) => splitTurn(editor, 3200),
    output: [
      { text: 'Сәлем', from: 0, to: 3200, speaker: 'a' },
      { text: '|', from: 3200 },
    ],
  },
  {
    title: 'at the end, with the playhead within: cut there',
    input: [{ text: 'Сәлем|', from: 0, to: 5000 }],
    run: (editor) => splitTurn(editor, 3200),
    output: [
      { text: 'Сәлем', from: 0, to: 3200 },
      { text: '|', from: 3200, to: 5000 },
    ],
  },
  {
    title: 'at the end, with the playhead behind it: the pause belongs to nobody',
    input: [{ text: 'Сәлем|', from: 0, to: 3000 }],
    run: (editor) => splitTurn(editor, 3200),
    output: [
      { text: 'Сәлем', from: 0, to: 3000 },
      { text: '|', from: 3200 },
    ],
  },
  {
    title: 'at the end, with the playhead before its start: nothing tells when the next one starts',
    input: [{ text: 'Сәлем|', from: 2000, to: 3000 }],
    run: (editor) => splitTurn(editor, 1000),
    output: [{ text: 'Сәлем', from: 2000, to: 3000 }, { text: '|' }],
  },
  {
    title: 'at the start: the empty turn goes before, the text keeps its turn and the caret',
    input: [{ text: '|Сәлем', from: 0, to: 1000, speaker: 'a', status: 'checked' }],
    run: (editor) => splitTurn(editor, 200),
    output: [
      { text: '', from: 0, to: 200 },
      { text: '|Сәлем', from: 200, to: 1000, speaker: 'a' },
    ],
  },
];

checkVerb('split', cases);
