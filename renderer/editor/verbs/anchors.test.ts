import type { AnnotationId } from '../../../shared/model/ids.ts';
import type { TranscriptSlate } from '../with-transcript.ts';
import { anchorTo, rangeToAnnotate, unanchor } from './anchors.ts';
import { insertTimestamp } from './insert-mark.ts';
import { insertParagraphs } from './insert-paragraphs.ts';
import { mergeTurns } from './merge-turns.ts';
import { splitTurn } from './split-turn.ts';
import { checkVerb, type VerbCase } from './verb-cases.ts';

const id = (name: string) => name as AnnotationId;
const annotate = (name: string) => (editor: TranscriptSlate) => {
  const range = rangeToAnnotate(editor);
  if (range) anchorTo(editor, id(name), range);
};
const quote = (editor: TranscriptSlate) => {
  const range = rangeToAnnotate(editor, 'sentence');
  if (range) anchorTo(editor, id('q'), range);
};
const type = (text: string) => (editor: TranscriptSlate) => editor.insertText(text);

const anchoring: readonly VerbCase[] = [
  {
    title: 'on selected text, without the spaces around it',
    input: [{ text: 'бір[ екі үш ]төрт' }],
    run: annotate('a'),
    output: [{ text: 'бір[ {aекі үшa} ]төрт' }],
  },
  {
    title: 'on the word at the caret',
    input: [{ text: 'бір ек|і үш' }],
    run: annotate('a'),
    output: [{ text: 'бір {aек|іa} үш' }],
  },
  {
    title: 'on the sentence at the caret',
    input: [{ text: 'Бірінші. Екін|ші сөйлем, 3.5 млн! Үшінші.' }],
    run: quote,
    output: [{ text: 'Бірінші. {qЕкін|ші сөйлем, 3.5 млн!q} Үшінші.' }],
  },
  {
    title: 'on the last sentence, which has no end yet, over a timestamp',
    input: [{ text: 'Бірінші… Екін<5>ші|' }],
    run: quote,
    output: [{ text: 'Бірінші… {qЕкін<5>ші|q}' }],
  },
  {
    title: 'on the whole turn where the caret is at no word',
    input: [{ text: 'бір, екі. |' }],
    run: annotate('a'),
    output: [{ text: '{aбір, екі.a} |' }],
  },
  {
    title: 'over turns and marks',
    input: [{ text: 'бір [екі<5>' }, { text: 'үш] төрт' }],
    run: annotate('a'),
    output: [{ text: 'бір {a[екі<5>a}' }, { text: '{aүшa}] төрт' }],
  },
  {
    title: 'over another',
    input: [{ text: 'бір {bек[іb} үш]' }],
    run: annotate('a'),
    output: [{ text: 'бір {bек{a[іb} үш]a}' }],
  },
  {
    title: 'nowhere where there is no text',
    input: [{ text: '<5>|' }],
    run: annotate('a'),
    output: [{ text: '<5>|' }],
  },
  {
    title: 'and off again, wherever it stands',
    input: [{ text: '{aбір {bекіa} үшb}' }, { text: '{aтөртa}|' }],
    run: (editor) => unanchor(editor, id('a')),
    output: [{ text: 'бір {bекі үшb}' }, { text: 'төрт|' }],
  },
];
checkVerb('an annotation is put', anchoring);

const edits: readonly VerbCase[] = [
  {
    title: 'typing inside',
    input: [{ text: 'а {aСе|рікa} б' }],
    run: type('х у'),
    output: [{ text: 'а {aСех у|рікa} б' }],
  },
  {
    title: 'typing on at the end of its word',
    input: [{ text: 'а {aСерік|a} б' }],
    run: type('жан'),
    output: [{ text: 'а {aСерікжан|a} б' }],
  },
  {
    title: 'a new word behind it stays outside',
    input: [{ text: 'а {aСерік|a}' }],
    run: (editor) => {
      type(' ')(editor);
      type('б')(editor);
    },
    output: [{ text: 'а {aСерікa} б|' }],
  },
  {
    title: 'letters before its first word belong to it, other words do not',
    input: [{ text: 'а |{aСерікa}' }],
    run: (editor) => {
      type('б ')(editor);
      type('м')(editor);
    },
    output: [{ text: 'а б {aм|Серікa}' }],
  },
  {
    title: 'between two that stand side by side',
    input: [{ text: '{aекі |a}{bүшb}' }],
    run: type(', '),
    output: [{ text: '{aекі a}, |{bүшb}' }],
  },
  {
    title: 'typing over all of it keeps it on what was typed',
    input: [{ text: 'а {a[Серик]a} б' }],
    run: type('Серік'),
    output: [{ text: 'а {aСерік|a} б' }],
  },
  {
    title: 'typing over it and more leaves it behind',
    input: [{ text: '[а {aСерикa}] б' }],
    run: type('Ол'),
    output: [{ text: 'Ол| б' }],
  },
  {
    title: 'what is deleted is gone',
    input: [{ text: 'а {a[Серік]a} б' }],
    run: (editor) => {
      editor.deleteFragment();
      type('о')(editor);
    },
    output: [{ text: 'а о| б' }],
  },
  {
    title: 'text typed where a whole annotated turn was deleted is not annotated',
    input: [{ text: '[{aСерікa}]' }],
    run: (editor) => {
      editor.deleteFragment();
      type('о')(editor);
    },
    output: [{ text: 'о|' }],
  },
  {
    title: 'a turn cut inside it, both halves keep it',
    input: [{ text: 'а {aбі|рa} б' }],
    run: (editor) => splitTurn(editor, null),
    output: [{ text: 'а {aбіa}' }, { text: '{a|рa} б' }],
  },
  {
    title: 'turns joined, it is one again',
    input: [{ text: 'а {aбіa}' }, { text: '{aр|a} б' }],
    run: (editor) => mergeTurns(editor, 1),
    output: [{ text: 'а {aбір|a} б' }],
  },
  {
    title: 'a mark set inside',
    input: [{ text: '{aбі|рa}' }],
    run: (editor) => insertTimestamp(editor, 7),
    output: [{ text: '{aбі<7>|рa}' }],
  },
  {
    title: 'text pasted inside belongs to it, at its edge does not',
    input: [{ text: '{aбі|рa}' }],
    run: (editor) => {
      insertParagraphs(editor, ['х']);
      editor.select({ path: [0, 0], offset: 4 });
      insertParagraphs(editor, [' у']);
    },
    output: [{ text: '{aбіхрa} у|' }],
  },
];
checkVerb('an annotation survives', edits);
