import { create } from 'zustand';
import type { GrantedFile, OpenedRecording, Settings } from '../shared/ipc/contract.ts';
import type { ErrorCode, ErrorParams, MinberError } from '../shared/ipc/errors.ts';
import type { MediaJob } from '../shared/ipc/media-contract.ts';
import type {
  Annotation,
  AnnotationKind,
  AnnotationKinds,
  Annotations,
  TimeSpan,
} from '../shared/model/annotation.ts';
import type { Article } from '../shared/model/article.ts';
import type {
  AnnotationId,
  AnnotationKindId,
  QuoteId,
  RecordingId,
  SpeakerId,
  TranscriptId,
  TurnId,
} from '../shared/model/ids.ts';
import type { Language } from '../shared/model/language.ts';
import { type AnnotationFilter, NO_FILTER } from '../shared/model/list-annotations.ts';
import type { Quote } from '../shared/model/quote.ts';
import type { Recording } from '../shared/model/recording.ts';
import type { Speaker, SpeakersById } from '../shared/model/speaker.ts';
import type { ArticleText } from '../shared/press/read-article.ts';
import type { SpeechSpan } from '../shared/speech/speech-spans.ts';
import type { ArticleEditor, DialogName, Playback, TranscriptEditor } from './ports.ts';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams };

/** A file on its way into the library. `fraction`: how far its analysis is, null while it waits. */
export interface ImportTask extends GrantedFile {
  readonly fraction: number | null;
  readonly failure: MinberError | null;
}

export interface SessionState {
  /** What is shown while no recording is open. */
  readonly screen: 'library' | 'delegates';
  /** Whom the dialog for a delegate is about. */
  readonly delegate: Speaker | null;
  /** The delegate list that is being looked at. */
  readonly delegateFile: File | null;
  readonly libraryPath: string;
  readonly version: string;
  readonly settings: Settings;
  /** The language of the interface, the system's when the person has not chosen. */
  readonly language: Language;
  /** The recording that is open; null shows the library. */
  readonly opened: OpenedRecording | null;
  /** The articles are on the screen: those of this recording, or of the library. */
  readonly articles: { readonly recordingId: RecordingId | null } | null;
  /** The article that is open. */
  readonly article: Article | null;
  /** What was pasted or read from a file and is to become an article. */
  readonly articleDraft: ArticleDraft;
  readonly speakers: SpeakersById;
  /** The vocabulary of the library, in its order; removed kinds too. */
  readonly annotationKinds: AnnotationKinds;
  /** The annotations of the open transcript in the order in which they were made; removed ones too. */
  readonly annotations: Annotations;
  /** The annotation that commands are about: that of the text at the caret, or the one chosen in the panel. */
  readonly activeAnnotation: AnnotationId | null;
  readonly annotationFilter: AnnotationFilter;
  /** What the dialog for an annotation is about. */
  readonly annotationDraft: { readonly annotation: Annotation; readonly isNew: boolean } | null;
  /** Grows whenever the active annotation is to be answered, which its card then does. */
  readonly replyAsked: number;
  /** The quote cards of the open transcript; those of removed annotations too. */
  readonly quotes: ReadonlyMap<QuoteId, Quote>;
  /** The quotes that are to be composed or cut. */
  readonly chosenQuotes: readonly QuoteId[];
  /** The quote that its dialog is about. */
  readonly editedQuote: QuoteId | null;
  /** Who waits for the name of the person. */
  readonly answerAuthor: ((name: string | null) => void) | null;
  /** Speakers of the open transcript as Ctrl+1 to Ctrl+9 number them. */
  readonly speakerOrder: readonly SpeakerId[];
  readonly saveState: SaveState;
  readonly dialog: DialogName | null;
  /** The turn with the caret: changes rarely, so it may be state. */
  readonly currentTurnId: TurnId | null;
  /** Where there is speech in the open recording; null while it is not known. */
  readonly speech: readonly SpeechSpan[] | null;
  readonly playing: boolean;
  readonly rate: number;
  /** How fast the shuttle goes, backward below 0; 0 when it is not used. */
  readonly shuttle: number;
  /** What is played over and over. */
  readonly loop: TimeSpan | null;
  readonly muted: boolean;
  /** What is selected on the waveform. */
  readonly span: TimeSpan | null;
  /** Whose turns alone are played. */
  readonly onlySpeaker: SpeakerId | null;
  /** Grows whenever the library's list must be read again. */
  readonly libraryVersion: number;
  /** Grows whenever the side panel is asked for, which then takes the focus. */
  readonly panelAsked: number;
  /** Grows whenever the revisions of the open transcript must be read again. */
  readonly historyVersion: number;
  /** The sequence that is compared with now; null: that of the newest revision. */
  readonly comparedFrom: number | null;
  readonly imports: readonly ImportTask[];
  /** The translation that is to be renamed; null: a new one is asked for. */
  readonly translationAsked: TranscriptId | null;
  /** Media that are read, or made fit for playing, in the background. */
  readonly mediaJobs: readonly MediaJob[];
  /** The recordings of the library that are to be exported together. */
  readonly batch: readonly Pick<Recording, 'id' | 'title'>[];
  /** Transcript files that wait to be looked at, one dialog after the other. */
  readonly transcriptFiles: readonly GrantedFile[];
  /** The recording that is to be bundled or divided. */
  readonly bundled: Pick<Recording, 'id' | 'title'> | null;
  /** Bundles that wait to be looked at, one dialog after the other. */
  readonly bundleFiles: readonly GrantedFile[];
}

