import { Editor, Transforms } from 'slate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import { newId } from '../../shared/model/ids.ts';
import { createTurn, textContent, turnText } from '../../shared/model/turn.ts';
import { openTranscript } from './open-transcript.ts';

const tell = vi.hoisted(() => vi.fn());
vi.mock('../ui/toast.tsx', () => ({ tell, tellFailure: tell }));

beforeEach(() => tell.mockClear());

/** Three turns that touch; the middle one is the desk's own. */
function open() {
  const opened = {
    transcript: { id: newId(), language: 'kk', sequence: 1 },
    take: { id: 'take', name: 'Әйгерім', startMs: 1000, endMs: 2000 },
    turns: [0, 1000, 2000].map((startMs, index) => ({
      ...createTurn({ startMs, endMs: startMs + 1000, content: textContent(`at ${startMs}`) }),
      order: `a${index}`,
    })),
  } as unknown as OpenedRecording;
  const transcript = openTranscript(opened);
  const { slate } = transcript;
  const caret = (index: number, edge: 'start' | 'end') =>
    Transforms.select(slate, Editor[edge](slate, [index]));
  const texts = () => transcript.turns().map(turnText);
  const times = () => transcript.turns().map(({ startMs, endMs }) => [startMs, endMs]);
  const id = (index: number) => transcript.turns()[index]?.id ?? newId();
  return { transcript, slate, caret, texts, times, id, before: transcript.turns() };
}

it('lets the turns of the take be edited', () => {
  const { slate, texts, caret } = open();
  caret(1, 'end');
  slate.insertText('!');
  slate.deleteBackward('character');
  slate.insertText(' own');
  expect(texts()).toEqual(['at 0', 'at 1000 own', 'at 2000']);
  expect(tell).not.toHaveBeenCalled();
});

it('leaves the others alone, and the edges between', () => {
  const { transcript, slate, caret, before } = open();
  caret(0, 'end');
  slate.insertText('x');
  slate.insertBreak();
  slate.deleteBackward('character');
  caret(1, 'start');
  slate.deleteBackward('character');
  caret(1, 'end');
  slate.deleteForward('character');
  Transforms.select(slate, Editor.range(slate, []));
  slate.deleteFragment();
  slate.insertText('x');
  expect(transcript.turns()).toEqual(before);
  expect(tell).toHaveBeenCalledTimes(7);
});

describe('outside a take', () => {
  it('nothing is replaced', () => {
    const { transcript, texts } = open();
    const match = { piece: 0, start: 0, end: 2, replacement: 'in' };
    const matches = [0, 1, 2].map((index) => ({ index, match }));
    expect(transcript.replaceMatches(matches)).toBe(1);
    expect(texts()).toEqual(['at 0', 'in 1000', 'at 2000']);
    expect(transcript.ownMatches(matches)).toEqual([matches[1]]);
    expect(tell).toHaveBeenCalledTimes(1);
  });

  it('nothing is put right by the review', () => {
    const { transcript, id, before } = open();
    transcript.applyFix({ kind: 'remove', id: id(0) });
    transcript.applyFix({ kind: 'edge', id: id(2), edge: 'start', ms: 1500 });
    expect(transcript.turns()).toEqual(before);
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('a neighbour does not follow an edge of the take', () => {
    const { transcript, times, id } = open();
    transcript.moveEdge(id(1), 'start', 1200);
    transcript.applyFix({ kind: 'edge', id: id(1), edge: 'end', ms: 1900 });
    expect(times()).toEqual([
      [0, 1000],
      [1200, 1900],
      [2000, 3000],
    ]);
  });

  it('nothing is annotated, nor is an annotation taken from there', () => {
    const { transcript, caret } = open();
    caret(1, 'end');
    expect(transcript.mayAnnotate(null)).toBe(true);
    expect(transcript.mayAnnotate({ startMs: 1500, endMs: 2500 })).toBe(true);
    caret(0, 'end');
    const note = newId<Parameters<typeof transcript.annotate>[0]>();
    expect(transcript.mayAnnotate(null)).toBe(false);
    expect(transcript.mayAnnotate({ startMs: 2000, endMs: 2500 })).toBe(false);
    transcript.annotate(note, { undo: () => undefined, redo: () => undefined });
    caret(1, 'end');
    expect(transcript.mayAnnotate(null, note)).toBe(false);
  });

  it('no turns are inserted', () => {
    const { transcript, caret, before } = open();
    const turns = [createTurn({ content: textContent('x') })];
    transcript.insertTurns(turns, 'instead');
    transcript.insertTurns(turns, 'at-end');
    caret(0, 'end');
    transcript.insertTurns(turns, 'after-current');
    expect(transcript.turns()).toEqual(before);
    caret(1, 'end');
    transcript.insertTurns(turns, 'after-current');
    expect(transcript.turns()).toHaveLength(4);
  });
});
