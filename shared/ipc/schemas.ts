import { z } from 'zod';
import { IMPORT_WARNING_CODES } from '../formats/format.ts';
import { ANNOTATION_COLOUR_COUNT } from '../model/annotation.ts';
import { REVISION_REASONS } from '../model/revision.ts';
import { TAG_KINDS, TURN_STATUSES, VOICES } from '../model/turn.ts';
import { HOUSE_STYLE_IDS } from '../press/compose/house-style.ts';
import { DEFAULT_THRESHOLDS } from '../review/check.ts';
import { exportOptions, exportProfile, formatId, keptProfile } from './export-schemas.ts';
import {
  annotationId,
  annotationKindId,
  mediaId,
  recordingId,
  replyId,
  revisionId,
  speakerId,
  transcriptId,
  turnId,
} from './id-schemas.ts';
import { language, languageTag } from './language-schemas.ts';
import { playerFields, playerSettings } from './player-settings.ts';
import { trackName, translationProgress } from './translation-schemas.ts';

export * from './id-schemas.ts';
export { language, languageTag };

export const timeMs = z.int().nonnegative();
export const sequence = z.int().nonnegative();
export const isoDate = z.iso.date();

/** A file that a dialog or a drop handed out: the renderer holds this token, never the path. */
export const grant = z.uuid();

export const grantedFile = z.object({ grant, name: z.string() });

const menuEntry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('separator') }),
  z.object({
    type: z.literal('command'),
    id: z.string(),
    label: z.string(),
    /** Electron's notation; shown only, since keys are matched in the renderer by `event.code`. */
    accelerator: z.string().optional(),
    enabled: z.boolean(),
    checked: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('role'),
    role: z.enum(['cut', 'copy', 'paste', 'togglefullscreen']),
    label: z.string(),
  }),
]);
export const menu = z.object({ label: z.string(), entries: z.array(menuEntry) });

export const localText = z.strictObject({
  kk: z.string().max(500).optional(),
  ru: z.string().max(500).optional(),
  en: z.string().max(500).optional(),
});

export const inline = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string(),
    annotations: z.array(annotationId).min(1).max(1000).optional(),
  }),
  z.strictObject({ type: z.literal('timestamp'), atMs: timeMs }),
  z.strictObject({ type: z.literal('tag'), tag: z.enum(TAG_KINDS) }),
]);

/** A person's name as it is put under what they do. */
export const personName = z.string().trim().min(1).max(200);

export const flagNote = z.string().trim().min(1).max(2000);

export const translates = z.strictObject({
  turnId,
  words: z.string(),
  done: z.literal(true).optional(),
});

const turnDetails = {
  editedBy: personName.optional(),
  checkedBy: personName.optional(),
  checkedAt: z.iso.datetime().optional(),
  flagNote: flagNote.optional(),
  language: languageTag.optional(),
  voice: z.enum(VOICES).optional(),
  translates: translates.optional(),
};

export const placedTurn = z.strictObject({
  id: turnId,
  order: z.string().min(1),
  speakerId: speakerId.nullable(),
  startMs: timeMs.nullable(),
  endMs: timeMs.nullable(),
  status: z.enum(TURN_STATUSES),
  content: z.array(inline),
  ...turnDetails,
});

const annotationColour = z
  .int()
  .min(0)
  .max(ANNOTATION_COLOUR_COUNT - 1);
const instant = z.iso.datetime();
const authorName = z.string().trim().max(100);

export const annotationKind = z.strictObject({
  id: annotationKindId,
  name: localText,
  colour: annotationColour,
  withheld: z.boolean(),
  removed: z.boolean(),
});

export const annotation = z.strictObject({
  id: annotationId,
  kindId: annotationKindId,
  body: z.string().max(20_000),
  colour: annotationColour.nullable(),
  author: authorName,
  createdAt: instant,
  changedAt: instant,
  resolved: z.strictObject({ by: authorName, at: instant }).nullable(),
  span: z
    .strictObject({ startMs: timeMs, endMs: timeMs })
    .refine(({ startMs, endMs }) => startMs < endMs)
    .nullable(),
  words: z.string().max(10_000),
  atMs: timeMs.nullable(),
  replies: z
    .array(
      z.strictObject({ id: replyId, author: authorName, body: z.string().min(1).max(20_000), at: instant }),
    )
    .max(1000),
  removed: z.boolean(),
});

