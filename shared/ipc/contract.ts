import { z } from 'zod';
import { REVISION_REASONS } from '../model/revision.ts';
import { articleContract } from './article-contract.ts';
import { type bundleComparison, bundleContract, bundleEvents, type bundleLook } from './bundle-contract.ts';
import { delegateContract } from './delegate-contract.ts';
import * as x from './export-schemas.ts';
import { type foundPedal, keysContract, keysEvents, type keysEverywhere } from './keys-contract.ts';
import { mediaContract, mediaEvents } from './media-contract.ts';
import { quoteContract } from './quote-schemas.ts';
import * as r from './reading-schemas.ts';
import * as review from './review-schemas.ts';
import * as s from './schemas.ts';
import { foundRecording, searchFilter } from './search-schemas.ts';
import * as people from './speaker-schemas.ts';
import { trackName } from './translation-schemas.ts';

const nothing = z.void();

const exportInput = z.object({
  transcriptId: s.transcriptId,
  format: x.formatId,
  options: x.exportOptions,
  /** What is off the record goes with the rest; said each time anew, and kept nowhere. */
  includeWithheld: z.boolean().default(false),
});

/**
 * Everything that the renderer may ask of the main process: channel -> schemas of what goes in and comes out.
 * The handlers, the preload bridge and the client derive from this object; a channel absent here is refused.
 */
