import type { TimeSpan } from '../shared/model/annotation.ts';
import type {
  ArticleContent,
  ChosenPlace,
  MarkedPerson,
  MarkKind,
  Overrule,
} from '../shared/model/article.ts';
import type { AnnotationId, MarkId, SpeakerId, TurnId } from '../shared/model/ids.ts';
import type { TranscriptDiff } from '../shared/model/transcript-diff.ts';
import type { TagKind, Turn, Voice } from '../shared/model/turn.ts';
import type { TurnFix } from '../shared/review/check.ts';

/**
 * What playing offers to the rest of the program. Position never enters React state: ask for it, or listen.
 * All times are milliseconds from the start of the media.
 */
export interface Playback {
  positionMs(): number;
  durationMs(): number;
  isPlaying(): boolean;
  play(): void;
  /** Stops, and steps back by the setting. */
  pause(): void;
  toggle(): void;
  seek(ms: number): void;
  /** Moves by `deltaMs`, kept within the media. */
  skip(deltaMs: number): void;
  /**
   * Plays `[startMs, endMs)` and stops at its end; when `loop`, over and over, past pauses too, until the person
   * goes elsewhere or ends the loop.
   */
  playSpan(startMs: number, endMs: number, loop: boolean): void;
  /** Changes what is looped, wherever the playhead is; null lets playing go on past its end. */
  setLoop(span: TimeSpan | null): void;
  /** Speeds up backward or forward by one step, or slows down when it goes the other way. */
  shuttle(direction: -1 | 1): void;
  /** Moves at a speed, backward below 0 and without sound, until `play` or `pause`. */
  shuttleAt(speed: number): void;
  /** Stops, and moves by so many frames of the picture. */
  stepFrames(count: number): void;
  rate(): number;
  /** 0.25 to 4, pitch kept. */
  setRate(rate: number): void;
  /** 0 to 3; above 1 it is louder than the recording. */
  setVolume(volume: number): void;
  /** Moves the picture to a window of its own, or back. */
  popOutVideo(): void;
  /** Horizontal zoom of the waveform by a factor; 1.25 is one step nearer. */
  zoomBy(factor: number): void;
  /** Vertical zoom of the waveform by a factor. */
  zoomHeightBy(factor: number): void;
  /** Calls back on each frame while playing, and once on each seek, play and pause. Returns the unsubscriber. */
  subscribe(listener: (positionMs: number) => void): () => void;
}

/** Turns before and after a change; nodes that did not change are the same objects. */
export type TurnsListener = (turns: readonly Turn[]) => void;

/** Where imported turns go: behind the turn with the caret, behind all turns, or in place of them all. */
export const TURNS_PLACES = ['after-current', 'at-end', 'instead'] as const;
export type TurnsPlace = (typeof TURNS_PLACES)[number];

/** What undoing and redoing a step do beside changing the text; it tells its own failures. */
export interface Effect {
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
}

/** What can be done with a translation beside its original, and said of the voice and language of a turn. */
export interface TranslationVerbs {
  /** Whether the open text is a translation. */
  readonly isTranslation: boolean;
  /** Marks the current turn as done where it has words, and goes on to the next that is not. */
  finishTurn(): void;
  /** Says that the current turn is not done after all. */
  reopenTurn(): void;
  /** Says that a translation is still right although its original has changed. */
  acceptSource(id: TurnId): void;
  /** Goes to the next turn, or the one before, that is empty, a draft or stale; round at the ends. */
  goToUnfinished(direction: 'previous' | 'next'): void;
  /** Says whose voice is heard in the current turn; null: nothing is said of it. */
  setVoice(voice: Voice | null): void;
  /** Says in which language (BCP 47) the current turn is; null: in that of the transcript. */
  setTurnLanguage(language: string | null): void;
}