export const transcriptDiff = z.strictObject({ put: z.array(placedTurn), remove: z.array(turnId) });

export const media = z.strictObject({
  id: mediaId,
  path: z.string(),
  bytes: z.int().nonnegative(),
  fingerprint: z.string(),
  sha256: z.string().nullable(),
  durationMs: timeMs,
  container: z.string(),
  audioCodec: z.string().nullable(),
  videoCodec: z.string().nullable(),
  frameRate: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});

/** What the analysis of a file finds out about it, as the renderer reports it. */
export const mediaFacts = media.pick({
  durationMs: true,
  container: true,
  audioCodec: true,
  videoCodec: true,
  frameRate: true,
  width: true,
  height: true,
});

export const recording = z.strictObject({
  id: recordingId,
  title: z.string(),
  date: isoDate.nullable(),
  place: z.string(),
  languages: z.array(languageTag),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  media,
});

export const recordingChange = z
  .strictObject({
    title: z.string().trim().min(1).max(300),
    date: isoDate.nullable(),
    place: z.string().trim().max(300),
    languages: z.array(languageTag).max(20),
  })
  .partial();

/** A row of the library: a recording and how far its transcript has come. */
export const recordingSummary = recording.extend({
  turnCount: z.int(),
  checkedCount: z.int(),
  flaggedCount: z.int(),
  wordCount: z.int(),
  /** Where the last timed turn ends: how far the text has come. */
  transcribedMs: timeMs,
  mediaFound: z.boolean(),
  translations: z.array(
    z.strictObject({
      id: transcriptId,
      language: languageTag,
      name: trackName,
      progress: translationProgress,
    }),
  ),
});

export const transcriptHead = z.strictObject({
  id: transcriptId,
  recordingId,
  language: languageTag,
  kind: z.enum(['original', 'translation']),
  /** What it is called beside its language; '' for most. */
  name: trackName,
  sequence,
});

/** A text of a recording, and how far it is where it is a translation. */
export const track = transcriptHead.extend({ progress: translationProgress.nullable() });

/** A batch that is on disk; `savedAt` is ISO 8601, UTC. */
export const saved = z.strictObject({ sequence, savedAt: z.string() });

export const revision = z.strictObject({
  id: revisionId,
  sequence,
  reason: z.enum(REVISION_REASONS),
  name: z.string(),
  at: z.string(),
  author: z.string(),
});
export const revisionName = z.string().trim().max(200);

/** One entry of the edit log, without its text. `first`: it stands for all since that one; null for itself alone. */
export const historyEntry = z.strictObject({
  sequence,
  savedAt: z.string(),
  reason: z.enum(['edit', 'restore', 'import']),
  putCount: z.int(),
  removedCount: z.int(),
  first: sequence.nullable(),
});

/** A colleague's share of a recording, half-open; `name` is whose it is. */
export const take = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(100),
  startMs: timeMs,
  endMs: timeMs,
});

export const openedRecording = z.strictObject({
  recording,
  mediaFound: z.boolean(),
  /** Whether it is played through a file that stands for it. */
  hasProxy: z.boolean(),
  transcript: transcriptHead,
  turns: z.array(placedTurn),
  /** Every text of the recording, the original first. */
  tracks: z.array(track),
  /** The text that stands beside: the original beside a translation. */
  beside: z.object({ transcript: transcriptHead, turns: z.array(placedTurn) }).nullable(),
  /** Those that were removed too, since undoing brings them back. */
  annotations: z.array(annotation),
  /** The share that is this desk's to work on; null: all of it. */
  take: take.nullable(),
  /** The original is not there, and a small sound is played in its place. */
  playsSmall: z.boolean(),
});

export const importWarning = z.strictObject({
  code: z.enum(IMPORT_WARNING_CODES),
  line: z.int().optional(),
  excerpt: z.string().optional(),
});

export const backup = z.strictObject({
  name: z.string(),
  /** ISO 8601, UTC. */
  takenAt: z.string(),
  bytes: z.int(),
  recordingCount: z.int(),
});

/** Key combinations of one command, as `Ctrl+Alt+Shift+KeyP` with a `KeyboardEvent.code` last. */
const keyCombinations = z.array(z.string().regex(/^(Ctrl\+)?(Alt\+)?(Shift\+)?[A-Za-z][A-Za-z0-9]*$/)).max(8);

