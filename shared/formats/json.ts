import { z } from 'zod';
import { annotation, annotationKind } from '../ipc/schemas.ts';
import { portrait, post, speakerDetails } from '../ipc/speaker-schemas.ts';
import type { Annotation, AnnotationKind } from '../model/annotation.ts';
import {
  type AnnotationId,
  type AnnotationKindId,
  newId,
  type SpeakerId,
  type TurnId,
} from '../model/ids.ts';
import { turnFault } from '../model/invariants.ts';
import type { LocalText } from '../model/language.ts';
import type { Portrait } from '../model/portrait.ts';
import {
  detailsOf,
  hasDetails,
  isGiven,
  SPEAKER_COLOUR_COUNT,
  type Speaker,
  type SpeakerDetails,
} from '../model/speaker.ts';
import { reviewOf, TAG_KINDS, TURN_STATUSES, type Turn, textInline } from '../model/turn.ts';
import { decodeText, encodeText } from './encoding.ts';
import type { Format, ImportContext, ImportResult, ImportWarning, TranscriptDocument } from './format.ts';
import { parsedJson } from './parsed-json.ts';

const FORMAT = 'minber-transcript';
/** The lowest version that holds all is written: 2 has annotations, 3 what a delegate list knows of speakers. */
const VERSION = 3;

/** Minber's own format: the whole transcript, nothing lost. Described in `docs/minber-transcript.md`. */
export const json: Format = {
  id: 'json',
  extensions: ['json'],
  labelKey: 'format.json',
  keeps: {
    turnStart: true,
    turnEnd: true,
    wholeTurns: true,
    speakerName: true,
    speakerDetails: true,
    posts: true,
    status: true,
    timestamps: true,
    tags: true,
    recordingData: true,
    annotations: true,
    timeStepMs: 1,
  },
  options: ['headHash'],
  recognises: (head) => /^\{\s*"format"\s*:\s*"minber-transcript"/.test(head),
  read,
  write: writeJson,
};

const envelope = z.object({
  format: z.literal(FORMAT),
  version: z.int().positive(),
  recording: z
    .object({
      title: z.string().catch(''),
      date: z.iso.date().nullable().catch(null),
      place: z.string().catch(''),
      media: z
        .object({
          name: z.string(),
          durationMs: z.int().nonnegative(),
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .nullable(),
          frameRate: z.number().positive().optional().catch(undefined),
        })
        .transform(({ frameRate, ...rest }) => ({ ...rest, ...(frameRate ? { frameRate } : {}) }))
        .nullable()
        .catch(null),
    })
    .catch({ title: '', date: null, place: '', media: null }),
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
    .nullable()
    .catch(null),
  speakers: z.array(z.unknown()).catch([]),
  portraits: z.array(z.unknown()).catch([]),
  annotationKinds: z.array(z.unknown()).catch([]),
  annotations: z.array(z.unknown()).catch([]),
  turns: z.array(z.unknown()).catch([]),
});

const localText = z
  .object({
    kk: z.string().max(500).optional(),
    ru: z.string().max(500).optional(),
    en: z.string().max(500).optional(),
  })
  .default({})
  .transform((text): LocalText => text);

const speakerPart = z.object({
  id: z.string().min(1),
  name: localText,
  title: localText,
  organisation: localText,
  country: localText,
  colour: z
    .int()
    .min(0)
    .max(SPEAKER_COLOUR_COUNT - 1)
    .catch(0),
  originalName: z.unknown().optional(),
  aliases: z.array(z.unknown()).catch([]).default([]),
  posts: z.array(z.unknown()).catch([]).default([]),
  countryCode: z.unknown().optional(),
  portrait: z.unknown().optional(),
});
const { originalName, aliases, countryCode } = speakerDetails;

const timeMs = z.int().nonnegative();
const inline = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string(),
    annotations: z.array(z.string()).catch([]).default([]),
  }),
  z.object({ type: z.literal('timestamp'), atMs: timeMs }),
  z.object({ type: z.literal('tag'), tag: z.enum(TAG_KINDS) }),
]);
const kindPart = z.object(annotationKind.shape).omit({ removed: true });
const annotationPart = z.object(annotation.shape).omit({ removed: true });
const turnPart = z.object({
  id: z.string().min(1),
  speakerId: z.string().nullable(),
  startMs: timeMs.nullable(),
  endMs: timeMs.nullable(),
  status: z.enum(TURN_STATUSES).catch('draft'),
  content: z.array(inline),
  editedBy: z.string().max(200).optional().catch(undefined),
  checkedBy: z.string().max(200).optional().catch(undefined),
  checkedAt: z.iso.datetime().optional().catch(undefined),
  flagNote: z.string().max(2000).optional().catch(undefined),
});