/** What the transcript's editor offers. Every verb is one step of undo. */
export interface TranscriptEditor extends TranslationVerbs {
  /** The turns as edited, saved or not; the same array as long as nothing changed. */
  turns(): readonly Turn[];
  subscribe(listener: TurnsListener): () => void;
  /** The turn with the caret, else null. */
  currentTurnId(): TurnId | null;
  /** The turn being played, else null. */
  playingTurnId(): TurnId | null;
  focus(): void;
  /** Puts the caret at the start of a turn and scrolls it into view. */
  goToTurn(id: TurnId): void;
  /** Selects a span of the words of a turn, in letters of its text, and scrolls it into view. */
  goToText(id: TurnId, start: number, end: number): void;
  goToNeighbour(direction: 'previous' | 'next'): void;
  undo(): void;
  redo(): void;
  /** Ends the turn at the caret and the playhead; what follows becomes a new turn that starts there. */
  splitTurn(): void;
  mergeWithPrevious(): void;
  /** Sets both times of one turn; its neighbours stay. */
  setTimes(id: TurnId, startMs: number | null, endMs: number | null): void;
  /** Moves one edge of a turn, and with it the edge of the neighbour where the two touch. */
  moveEdge(id: TurnId, edge: 'start' | 'end', ms: number): void;
  setStartAtPlayhead(): void;
  setEndAtPlayhead(): void;
  /** Moves the start of the current turn (and the end of the one before, where they touch). */
  nudgeBoundary(deltaMs: number): void;
  insertTimestamp(): void;
  insertTag(tag: TagKind): void;
  setSpeaker(id: TurnId, speakerId: SpeakerId | null): void;
  /** Sets the speaker of the current turn and keeps the caret. */
  setCurrentSpeaker(speakerId: SpeakerId | null): void;
  /** Opens the speaker field of the current turn. */
  editCurrentSpeaker(): void;
  toggleChecked(id: TurnId): void;
  checkCurrentAndNext(): void;
  /** Flags the current turn and opens the field for a note, or takes its flag away. */
  toggleFlagged(): void;
  /** Flags a turn with a note, '' for none. */
  flagTurn(id: TurnId, note: string): void;
  unflagTurn(id: TurnId): void;
  /** Opens the note of a flagged turn. */
  openFlagNote(id: TurnId): void;
  /** Puts right what a check has found. */
  applyFix(fix: TurnFix): void;
  /**
   * Whether the words to annotate, or a span of time, are this desk's to annotate, and where the annotation `id` stands
   * now; the person is told where they are not.
   */
  mayAnnotate(span: TimeSpan | null, id?: AnnotationId, unit?: 'word' | 'sentence'): boolean;
  /**
   * The words that a new annotation would stand on: selected, else the word (or the sentence) at the caret; null where
   * there are none.
   */
  wordsToAnnotate(unit?: 'word' | 'sentence'): string | null;
  /** Lets an annotation stand on these words; `effect` is undone and done again with it. */
  annotate(id: AnnotationId, effect: Effect, unit?: 'word' | 'sentence'): void;
  /** Lets an annotation stand on these words in place of where it stands. False where there are none. */
  moveAnnotation(id: AnnotationId): boolean;
  /** Puts the caret where an annotation begins and scrolls it into view. */
  goToAnnotation(id: AnnotationId): void;
  /** Adds a step of undo that changes nothing in the text. */
  addStep(effect: Effect): void;
  /** Whether what would have to give way to turns there is this desk's; the person is told where it is not. */
  mayInsert(where: TurnsPlace): boolean;
  /** `effect` is undone and done again with it. */
  insertTurns(turns: readonly Turn[], where: TurnsPlace, effect?: Effect): void;
  /** Opens the bar that finds in the text, with the field for what is to stand there instead when `replace`. */
  find(replace: boolean): void;
  /** Goes to the next match or the one before. */
  findNext(delta: 1 | -1): void;
  /** Takes over, as one step of undo, a change that was saved past the editor. Everything must be flushed before. */
  adopt(diff: TranscriptDiff, saved: { readonly sequence: number; readonly savedAt: string }): void;
  /** Resumes following the playhead after the person has scrolled away. */
  resumeFollowing(): void;
  /** Writes what is not saved yet. Resolves when all is on disk; rejects with the failure when it is not. */
  flush(): Promise<void>;
  hasUnsaved(): boolean;
}

/** What the editor of an article offers. Every verb is one step of undo. */
export interface ArticleEditor {
  /** The article as edited, saved or not. */
  content(): ArticleContent;
  focus(): void;
  undo(): void;
  redo(): void;
  /** Seeks quotations and people in the text anew; what a person has corrected stays. */
  readAgain(): Promise<void>;
  /** Lets a mark of this kind stand on the selection. */
  markSelection(kind: MarkKind): void;
  /** Lets the active mark stand on the selection alone. */
  resizeMark(): void;
  /** Takes the selection out of the active mark, which then has two stretches. */
  leaveOut(): void;
  /** Makes two quotations of the active one, at the caret. */
  splitMark(): void;
  changeKind(kind: MarkKind): void;
  changeWho(who: MarkedPerson | null): void;
  /** Takes the active mark away; reading again does not bring it back. */
  removeMark(): void;
  /** Ties the active quotation to a place where it was said; null: to what is like it best. */
  choosePlace(place: ChosenPlace | null): void;
  overrule(overrule: Overrule | null): void;
  /** Makes a mark the active one and scrolls it into view. */
  goToMark(id: MarkId): void;
  /** Goes to the next quotation or the one before. */
  goToQuotation(direction: 'next' | 'previous'): void;
  /** Whether the active mark is a quotation. */
  hasQuotation(): boolean;
  /** Plays the seconds in which the active quotation was said, or stops. */
  play(): void;
  /** Opens the transcript where the active quotation was said. */
  goToTurn(): Promise<void>;
  /** Writes what is not saved yet. Resolves when all is on disk; rejects with the failure when it is not. */
  flush(): Promise<void>;
}

/** Dialogs and views that a command may open. */
export type DialogName =
  | 'palette'
  | 'go-to-time'
  | 'export'
  | 'export-recordings'
  | 'import-transcript'
  | 'export-bundle'
  | 'open-bundle'
  | 'split-takes'
  | 'settings'
  | 'devices'
  | 'keys'
  | 'backups'
  | 'name-version'
  | 'compare-versions'
  | 'verify-history'
  | 'recording-details'
  | 'audit'
  | 'review-report'
  | 'about'
  | 'delegate'
  | 'merge-delegate'
  | 'duplicates'
  | 'import-delegates'
  | 'annotation'
  | 'annotation-kinds'
  | 'quote'
  | 'compose'
  | 'clips'
  | 'article-file'
  | 'author'
  | 'translation'
  | 'new-article'
  | 'article-details'
  | 'article-report'
  | 'overrule'
  | 'quotation-places'
  | 'new-people';
