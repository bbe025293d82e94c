import { newId, type SpeakerId } from '../model/ids.ts';
import { LANGUAGES, type LocalText } from '../model/language.ts';
import { SPEAKER_COLOUR_COUNT, type Speaker } from '../model/speaker.ts';
import { createTurn, type Turn, type TurnStatus } from '../model/turn.ts';
import { decodeText } from './encoding.ts';
import type {
  ImportContext,
  ImportResult,
  ImportWarning,
  ImportWarningCode,
  TranscriptDocument,
} from './format.ts';
import { oneLine } from './inline-text.ts';
import {
  type FoundColumn,
  type FoundTier,
  type ReadChoices,
  TIME_WRITINGS,
  type TimeWriting,
} from './read-choices.ts';
import { type Counting, parseAnyTime, timeWriting, USUAL_COUNTING } from './time-forms.ts';

const MAX_NAME_LENGTH = 200;
const MAX_EXCERPT_LENGTH = 80;

/** What a turn of a file says; `line` is where it starts. */
export interface ReadTurn {
  /** A name, or the key of a known speaker; blank is nobody. */
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly content: Turn['content'];
  /** Draft where the file does not say. */
  readonly status?: TurnStatus;
  readonly line: number;
}

/** What a file says of a speaker. */
export type ReadSpeaker = Partial<Pick<Speaker, 'name' | 'title' | 'organisation' | 'country'>>;

/** What is known of a tier before its turns are taken. */
interface TierFacts {
  readonly entryCount: number;
  /** The tier that it hangs on, or null. */
  readonly parent: string | null;
  readonly usual: boolean;
}

/** The transcript that a reader of a text format puts together, with its speakers and warnings. */
export class Reading {
  /** The whole file, or '' when it is no text. */
  readonly text: string;
  readonly #context: ImportContext;
  readonly #turns: Turn[] = [];
  /** By name, or by the key that a file has for them; null is nobody. */
  readonly #speakers = new Map<string, Speaker | null>();
  readonly #warnings: ImportWarning[] = [];
  readonly #once = new Set<string>();
  readonly #tiers: FoundTier[] = [];
  readonly #timeWritings = new Set<TimeWriting>();
  #columns: readonly FoundColumn[] = [];
  #lastStartMs = 0;

  constructor(bytes: Uint8Array, context: ImportContext) {
    this.#context = context;
    const { text, assumed } = decodeText(bytes, context.language, context.choices?.encoding);
    this.text = text ?? '';
    if (text === null) this.warn('not-this-format');
    if (assumed) this.warn('encoding-assumed', undefined, assumed);
  }

  /** What a person said of the file. */
  get choices(): ReadChoices {
    return this.#context.choices ?? {};
  }

  /** Returns the milliseconds of a time in any writing, by the person's frame rate if any was said, or null. */
  readonly time = (text: string, counting: Counting = USUAL_COUNTING): number | null => {
    const { frameRate = counting.frameRate } = this.choices;
    const ms = parseAnyTime(text, { ...counting, frameRate });
    const writing = timeWriting(text);
    if (writing && (ms !== null || writing === 'frames')) this.#timeWritings.add(writing);
    return ms;
  };

