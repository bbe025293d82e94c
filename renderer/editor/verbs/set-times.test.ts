import { nudgeStart, setEnd, setStart, setTimes } from './set-times.ts';
import { checkVerb, type VerbCase } from './verb-cases.ts';

const cases: readonly VerbCase[] = [
  {
    title: 'the start moves, and with it the end of a turn that touches',
    input: [
      { text: 'а', from: 0, to: 500 },
      { text: 'б', from: 500, to: 900 },
    ],
    run: (editor) => setStart(editor, 1, 610.4),
    output: [
      { text: 'а', from: 0, to: 610 },
      { text: 'б', from: 610, to: 900 },
    ],
  },
  {
    title: 'a turn that does not touch stays',
    input: [
      { text: 'а', from: 0, to: 400 },
      { text: 'б', from: 500, to: 900 },
    ],
    run: (editor) => setStart(editor, 1, 300),
    output: [
      { text: 'а', from: 0, to: 400 },
      { text: 'б', from: 300, to: 900 },
    ],
  },
  {
    title: 'an end before the new start is no longer known',
    input: [{ text: 'а', from: 0, to: 400 }],
    run: (editor) => setStart(editor, 0, 500),
    output: [{ text: 'а', from: 500 }],
  },
  {
    title: 'the end moves, and with it the start of a turn that touches',
    input: [
      { text: 'а', from: 0, to: 500 },
      { text: 'б', from: 500, to: 900 },
    ],
    run: (editor) => setEnd(editor, 0, 450),
    output: [
      { text: 'а', from: 0, to: 450 },
      { text: 'б', from: 450, to: 900 },
    ],
  },
  {
    title: 'a start behind the new end is no longer known',
    input: [{ text: 'а', from: 600 }],
    run: (editor) => setEnd(editor, 0, 500),
    output: [{ text: 'а', to: 500 }],
  },
  {
    title: 'dragged edges are put in order',
    input: [{ text: 'а' }],
    run: (editor) => setTimes(editor, 0, { startMs: 900, endMs: 100 }),
    output: [{ text: 'а', from: 100, to: 900 }],
  },
  {
    title: 'times are unset',
    input: [{ text: 'а', from: 1, to: 2 }],
    run: (editor) => setTimes(editor, 0, { startMs: null, endMs: 7 }),
    output: [{ text: 'а', to: 7 }],
  },
  {
    title: 'a nudge moves the shared boundary and stops at the neighbour',
    input: [
      { text: 'а', from: 450, to: 500 },
      { text: 'б', from: 500, to: 900 },
    ],
    run: (editor) => nudgeStart(editor, 1, -100),
    output: [
      { text: 'а', from: 450, to: 450 },
      { text: 'б', from: 450, to: 900 },
    ],
  },
  {
    title: 'a nudge stops at the own end and at the start of the recording',
    input: [
      { text: 'а', from: 50, to: 80 },
      { text: 'б', from: 500, to: 550 },
    ],
    run: (editor) => {
      nudgeStart(editor, 0, -100);
      nudgeStart(editor, 1, 100);
    },
    output: [
      { text: 'а', from: 0, to: 80 },
      { text: 'б', from: 550, to: 550 },
    ],
  },
];

checkVerb('times', cases);
