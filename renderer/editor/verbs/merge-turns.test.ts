import { expect } from 'vitest';
import { notesOf } from '../notation.ts';
import { mergeTurns } from './merge-turns.ts';
import { checkVerb, type VerbCase } from './verb-cases.ts';

const cases: readonly VerbCase[] = [
  {
    title: 'takes back a split: text, times, speaker, caret',
    input: [
      { text: 'Сәлем', from: 0, to: 700, speaker: 'a' },
      { text: '| әлем', from: 700, to: 1000, speaker: 'a' },
    ],
    run: (editor) => mergeTurns(editor, 1),
    output: [{ text: 'Сәлем| әлем', from: 0, to: 1000, speaker: 'a' }],
  },
  {
    title: 'keeps the outermost times of turns that do not touch, and the first speaker',
    input: [
      { text: 'а', from: 0, to: 500, speaker: 'a', status: 'checked' },
      { text: '|б', from: 900, speaker: 'b', status: 'checked' },
    ],
    run: (editor) => mergeTurns(editor, 1),
    output: [{ text: 'а|б', from: 0, to: 500, speaker: 'a' }],
  },
  {
    title: 'takes the times and the speaker that only the second has',
    input: [{ text: 'а' }, { text: '|б', from: 900, to: 1000, speaker: 'b' }],
    run: (editor) => mergeTurns(editor, 1),
    output: [{ text: 'а|б', from: 900, to: 1000, speaker: 'b' }],
  },
  {
    title: 'a doubt about one half is a doubt about both; what is half checked is not',
    input: [
      { text: 'а', status: 'checked' },
      { text: 'б', status: 'draft' },
      { text: 'в', status: 'flagged' },
    ],
    run: (editor) => {
      mergeTurns(editor, 1);
      expect(notesOf(editor)[0]).toEqual({ text: 'аб' });
      mergeTurns(editor, 1);
    },
    output: [{ text: 'абв', status: 'flagged' }],
  },
  {
    title: 'an empty turn gives way to the one before',
    input: [
      { text: 'Сәлем', from: 0, to: 700, speaker: 'a', status: 'checked' },
      { text: '|', from: 700 },
    ],
    run: (editor) => mergeTurns(editor, 1),
    output: [{ text: 'Сәлем|', from: 0, speaker: 'a' }],
  },
  {
    title: 'an empty turn gives way to the one behind',
    input: [
      { text: '', from: 0, to: 700, speaker: 'a' },
      { text: '|Сәлем', from: 700, to: 1000, speaker: 'b', status: 'checked' },
    ],
    run: (editor) => mergeTurns(editor, 1),
    output: [{ text: '|Сәлем', from: 0, to: 1000, speaker: 'b' }],
  },
  {
    title: 'joins voids at the seam',
    input: [{ text: 'а<applause>' }, { text: '|<7>б' }],
    run: (editor) => mergeTurns(editor, 1),
    output: [{ text: 'а<applause>|<7>б' }],
  },
  {
    title: 'the first turn has nothing to join',
    input: [{ text: '|а' }],
    run: (editor) => mergeTurns(editor, 0),
    output: [{ text: '|а' }],
  },
];

checkVerb('merge', cases);