/** Returns the bytes of Minber's own file; it needs nothing of the disk. */
export function writeJson(document: TranscriptDocument): Uint8Array {
  const { title, date, place, language, media, speakers, turns, headHash } = document;
  const { annotations = [], annotationKinds = [], portraits = [] } = document;
  const whole = {
    format: FORMAT,
    version: speakers.some(hasDetails) ? VERSION : annotations.length > 0 ? 2 : 1,
    recording: { title, date, place, media },
    language,
    ...(headHash === undefined ? {} : { headHash }),
    speakers: speakers.map(({ mergedInto: _, ...speaker }) => speaker),
    ...(portraits.length > 0 ? { portraits } : {}),
    ...(annotations.length > 0
      ? {
          annotationKinds: annotationKinds.map(({ removed: _, ...kind }) => kind),
          annotations: annotations.map(({ removed: _, ...annotation }) => annotation),
        }
      : {}),
    turns,
  };
  return encodeText(`${JSON.stringify(whole, null, 2)}\n`);
}

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const warnings: ImportWarning[] = [];
  const { text, assumed } = decodeText(bytes, context.language, context.choices?.encoding);
  const parsed = envelope.safeParse(parsedJson(text ?? ''));
  if (!parsed.success) return { document: null, warnings: [{ code: 'not-this-format' }] };
  if (assumed) warnings.push({ code: 'encoding-assumed', excerpt: assumed });
  const { version, recording, language } = parsed.data;
  if (version > VERSION) warnings.push({ code: 'newer-version', excerpt: String(version) });
  const portraits = parsed.data.portraits.flatMap((part) => readPart(portrait, part, warnings) ?? []);
  const { speakers, idBySource } = readSpeakers(parsed.data.speakers, portraits, warnings);
  const remarks = readRemarks(parsed.data, warnings);
  const known = new Set(remarks.annotations?.map(({ id }) => id));
  const turns = readTurns(parsed.data.turns, idBySource, known, warnings);
  if (turns.length === 0 && speakers.length === 0) warnings.push({ code: 'empty' });
  const document = {
    ...recording,
    language: language ?? context.language,
    speakers,
    turns,
    ...remarks,
    ...(portraits.length > 0 ? { portraits } : {}),
  };
  return { document, warnings };
}

function unreadable(part: unknown): ImportWarning {
  return { code: 'unreadable-part', excerpt: [...jsonText(part)].slice(0, 80).join('') };
}

function jsonText(part: unknown): string {
  try {
    return JSON.stringify(part);
  } catch {
    return '…';
  }
}

/** Identities come back as they were; one that is no UUID or is taken gets a new one. */
function identity<T extends SpeakerId | TurnId>(source: string, taken: ReadonlySet<string>): T {
  return z.uuid().safeParse(source).success && !taken.has(source) ? (source as T) : newId<T>();
}

/** Returns a part that can be read; else undefined, and says so. */
function readPart<T>(schema: z.ZodType<T>, part: unknown, warnings: ImportWarning[]): T | undefined {
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  warnings.push(unreadable(part));
  return undefined;
}