/** An article before it is in the library. */
export interface ArticleDraft extends ArticleText {
  readonly title: string;
}

export const NO_DRAFT: ArticleDraft = { title: '', text: '', captions: [], links: [], assumedEncoding: null };

/** What the program is doing now. Set through the verbs of `renderer/actions`; components read by selector. */
export const useSession = create<SessionState>()(() => ({
  screen: 'library' as const,
  delegate: null,
  delegateFile: null,
  libraryPath: '',
  version: '',
  settings: {} as Settings,
  language: 'en' as Language,
  opened: null,
  articles: null,
  article: null,
  articleDraft: NO_DRAFT,
  speakers: new Map<SpeakerId, Speaker>(),
  annotationKinds: new Map<AnnotationKindId, AnnotationKind>(),
  annotations: new Map<AnnotationId, Annotation>(),
  activeAnnotation: null,
  annotationFilter: NO_FILTER,
  annotationDraft: null,
  replyAsked: 0,
  quotes: new Map<QuoteId, Quote>(),
  chosenQuotes: [],
  editedQuote: null,
  answerAuthor: null,
  speakerOrder: [],
  saveState: { kind: 'saved', at: null } as SaveState,
  dialog: null,
  currentTurnId: null,
  speech: null,
  playing: false,
  rate: 1,
  shuttle: 0,
  loop: null,
  muted: false,
  span: null,
  onlySpeaker: null,
  libraryVersion: 0,
  panelAsked: 0,
  historyVersion: 0,
  comparedFrom: null,
  imports: [],
  translationAsked: null,
  mediaJobs: [],
  batch: [],
  transcriptFiles: [],
  bundled: null,
  bundleFiles: [],
}));

interface Ports {
  /** Loads the screen of a recording, which the start leaves out. */
  loadScreen: () => Promise<void>;
  playback: Playback | null;
  editor: TranscriptEditor | null;
  /** Loads the screens of articles, which the start leaves out. */
  loadArticles: () => Promise<void>;
  article: ArticleEditor | null;
}

/** The player and the editor of the open recording; each registers itself while it is mounted. */
export const ports: Ports = {
  loadScreen: async () => {},
  playback: null,
  editor: null,
  loadArticles: async () => {},
  article: null,
};