/** What the panel beside the text shows, in the order of its tabs. */
export const PANEL_TABS = ['speakers', 'annotations', 'quotes', 'review', 'history'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export const KEY_PRESETS = ['minber', 'otranscribe', 'f4'] as const;

const settingsFields = {
  language: language.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  /** Whether a turn must be checked by somebody else than who changed it last. */
  secondPersonChecks: z.boolean(),
  reviewThresholds: z.strictObject({
    longMinutes: z.int().min(1).max(30),
    slowestPerSecond: z.int().min(1).max(10),
    fastestPerSecond: z.int().min(12).max(60),
    farFromSpeechMs: z.int().min(200).max(10_000),
  }),
  /** CSS pixels, 14 to 24. */
  transcriptFontSize: z.int().min(14).max(24),
  ...playerFields,
  sideBySide: z.boolean(),
  /** How much room files for playing may take beside the library, in GB. */
  proxyLimitGb: z.int().min(1).max(2000),
  /** Who annotates and checks; '' until the person has been asked. */
  authorName,
  /** The kind of the last annotation that was made. */
  annotationKind: annotationKindId.nullable(),
  videoVisible: z.boolean(),
  panelVisible: z.boolean(),
  panelTab: z.enum(PANEL_TABS),
  houseStyles: z.partialRecord(language, z.enum(HOUSE_STYLE_IDS)),
  /** CSS pixels. */
  panelWidth: z.int().min(200).max(640),
  videoWidth: z.int().min(160).max(900),
  playerHeight: z.int().min(64).max(600),
  keyPreset: z.enum(KEY_PRESETS),
  /** Keys that the person has given to commands, by command id; they come before the preset's. */
  keyBindings: z.record(z.string().max(64), keyCombinations),
  exportOptions: exportOptions.nullable(),
  exportFormat: formatId.nullable(),
  exportProfiles: z.array(exportProfile).max(200),
  /** The name of the profile that was used last. */
  exportProfile: exportProfile.shape.name.nullable(),
};

/** Everything that is remembered between runs. Unknown or broken parts fall back to these defaults. */
export const settings = z.object({
  language: settingsFields.language.catch(null).default(null),
  theme: settingsFields.theme.catch('system').default('system'),
  secondPersonChecks: settingsFields.secondPersonChecks.catch(false).default(false),
  reviewThresholds: settingsFields.reviewThresholds.catch(DEFAULT_THRESHOLDS).default(DEFAULT_THRESHOLDS),
  transcriptFontSize: settingsFields.transcriptFontSize.catch(17).default(17),
  ...playerSettings,
  sideBySide: settingsFields.sideBySide.catch(true).default(true),
  proxyLimitGb: settingsFields.proxyLimitGb.catch(20).default(20),
  authorName: settingsFields.authorName.catch('').default(''),
  annotationKind: settingsFields.annotationKind.catch(null).default(null),
  videoVisible: settingsFields.videoVisible.catch(true).default(true),
  panelVisible: settingsFields.panelVisible.catch(true).default(true),
  panelTab: settingsFields.panelTab.catch('speakers').default('speakers'),
  houseStyles: settingsFields.houseStyles.catch({}).default({}),
  panelWidth: settingsFields.panelWidth.catch(280).default(280),
  videoWidth: settingsFields.videoWidth.catch(320).default(320),
  playerHeight: settingsFields.playerHeight.catch(200).default(200),
  keyPreset: settingsFields.keyPreset.catch('minber').default('minber'),
  keyBindings: settingsFields.keyBindings.catch({}).default({}),
  exportOptions: settingsFields.exportOptions.catch(null).default(null),
  exportFormat: settingsFields.exportFormat.catch(null).default(null),
  exportProfiles: z
    .array(keptProfile.nullable().catch(null))
    .transform((profiles) => profiles.flatMap((profile) => profile ?? []))
    .catch([])
    .default([]),
  exportProfile: settingsFields.exportProfile.catch(null).default(null),
  /** The ffmpeg that the person chose; a dialog of the main process alone may change it, for it is run. */
  ffmpegPath: z.string().nullable().catch(null).default(null),
});

/** Without defaults: in a change, an absent part stays as it is. */
export const settingsChange = z.strictObject(settingsFields).partial();

/** A failure as the renderer shows it: `code` is a key of the catalogues under `error.`. */
export const failure = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
