import { newId, type SpeakerId } from '../model/ids.ts';
import { LANGUAGES } from '../model/language.ts';
import { SPEAKER_COLOUR_COUNT, type Speaker } from '../model/speaker.ts';
import { createTurn, type Turn } from '../model/turn.ts';
import { decodeText } from './encoding.ts';
import type {
  ImportContext,
  ImportResult,
  ImportWarning,
  ImportWarningCode,
  TranscriptDocument,
} from './format.ts';
import { oneLine } from './inline-text.ts';

const MAX_NAME_LENGTH = 200;
const MAX_EXCERPT_LENGTH = 80;

/** What a turn of a file says; `line` is where it starts. */
export interface ReadTurn {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly content: Turn['content'];
  readonly line: number;
}

/** The transcript that a reader of a text format puts together, with its speakers and warnings. */
export class Reading {
  /** The whole file, or '' when it is no text. */
  readonly text: string;
  readonly #context: ImportContext;
  readonly #turns: Turn[] = [];
  readonly #speakers = new Map<string, Speaker>();
  readonly #warnings: ImportWarning[] = [];
  readonly #once = new Set<string>();
  #lastStartMs = 0;

  constructor(bytes: Uint8Array, context: ImportContext) {
    this.#context = context;
    const { text, assumed } = decodeText(bytes, context.language);
    this.text = text ?? '';
    if (text === null) this.warn('not-this-format');
    if (assumed) this.warn('encoding-assumed', undefined, assumed);
  }

  warn(code: ImportWarningCode, line?: number, excerpt?: string): void {
    this.#warnings.push({
      code,
      ...(line === undefined ? {} : { line }),
      ...(excerpt === undefined ? {} : { excerpt: cut(oneLine(excerpt), MAX_EXCERPT_LENGTH) }),
    });
  }

  /** Warns of something that is likely to come again, the first time only. */
  warnOnce(code: ImportWarningCode, line: number, excerpt: string): void {
    const key = `${code} ${excerpt}`;
    if (this.#once.has(key)) return;
    this.#once.add(key);
    this.warn(code, line, excerpt);
  }

  /** Adds a turn after the others. An end before its start is left out, and an earlier start noted. */
  add({ speaker, startMs, endMs, content, line }: ReadTurn): void {
    const reversed = startMs !== null && endMs !== null && endMs < startMs;
    if (reversed) this.warn('end-before-start', line);
    if (startMs !== null && startMs < this.#lastStartMs) this.warn('out-of-order', line);
    this.#lastStartMs = startMs ?? this.#lastStartMs;
    const speakerId = speaker === null ? null : this.#speakerId(speaker);
    this.#turns.push(createTurn({ speakerId, startMs, endMs: reversed ? null : endMs, content }));
  }

  /** Returns what was read; the file's name stands for a title that the file does not give. */
  result(
    found: Partial<Pick<TranscriptDocument, 'title' | 'date' | 'place' | 'language'>> = {},
  ): ImportResult {
    if (this.#turns.length === 0) {
      if (this.#warnings.every(({ code }) => code !== 'not-this-format')) this.warn('empty');
      return { document: null, warnings: this.#warnings };
    }
    const document: TranscriptDocument = {
      title: this.#context.fileName.replace(/\.[^.]*$/, ''),
      date: null,
      place: '',
      language: this.#context.language,
      media: null,
      ...found,
      speakers: [...this.#speakers.values()],
      turns: this.#turns,
    };
    return { document, warnings: this.#warnings };
  }

  #speakerId(written: string): SpeakerId | null {
    const name = cut(oneLine(written), MAX_NAME_LENGTH);
    if (name === '') return null;
    const known = this.#speakers.get(name);
    if (known) return known.id;
    const primary = this.#context.language.split('-')[0]?.toLowerCase();
    const language = LANGUAGES.find((candidate) => candidate === primary) ?? 'en';
    const speaker: Speaker = {
      id: newId<SpeakerId>(),
      name: { [language]: name },
      title: {},
      organisation: {},
      country: {},
      colour: this.#speakers.size % SPEAKER_COLOUR_COUNT,
      mergedInto: null,
    };
    this.#speakers.set(name, speaker);
    return speaker.id;
  }
}

const cut = (text: string, length: number) => [...text].slice(0, length).join('');
