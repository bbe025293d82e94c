import type { Annotation, AnnotationKind } from '../model/annotation.ts';
import type { Language } from '../model/language.ts';
import type { Portrait } from '../model/portrait.ts';
import type { Speaker } from '../model/speaker.ts';
import type { TimeForm } from '../model/time.ts';
import type { Turn } from '../model/turn.ts';
import type { FoundLayout, ReadChoices } from './read-choices.ts';
import type { WriteSources } from './write-sources.ts';

/** A translation as a format sees it: its turns say which they translate, and have their speakers and times. */
export interface TranslationDocument {
  /** BCP 47 tag of the text. */
  readonly language: string;
  /** What it is called beside its language; absent for most. */
  readonly name?: string;
  readonly turns: readonly Turn[];
}

/** A saved transcript as a format sees it: merges followed, so that every speakerId is in `speakers` or null. */
export interface TranscriptDocument {
  readonly title: string;
  /** `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  readonly place: string;
  /** BCP 47 tag of the text. */
  readonly language: string;
  readonly media: {
    readonly name: string;
    readonly durationMs: number;
    readonly sha256: string | null;
    /** Frames of the picture in a second, where there are any. */
    readonly frameRate?: number;
  } | null;
  readonly speakers: readonly Speaker[];
  /** The pictures of these speakers; absent where there are none. */
  readonly portraits?: readonly Portrait[];
  /** The hash of the history that led to the text, lower-case hex; present where it is to be written. */
  readonly headHash?: string;
  /** In transcript order. */
  readonly turns: readonly Turn[];
  /** Other texts beside this one; absent when there are none. */
  readonly translations?: readonly TranslationDocument[];
  /** Those that stand in the turns and on spans of time, without removed ones; absent when there are none. */
  readonly annotations?: readonly Annotation[];
  /** The kinds that `annotations` are of. */
  readonly annotationKinds?: readonly AnnotationKind[];
}

/** How subtitles are cut for reading. Words are never left out, and a word is never cut. */
export interface SubtitleOptions {
  /** Characters in a line. */
  readonly lineLength: number;
  /** Lines in a cue, at most. */
  readonly lines: number;
  /** A turn spoken faster than this stays into the pause after it. Null: as spoken. */
  readonly charactersPerSecond: number | null;
  /** Between one cue and the next, in milliseconds; the first of the two ends earlier for it. */
  readonly minimumGapMs: number;
}

export interface ExportOptions {
  /** Which texts are written: the original, the first translation into a language (BCP 47), or all side by side. */
  readonly tracks: string;
  /** Write the time of each turn (formats that are made of times keep them always). */
  readonly times: boolean;
  readonly timeForm: TimeForm;
  /** Write who speaks. */
  readonly speakers: boolean;
  /** Write timestamps and tags that stand inside the text. */
  readonly inlines: boolean;
  /** Write the hash of the history, by which the text can be proved later. */
  readonly headHash: boolean;
  /** Language of labels, and of names where a speaker has several. */
  readonly language: Language;
  readonly subtitle: SubtitleOptions;
  /** Whether a page that plays looks for the recording beside itself or holds it. */
  readonly media: 'linked' | 'embedded';
  /** Write annotations with their replies. */
  readonly annotations: boolean;
}

export const DEFAULT_EXPORT_OPTIONS: ExportOptions = {
  tracks: 'original',
  times: true,
  timeForm: 'h:mm:ss',
  speakers: true,
  inlines: true,
  headHash: false,
  language: 'en',
  subtitle: { lineLength: 42, lines: 2, charactersPerSecond: null, minimumGapMs: 0 },
  media: 'linked',
  annotations: false,
};

/** Something that a reader could not keep or had to assume. `line` counts from 1 where the format has lines. */
export interface ImportWarning {
  readonly code: ImportWarningCode;
  readonly line?: number;
  /** The words of the file concerned, at most 80 characters. */
  readonly excerpt?: string;
}

export const IMPORT_WARNING_CODES = [
  'not-this-format',
  'empty',
  'bad-time',
  'end-before-start',
  'out-of-order',
  'unknown-markup',
  'not-kept',
  'unreadable-part',
  'newer-version',
  'other-tier-left-out',
  'translation-left-out',
  'time-in-word-left-out',
  'encoding-assumed',
  'columns-assumed',
] as const;
export type ImportWarningCode = (typeof IMPORT_WARNING_CODES)[number];

/** `document` is null when nothing could be read; the warnings then say why. */
export interface ImportResult {
  readonly document: TranscriptDocument | null;
  readonly warnings: readonly ImportWarning[];
  /** Absent for formats whose files are all laid out alike. */
  readonly layout?: FoundLayout;
}

export interface ImportContext {
  /** The file's name with its extension. */
  readonly fileName: string;
  /** BCP 47 tag to assume where the file does not say. */
  readonly language: string;
  readonly choices?: ReadChoices | undefined;
}

/** What a format can hold. The property tests and the user guide's table are made from this. */
export interface FormatKeeps {
  readonly turnStart: boolean;
  readonly turnEnd: boolean;
  /** A long turn stays one; else it comes back as several, cut where the format cuts. */
  readonly wholeTurns: boolean;
  /** Of a turn only its first words are written. */
  readonly firstWordsOnly?: true;
  readonly speakerName: boolean;
  /** Title, organisation, country, and names in several languages. */
  readonly speakerDetails: boolean;
  /** All that the directory knows of a speaker, titles of other days included. A format without gets those of the day. */
  readonly posts?: true;
  readonly status: boolean;
  readonly timestamps: boolean;
  readonly tags: boolean;
  /** Title, date and place. */
  readonly recordingData: boolean;
  /** Annotations with their replies, on the words that they stand on. A format without them is given none. */
  readonly annotations?: true;
  /** Translations beside the original, turn by turn; `written` where reading gives the original alone, or all as one text. */
  readonly translations?: true | 'written';
  /** Whose voice is heard, where it is said. */
  readonly voices?: true;
  /** Step of the turns' times with the default options, in milliseconds: 1, more where only so much fits. */
  readonly timeStepMs: number;
}

export const FORMAT_IDS = [
  'txt',
  'md',
  'srt',
  'vtt',
  'json',
  'docx',
  'pdf',
  'eaf',
  'textgrid',
  'trs',
  'exb',
  'tei',
  'sbv',
  'json3',
  'whisper',
  'audacity',
  'ass',
  'csv',
  'tsv',
  'xlsx',
  'ttml',
  'html',
  'chapters',
  'podlove',
  'edl',
  'fcpxml',
  'otr',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export interface Format {
  readonly id: FormatId;
  /** Without the dot, in lower case; the first is the one written, and has capitals where custom has. */
  readonly extensions: readonly string[];
  readonly labelKey: `format.${FormatId}`;
  readonly keeps: FormatKeeps;
  /** Which of the export options the format obeys; the dialog shows only these. */
  readonly options: readonly (keyof ExportOptions)[];
  /**
   * Tells by a file's beginning (see `fileHead`) whether it is of this format and no other, whatever its extension
   * says. Absent where nothing in a file proves the format.
   */
  readonly recognises?: (head: string) => boolean;
  /** Of a file that is no text: the format in which its words are shown instead. */
  readonly previewedAs?: FormatId;
  /** Never throws or rejects: bad input gives warnings. */
  readonly read?: (bytes: Uint8Array, context: ImportContext) => ImportResult | Promise<ImportResult>;
  readonly write?: (
    document: TranscriptDocument,
    options: ExportOptions,
    sources: WriteSources,
  ) => Uint8Array | Promise<Uint8Array>;
}