  /** Notes how the first table of the file is laid out. */
  foundColumns(columns: readonly FoundColumn[]): void {
    if (this.#columns.length === 0) this.#columns = columns;
  }

  /** Notes a tier, and returns whether to take its turns: as the person says, else as is `usual`. */
  takesTier(name: string, { entryCount, parent, usual }: TierFacts): boolean {
    const taken = new Set(this.#tiers.map(({ id }) => id));
    let id = name;
    for (let count = 2; taken.has(id); count++) id = `${name} (${count})`;
    const isTaken = this.choices.tiers?.includes(id) ?? usual;
    if (entryCount > 0) this.#tiers.push({ id, entryCount, parent, isTaken });
    return isTaken;
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

  /**
   * Makes a speaker known whom `key` stands for as `ReadTurn.speaker`, in place of a name. One without a name is
   * nobody, and a key that is known already stays whose it was.
   */
  knowSpeaker(key: string, { name, title, organisation, country }: ReadSpeaker): void {
    if (this.#speakers.has(key)) return;
    const shown = shownTexts(name);
    const known: Speaker = {
      id: newId<SpeakerId>(),
      name: shown,
      title: shownTexts(title),
      organisation: shownTexts(organisation),
      country: shownTexts(country),
      colour: this.#speakers.size % SPEAKER_COLOUR_COUNT,
      mergedInto: null,
    };
    this.#speakers.set(key, Object.keys(shown).length === 0 ? null : known);
  }

  /** Returns a text of a file that does not say its language, in the one that the reader was told to assume. */
  assumedLocal(text: string): LocalText {
    const primary = this.#context.language.split('-')[0]?.toLowerCase();
    return { [LANGUAGES.find((candidate) => candidate === primary) ?? 'en']: text };
  }

  /** Adds a turn after the others. An end before its start is left out, and an earlier start noted. */
  add({ speaker, content, status = 'draft', line, ...times }: ReadTurn): void {
    const startMs = this.#possible(times.startMs, line);
    const endMs = this.#possible(times.endMs, line);
    const reversed = startMs !== null && endMs !== null && endMs < startMs;
    if (reversed) this.warn('end-before-start', line);
    if (startMs !== null && startMs < this.#lastStartMs) this.warn('out-of-order', line);
    this.#lastStartMs = startMs ?? this.#lastStartMs;
    const speakerId = speaker === null ? null : this.#speakerId(speaker);
    this.#turns.push(createTurn({ speakerId, startMs, endMs: reversed ? null : endMs, status, content }));
  }

  /** A time before the start, or beyond all counting, is none. */
  #possible(ms: number | null, line: number): number | null {
    if (ms === null || (Number.isSafeInteger(ms) && ms >= 0)) return ms;
    this.warn('bad-time', line, `${ms / 1000}`);
    return null;
  }

  /** Returns that the file is not of the format, and nothing else. */
  refused(): ImportResult {
    if (this.text !== '') this.warn('not-this-format');
    return { document: null, warnings: this.result().warnings };
  }

  /** Returns what was read; the file's name stands for a title that the file does not give. */
  result(
    found: Partial<Pick<TranscriptDocument, 'title' | 'date' | 'place' | 'language'>> = {},
  ): ImportResult {
    if (this.#turns.length === 0) {
      if (this.#warnings.every(({ code }) => code !== 'not-this-format')) this.warn('empty');
      return { document: null, warnings: this.#warnings, ...this.#layout() };
    }
    const document: TranscriptDocument = {
      title: this.#context.fileName.replace(/\.[^.]*$/, ''),
      date: null,
      place: '',
      language: this.#context.language,
      media: null,
      ...found,
      speakers: [...this.#speakers.values()].flatMap((speaker) => speaker ?? []),
      turns: this.#turns,
    };
    return { document, warnings: this.#warnings, ...this.#layout() };
  }

  #layout(): Pick<ImportResult, 'layout'> {
    const timeWritings = TIME_WRITINGS.filter((writing) => this.#timeWritings.has(writing));
    const layout = { columns: this.#columns, tiers: this.#tiers, timeWritings };
    return Object.values(layout).some((part) => part.length > 0) ? { layout } : {};
  }

  #speakerId(written: string): SpeakerId | null {
    const known = this.#speakers.get(written);
    if (known !== undefined) return known?.id ?? null;
    const name = cut(oneLine(written), MAX_NAME_LENGTH);
    this.knowSpeaker(name, { name: this.assumedLocal(name) });
    return this.#speakers.get(name)?.id ?? null;
  }
}

/** Returns the languages that have words, on one line each and not without end. */
function shownTexts(texts: LocalText = {}): LocalText {
  const shown = LANGUAGES.map((language) => [language, cut(oneLine(texts[language] ?? ''), MAX_NAME_LENGTH)]);
  return Object.fromEntries(shown.filter(([, text]) => text !== ''));
}

const cut = (text: string, length: number) => [...text].slice(0, length).join('');