export const contract = {
  ...bundleContract,
  ...keysContract,
  ...delegateContract,
  ...mediaContract,
  ...articleContract,
  ...quoteContract,
  'app.start': {
    input: nothing,
    output: z.object({
      libraryPath: z.string(),
      version: z.string(),
      settings: s.settings,
      systemLanguage: s.language,
      /** Files given on the command line or by the desktop before the window was ready. */
      pending: z.array(s.grantedFile),
    }),
  },
  'app.openLogs': { input: nothing, output: nothing },
  'app.reportError': { input: z.object({ message: z.string().max(20_000) }), output: nothing },
  /** Answers the `closing` event: true when all is saved, false to keep the window open. */
  'app.closeReady': { input: z.object({ saved: z.boolean() }), output: nothing },
  /** Sets the application menu: labels are ready to show, ids come back as `command` events. */
  'menu.set': { input: z.array(s.menu), output: nothing },
  'settings.change': { input: s.settingsChange, output: s.settings },

  'files.chooseMedia': { input: nothing, output: z.array(s.grantedFile) },
  /** Called by the preload bridge alone, with the path of a file that the person dropped. */
  'files.grantDropped': { input: z.object({ path: z.string().max(4096) }), output: s.grantedFile },
  'files.chooseTranscript': { input: nothing, output: s.grantedFile.nullable() },

  'files.chooseFolder': { input: nothing, output: s.grantedFile.nullable() },

  'library.list': { input: z.object({ bin: z.boolean() }), output: z.array(s.recordingSummary) },
  /**
   * What the library has of a query, newest recordings first, page by page: `before` is null at first, then what the
   * page before gave as `next`, until that is null.
   */
  'library.search': {
    input: z.object({ query: z.string().max(200), filter: searchFilter, before: z.int().nullable() }),
    output: z.object({ recordings: z.array(foundRecording), next: z.int().nullable() }),
  },
  'library.backups': { input: nothing, output: z.array(s.backup) },
  'library.backUp': { input: nothing, output: s.backup },
  /** Replaces the library by a backup, after copying the present one; the window then starts anew. */
  'library.restore': { input: z.object({ name: z.string() }), output: nothing },

  /** Looks at a granted file without touching the library: a media id to play and analyse it by. */
  'media.probe': {
    input: z.object({ grant: s.grant }),
    output: z.object({
      mediaId: s.mediaId,
      name: z.string(),
      bytes: z.int(),
      fingerprint: z.string(),
      /** A recording of the library that has this very file. */
      known: s.recordingId.nullable(),
    }),
  },
  'media.peaks': { input: z.object({ mediaId: s.mediaId }), output: z.instanceof(Uint8Array).nullable() },
  'media.keepPeaks': {
    input: z.object({ mediaId: s.mediaId, peaks: z.instanceof(Uint8Array) }),
    output: nothing,
  },
  /** How likely there is speech, as kept; null when nobody has listened for it yet. */
  'media.speech': { input: z.object({ mediaId: s.mediaId }), output: z.instanceof(Uint8Array).nullable() },
  'media.keepSpeech': {
    input: z.object({ mediaId: s.mediaId, speech: z.instanceof(Uint8Array) }),
    output: nothing,
  },
  /**
   * Points a recording whose media has moved at a probed file. `facts` null keeps what is known of the media and
   * fails with `media-differs` when the file is another one; facts given replace the media by that other file.
   */
  'media.relink': {
    input: z.object({ recordingId: s.recordingId, mediaId: s.mediaId, facts: s.mediaFacts.nullable() }),
    output: s.recording,
  },

  'recording.import': {
    input: z.object({ mediaId: s.mediaId, facts: s.mediaFacts, language: s.languageTag }),
    output: s.recordingId,
  },
  'recording.importSample': { input: nothing, output: s.recordingId },
  /** Opens one of the texts of a recording, the original where nothing is said; a turn stands for its text. */
  'recording.open': {
    input: z.object({
      recordingId: s.recordingId,
      transcriptId: s.transcriptId.optional(),
      turnId: s.turnId.optional(),
      /** The translation to show beside the original. */
      besideId: s.transcriptId.optional(),
    }),
    output: s.openedRecording,
  },
  'recording.change': {
    input: z.object({ recordingId: s.recordingId, change: s.recordingChange }),
    output: s.recording,
  },
  'recording.remove': { input: z.object({ recordingId: s.recordingId }), output: nothing },
  'recording.restore': { input: z.object({ recordingId: s.recordingId }), output: nothing },
  'recording.destroy': { input: z.object({ recordingId: s.recordingId }), output: nothing },
  'recording.showInFolder': { input: z.object({ recordingId: s.recordingId }), output: nothing },

  /** Adds a translation in which nothing is translated yet. */
  'translation.create': {
    input: z.object({ recordingId: s.recordingId, language: s.languageTag, name: trackName }),
    output: s.transcriptHead,
  },
  /** Sets a translation aside, with its history; `translation.restore` brings it back. */
  'translation.remove': { input: z.object({ transcriptId: s.transcriptId }), output: nothing },
  'translation.restore': { input: z.object({ transcriptId: s.transcriptId }), output: nothing },
  'translation.rename': {
    input: z.object({ transcriptId: s.transcriptId, language: s.languageTag, name: trackName }),
    output: nothing,
  },

  'transcript.save': {
    input: z.object({
      transcriptId: s.transcriptId,
      /** The sequence that the change builds on. */
      base: s.sequence,
      /** Names the batch: the same batch sent twice is written once. */
      batchId: z.uuid(),
      diff: s.transcriptDiff,
    }),
    output: s.saved,
  },
  /** One entry of the edit log, to undo across restarts, the sequence that it built on, and whether a merge wrote it; null when there is none. */
  'transcript.logEntry': {
    input: z.object({ transcriptId: s.transcriptId, sequence: s.sequence }),
    output: s.transcriptDiff
      .extend({ was: z.array(s.placedTurn), base: s.sequence, merged: z.boolean() })
      .nullable(),
  },
  'transcript.setLanguage': {
    input: z.object({ transcriptId: s.transcriptId, language: s.languageTag }),
    output: nothing,
  },
  /**
   * Reads a granted transcript file and writes nothing. The turns come without a place and name the speakers of the
   * file; for each of these `known` is the one of the library who may be meant, null for somebody new. No turns: the
   * warnings say why.
   */
  'transcript.readFile': {
    input: z.object({ grant: s.grant, language: s.languageTag, choices: r.readChoices }),
    output: z.object({
      name: z.string(),
      format: x.formatId,
      /** Null where the file is not a text. */
      encoding: z.string().nullable(),
      turns: z.array(s.placedTurn.omit({ order: true })),
      annotations: z.array(s.annotation),
      annotationKinds: z.array(s.annotationKind),
      speakers: z.array(z.object({ speaker: people.speaker, known: s.speakerId.nullable() })),
      /** The first of them; `warningCount` is how many there are. */
      warnings: z.array(s.importWarning),
      warningCount: z.int(),
      layout: r.foundLayout,
    }),
  },

  /** The edit log of a transcript, newest first, from before the sequence `before` (null: from the head). */
  'history.list': {
    input: z.object({ transcriptId: s.transcriptId, before: s.sequence.nullable() }),
    output: z.array(s.historyEntry),
  },
  /** The moments that can be gone back to, newest first; `sequence` and `savedAt` are of what is saved now. */
  'history.revisions': {
    input: z.object({ transcriptId: s.transcriptId }),
    output: z.object({
      revisions: z.array(s.revision),
      sequence: s.sequence,
      savedAt: z.string().nullable(),
    }),
  },
  /** Marks what is saved as a moment to go back to. */
  'history.mark': {
    input: z.object({
      transcriptId: s.transcriptId,
      reason: z.enum(REVISION_REASONS),
      name: s.revisionName.optional(),
    }),
    output: nothing,
  },
  'history.rename': { input: z.object({ revisionId: s.revisionId, name: s.revisionName }), output: nothing },
  /** What differs between two moments, in the order of the text; `to` null is what is saved now. */
  'history.compare': {
    input: z.object({ transcriptId: s.transcriptId, from: s.sequence, to: s.sequence.nullable() }),
    output: z.array(
      z.object({ before: s.placedTurn.nullable(), after: s.placedTurn.nullable(), moved: z.boolean() }),
    ),
  },
  /**
   * Brings the transcript, or those of its turns alone, back to what it was at `sequence`, as a new entry of the edit
   * log; `diff` is what that changed.
   */
  'history.restore': {
    input: z.object({
      transcriptId: s.transcriptId,
      sequence: s.sequence,
      turnIds: z.array(s.turnId).nullable(),
    }),
    output: s.saved.extend({ diff: s.transcriptDiff }),
  },
  /** Checks the hashes of the edit log and that it leads to the present text; `sequence` is the first fault. */
  'history.verify': {
    input: z.object({ transcriptId: s.transcriptId }),
    output: z.object({
      sound: z.boolean(),
      sequence: s.sequence.nullable(),
      since: z.string().nullable(),
      entryCount: z.int(),
      headHash: z.string(),
    }),
  },

  /** What a review keeps beside the text: findings let be, boundaries heard, where listening stopped. */
  'review.notes': { input: z.object({ transcriptId: s.transcriptId }), output: review.reviewNotes },
  /** Lets a finding be for a reason, or no longer when `reason` is null. */
  'review.ignore': {
    input: z.object({
      transcriptId: s.transcriptId,
      turnId: s.turnId,
      check: review.checkId,
      reason: review.reason.nullable(),
    }),
    output: review.reviewNotes,
  },
  /** Notes that a boundary was found right at this time. */
  'review.hear': {
    input: review.boundaryPlace.extend({ transcriptId: s.transcriptId, atMs: s.timeMs }),
    output: nothing,
  },
  'review.stopAudit': {
    input: z.object({ transcriptId: s.transcriptId, place: review.boundaryPlace.nullable() }),
    output: nothing,
  },
  /** Asks where to, then writes the report of the saved revision; null when the person cancels. */
  'review.writeReport': {
    input: z.object({ transcriptId: s.transcriptId, form: review.reportForm, language: s.language }),
    output: z.object({ path: z.string() }).nullable(),
  },

  /** The annotations of a transcript, those that were removed too. */
  'annotations.list': { input: z.object({ transcriptId: s.transcriptId }), output: z.array(s.annotation) },
  /**
   * Writes an annotation, new or changed; changing it is how it is answered, resolved, reopened, removed and brought
   * back. Its words and moment follow the text by themselves and are only taken from a new one. Returns it as it is.
   */
  'annotations.put': {
    input: z.object({ transcriptId: s.transcriptId, annotation: s.annotation }),
    output: s.annotation,
  },
  /** The vocabulary of the library in its order, kinds that were removed too, since annotations may be of them. */
  'annotationKinds.list': { input: nothing, output: z.array(s.annotationKind) },
  /** Writes kinds, new or changed, all or none; new ones go behind those that are there. */
  'annotationKinds.put': { input: z.array(s.annotationKind).max(1000), output: nothing },
  /** Asks where to, then writes the vocabulary as a file for others; null when the person cancels. */
  'annotationKinds.share': { input: nothing, output: z.object({ path: z.string() }).nullable() },
  /** Asks for a file of a vocabulary and reads it; writes nothing. Null when the person cancels. */
  'annotationKinds.read': { input: nothing, output: z.array(s.annotationKind).nullable() },

  'speakers.list': { input: nothing, output: z.array(people.speaker) },
  'speakers.put': { input: people.speaker, output: nothing },
  /** Writes several speakers at once, all or none. */
  'speakers.putAll': { input: z.array(people.speaker).max(10_000), output: nothing },
  /** Makes one speaker stand for another everywhere; null undoes it. */
  'speakers.merge': {
    input: z.object({ speakerId: s.speakerId, into: s.speakerId.nullable() }),
    output: nothing,
  },
  /** Removes a speaker whom no turn names and nobody is merged into; false when it is still in use. */
  'speakers.remove': { input: z.object({ speakerId: s.speakerId }), output: z.boolean() },

  /** How the file would begin, and how many spans are kept out of it unless `includeWithheld`. */
  'export.preview': {
    input: exportInput,
    output: z.object({ text: z.string(), truncated: z.boolean(), withheld: z.int() }),
  },
  /** Asks where to, then writes the saved revision; null when the person cancels. */
  'export.write': {
    input: exportInput,
    output: z.object({ path: z.string(), bytes: z.int(), warnings: z.array(r.exportWarning) }).nullable(),
  },
  /**
   * Writes the transcript of a recording into a granted folder, under a name made from its title that is not taken
   * there yet.
   */
  'export.toFolder': {
    input: z.object({
      recordingId: s.recordingId,
      folder: s.grant,
      format: x.formatId,
      options: x.exportOptions,
    }),
    output: z.object({
      path: z.string(),
      name: z.string(),
      withheld: z.int(),
      warnings: z.array(r.exportWarning),
    }),
  },
  /** Asks where to, then writes a profile as a file for others; null when the person cancels. */
  'profile.share': { input: x.exportProfile, output: z.object({ path: z.string() }).nullable() },
  /** Asks for a profile's file and reads it; null when the person cancels. */
  'profile.add': { input: nothing, output: x.exportProfile.nullable() },
  'export.show': { input: z.object({ path: z.string() }), output: nothing },
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;

/** What crosses is a copy, so neither side may change it in place. */
type Wire<T> = T extends string | number | boolean | null | undefined | Uint8Array | Int16Array
  ? T
  : T extends readonly (infer E)[]
    ? readonly Wire<E>[]
    : { readonly [K in keyof T]: Wire<T[K]> };

export type Input<C extends Channel> = Wire<z.input<Contract[C]['input']>>;
export type ParsedInput<C extends Channel> = Wire<z.output<Contract[C]['input']>>;
export type Output<C extends Channel> = Wire<z.output<Contract[C]['output']>>;

/** What comes back over the wire: a value, or a failure to be told to the person. */
export type Reply<C extends Channel> =
  | { readonly ok: true; readonly value: Output<C> }
  | { readonly ok: false; readonly failure: z.output<typeof s.failure> };

/** What the main process tells the renderer unasked. */
export const events = {
  ...bundleEvents,
  ...keysEvents,
  ...mediaEvents,
  command: z.object({ id: z.string() }),
  'files-opened': z.object({ files: z.array(s.grantedFile) }),
  /** The window is about to close: flush, then answer with `app.closeReady`. */
  closing: z.object({}),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = Wire<z.output<(typeof events)[E]>>;

export type Settings = Wire<z.output<typeof s.settings>>;
export type RecordingSummary = Wire<z.output<typeof s.recordingSummary>>;
export type OpenedRecording = Wire<z.output<typeof s.openedRecording>>;
export type MediaFacts = Wire<z.output<typeof s.mediaFacts>>;
export type Backup = Wire<z.output<typeof s.backup>>;
export type GrantedFile = Wire<z.output<typeof s.grantedFile>>;
export type KeysEverywhere = Wire<z.output<typeof keysEverywhere>>;
export type FoundPedal = Wire<z.output<typeof foundPedal>>;
export type Menu = Wire<z.output<typeof s.menu>>;
export type ExportOptions = Wire<z.output<typeof x.exportOptions>>;
export type FoundTranscript = Output<'transcript.readFile'>;
export type SearchInput = ParsedInput<'library.search'>;
export type SearchPage = Output<'library.search'>;
export type SearchFilter = SearchInput['filter'];
export type FoundRecording = SearchPage['recordings'][number];
export type SearchHit = FoundRecording['hits'][number];
export type Verdict = Output<'history.verify'>;
export type ArticleSummary = Output<'articles.list'>[number];
export type HistoryEntry = Wire<z.output<typeof s.historyEntry>>;
export type BundleLook = Wire<z.output<typeof bundleLook>>;
export type BundleComparison = Wire<z.output<typeof bundleComparison>>;
export type BundleConflict = BundleComparison['conflicts'][number];