/** What a delegate list knows; a portrait that the file does not hold is left out. */
function readDetails(
  part: z.output<typeof speakerPart>,
  portraits: readonly Portrait[],
  warnings: ImportWarning[],
): SpeakerDetails {
  return detailsOf({
    originalName: readPart(originalName, part.originalName, warnings),
    aliases: part.aliases.length > 0 ? readPart(aliases, part.aliases, warnings) : undefined,
    posts: part.posts.flatMap((each) => readPart(post, each, warnings) ?? []),
    countryCode: readPart(countryCode, part.countryCode, warnings),
    portrait: portraits.find(({ id }) => id === part.portrait)?.id,
  });
}

function readSpeakers(parts: readonly unknown[], portraits: readonly Portrait[], warnings: ImportWarning[]) {
  const idBySource = new Map<string, SpeakerId>();
  const taken = new Set<string>();
  const speakers: Speaker[] = [];
  for (const part of parts) {
    const parsed = speakerPart.safeParse(part);
    if (!parsed.success) {
      warnings.push(unreadable(part));
      continue;
    }
    const { name, title, organisation, country, colour } = parsed.data;
    const details = readDetails(parsed.data, portraits, warnings);
    if (!isGiven(name) && !details.originalName) {
      warnings.push(unreadable(part));
      continue;
    }
    const id = identity<SpeakerId>(parsed.data.id, taken);
    taken.add(id);
    idBySource.set(parsed.data.id, id);
    speakers.push({ id, name, title, organisation, country, colour, mergedInto: null, ...details });
  }
  return { speakers, idBySource };
}

/** Annotations and their kinds; one of an unknown kind cannot be read. */
function readRemarks(
  { annotationKinds, annotations }: Pick<z.output<typeof envelope>, 'annotationKinds' | 'annotations'>,
  warnings: ImportWarning[],
): Pick<TranscriptDocument, 'annotations' | 'annotationKinds'> {
  const kinds = new Map<AnnotationKindId, AnnotationKind>();
  for (const part of annotationKinds) {
    const parsed = kindPart.safeParse(part);
    if (parsed.success) kinds.set(parsed.data.id, { ...parsed.data, removed: false });
    else warnings.push(unreadable(part));
  }
  const found = new Map<AnnotationId, Annotation>();
  for (const part of annotations) {
    const parsed = annotationPart.safeParse(part);
    if (parsed.success && kinds.has(parsed.data.kindId) && !found.has(parsed.data.id))
      found.set(parsed.data.id, { ...parsed.data, removed: false });
    else warnings.push(unreadable(part));
  }
  return found.size === 0 ? {} : { annotations: [...found.values()], annotationKinds: [...kinds.values()] };
}

function readTurns(
  parts: readonly unknown[],
  speakerIds: ReadonlyMap<string, SpeakerId>,
  annotations: ReadonlySet<string>,
  warnings: ImportWarning[],
): readonly Turn[] {
  const taken = new Set<string>();
  return parts.flatMap((part) => {
    const parsed = turnPart.safeParse(part);
    if (!parsed.success) {
      warnings.push(unreadable(part));
      return [];
    }
    const { speakerId: source, content, editedBy, checkedBy, checkedAt, flagNote, ...rest } = parsed.data;
    const speakerId = source === null ? null : (speakerIds.get(source) ?? null);
    if (source !== null && speakerId === null) warnings.push(unreadable({ speakerId: source }));
    const id = identity<TurnId>(rest.id, taken);
    taken.add(id);
    const review = reviewOf({ editedBy, checkedBy, checkedAt, flagNote });
    const turn: Turn = {
      ...rest,
      id,
      speakerId,
      content: content.map((part) =>
        part.type === 'text'
          ? textInline(part.text, part.annotations.filter((each) => annotations.has(each)) as AnnotationId[])
          : part,
      ),
      ...review,
    };
    if (turnFault(turn) === null) return [turn];
    warnings.push({ code: 'end-before-start', excerpt: rest.id });
    return [{ ...turn, endMs: null }];
  });
}
