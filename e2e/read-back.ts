import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import mammoth from 'mammoth';
import { type NodeCue, parseSync } from 'subtitle';
import type { VttNode } from 'webvtt-parser';
import { projectPath } from '../scripts/setup/places.mjs';
import { formatTime } from '../shared/model/time.ts';
import type { Inline } from '../shared/model/turn.ts';
import { kk } from './words.ts';

/** The W3C's own parser and validator; its names are not seen by a plain import. */
const { WebVTTParser } = createRequire(projectPath('package.json'))(
  'webvtt-parser',
) as typeof import('webvtt-parser');

/** A turn as another program reads it from an exported file. */
export interface ReadTurn {
  /** '' where the file names nobody. */
  readonly speaker: string;
  /** Whole seconds, since most formats keep no more. */
  readonly startSeconds: number;
  readonly text: string;
}

const inSeconds = (clock: string) =>
  clock
    .split(':')
    .map(Number)
    .reduce((sum, part) => sum * 60 + part, 0);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Returns the words of a turn as a reader of a Kazakh export finds them, on one line. */
export function readableText(content: readonly Inline[]): string {
  const words = content.map((inline) => {
    if (inline.type === 'text') return inline.text;
    return inline.type === 'tag' ? `[${kk(`tag.${inline.tag}`)}]` : `[${formatTime(inline.atMs)}]`;
  });
  return oneLine(words.join(''));
}

/** Puts the cues of one turn together again: a cue that names nobody goes on with the one before. */
function joinCues(cues: readonly ReadTurn[]): readonly ReadTurn[] {
  const turns: ReadTurn[] = [];
  for (const cue of cues) {
    const last = turns.at(-1);
    if (last && (cue.speaker === '' || cue.speaker === last.speaker))
      turns[turns.length - 1] = { ...last, text: oneLine(`${last.text} ${cue.text}`) };
    else turns.push(cue);
  }
  return turns;
}

function readTxt(text: string): readonly ReadTurn[] {
  return text
    .trim()
    .split(/\n\n/)
    .map((paragraph) => {
      const [, clock = '', speaker = '', words = ''] = /^\[([\d:]+)\] ([^:]+): (.*)$/s.exec(paragraph) ?? [];
      return { speaker, startSeconds: inSeconds(clock), text: oneLine(words) };
    });
}

function readMarkdown(text: string): readonly ReadTurn[] {
  return text
    .split(/\n\n/)
    .filter((paragraph) => paragraph.startsWith('**'))
    .map((paragraph) => {
      const [, speaker = '', clock = '', words = ''] =
        /^\*\*(.+)\*\* · ([\d:]+)\\\n(.*)$/s.exec(paragraph) ?? [];
      return { speaker, startSeconds: inSeconds(clock), text: oneLine(words.replace(/\\(.)/g, '$1')) };
    });
}

function readSrt(text: string): readonly ReadTurn[] {
  const cues = parseSync(text).filter((node): node is NodeCue => node.type === 'cue');
  return joinCues(
    cues.map(({ data }) => {
      const [, speaker = '', words = ''] =
        /^(?:(\p{Lu}\p{L}+ \p{Lu}\p{L}+):\s)?(.*)$/su.exec(data.text) ?? [];
      return { speaker, startSeconds: Math.floor(data.start / 1000), text: oneLine(words) };
    }),
  );
}

function readVtt(text: string): readonly ReadTurn[] {
  const { cues, errors } = new WebVTTParser().parse(text, 'metadata');
  if (errors.length > 0) throw new Error(`Not sound WebVTT: ${JSON.stringify(errors)}`);
  const textOf = (node: VttNode): string =>
    node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');
  const voiceOf = (node: VttNode): string =>
    node.name === 'v' ? (node.value ?? '') : (node.children ?? []).map(voiceOf).join('');
  return joinCues(
    cues.map(({ startTime, tree }) => ({
      speaker: voiceOf(tree),
      startSeconds: Math.floor(startTime),
      text: oneLine(textOf(tree)),
    })),
  );
}

interface JsonTranscript {
  readonly speakers: readonly { readonly id: string; readonly name: { readonly kk?: string } }[];
  readonly turns: readonly {
    readonly speakerId: string | null;
    readonly startMs: number;
    readonly content: readonly Inline[];
  }[];
}

function readJsonTranscript(text: string): readonly ReadTurn[] {
  const { speakers, turns } = JSON.parse(text) as JsonTranscript;
  return turns.map(({ speakerId, startMs, content }) => ({
    speaker: speakers.find(({ id }) => id === speakerId)?.name.kk ?? '',
    startSeconds: Math.floor(startMs / 1000),
    text: readableText(content),
  }));
}

/** Word as mammoth sees it: a paragraph with name and time, then the words. */
async function readDocx(path: string): Promise<readonly ReadTurn[]> {
  const { value } = await mammoth.extractRawText({ path });
  const all = value.split(/\n+/);
  const paragraphs = all.slice(all.indexOf(kk('format.field.transcript')) + 1);
  const turns: ReadTurn[] = [];
  for (const paragraph of paragraphs) {
    const header = /^(.+)\t(\d+:\d\d:\d\d)$/.exec(paragraph);
    const last = turns.at(-1);
    if (header) turns.push({ speaker: header[1] ?? '', startSeconds: inSeconds(header[2] ?? ''), text: '' });
    else if (last) turns[turns.length - 1] = { ...last, text: oneLine(`${last.text} ${paragraph}`) };
  }
  return turns;
}

/** The formats whose files are read here without Minber's own readers. */
export const JUDGED_FORMATS = ['txt', 'md', 'srt', 'vtt', 'json', 'docx'] as const;
export type JudgedFormat = (typeof JUDGED_FORMATS)[number];

/** Returns the turns of an exported file, read without Minber's own readers. */
export async function readBack(format: JudgedFormat, path: string): Promise<readonly ReadTurn[]> {
  if (format === 'docx') return readDocx(path);
  const text = await readFile(path, 'utf8');
  switch (format) {
    case 'txt':
      return readTxt(text);
    case 'md':
      return readMarkdown(text);
    case 'srt':
      return readSrt(text);
    case 'vtt':
      return readVtt(text);
    case 'json':
      return readJsonTranscript(text);
  }
}
