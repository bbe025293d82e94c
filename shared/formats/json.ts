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
import { TAG_KINDS, TURN_STATUSES, type Turn, textInline, turnDetails, VOICES } from '../model/turn.ts';
import { decodeText, encodeText } from './encoding.ts';
import type {
  Format,
  ImportContext,
  ImportResult,
  ImportWarning,
  TranscriptDocument,
  TranslationDocument,
} from './format.ts';
import { parsedJson } from './parsed-json.ts';

const FORMAT = 'minber-transcript';
/** The lowest version that holds all is written: 2 has annotations, 3 what a delegate list knows, 4 translations. */
const VERSION = 4;

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
    translations: true,
    voices: true,
    timeStepMs: 1,
  },
  options: ['headHash'],
  recognises: (head) => /^\{\s*"format"\s*:\s*"minber-transcript"/.test(head),
  read,
  write: writeJson,
};

const LANGUAGE_TAG = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/;

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
  language: z.string().regex(LANGUAGE_TAG).nullable().catch(null),
  speakers: z.array(z.unknown()).catch([]),
  portraits: z.array(z.unknown()).catch([]),
  annotationKinds: z.array(z.unknown()).catch([]),
  annotations: z.array(z.unknown()).catch([]),
  turns: z.array(z.unknown()).catch([]),
  translations: z.array(z.unknown()).catch([]),
});

const translationPart = z.object({
  language: z.string().regex(LANGUAGE_TAG),
  name: z.string().max(100).optional().catch(undefined),
  turns: z.array(z.unknown()),
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
  language: z.string().regex(LANGUAGE_TAG).optional().catch(undefined),
  voice: z.enum(VOICES).optional().catch(undefined),
  translates: z
    .object({
      turnId: z.string().min(1),
      words: z.string(),
      done: z.literal(true).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** Returns the bytes of Minber's own file; it needs nothing of the disk. */
export function writeJson(document: TranscriptDocument): Uint8Array {
  const { title, date, place, language, media, speakers, turns, headHash } = document;
  const { annotations = [], annotationKinds = [], portraits = [], translations = [] } = document;
  const whole = {
    format: FORMAT,
    version: versionOf(document),
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
    ...(translations.length > 0 ? { translations } : {}),
  };
  return encodeText(`${JSON.stringify(whole, null, 2)}\n`);
}

/** 4 also has the language and voice of turns. */
function versionOf({ turns, speakers, annotations = [], translations = [] }: TranscriptDocument): number {
  const isFourth = (turn: Turn) => turn.language ?? turn.voice ?? turn.translates;
  if (translations.length > 0 || turns.some(isFourth)) return VERSION;
  if (speakers.some(hasDetails)) return 3;
  return annotations.length > 0 ? 2 : 1;
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
  const ids = {
    speakers: idBySource,
    annotations: known,
    turns: new Map<string, TurnId>(),
    taken: new Set<string>(),
  };
  const read = (parts: readonly unknown[]) => readTurns(parts, ids, warnings);
  const turns = read(parsed.data.turns);
  const translations = parsed.data.translations.flatMap((part): TranslationDocument[] => {
    const found = translationPart.safeParse(part);
    if (!found.success) warnings.push(unreadable(part));
    if (!found.success) return [];
    const { language, name } = found.data;
    return [{ language, ...(name ? { name } : {}), turns: read(found.data.turns) }];
  });
  if (turns.length === 0 && speakers.length === 0) warnings.push({ code: 'empty' });
  const document = {
    ...recording,
    language: language ?? context.language,
    speakers,
    turns,
    ...(translations.length > 0 ? { translations } : {}),
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

const asId = (source: string) => (z.uuid().safeParse(source).success ? (source as TurnId) : null);

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
  known: {
    readonly speakers: ReadonlyMap<string, SpeakerId>;
    readonly annotations: ReadonlySet<string>;
    /** By the id that the file gives them; those that are read are added. */
    readonly turns: Map<string, TurnId>;
    readonly taken: Set<string>;
  },
  warnings: ImportWarning[],
): readonly Turn[] {
  return parts.flatMap((part) => {
    const parsed = turnPart.safeParse(part);
    if (!parsed.success) {
      warnings.push(unreadable(part));
      return [];
    }
    const {
      id: named,
      speakerId: source,
      startMs,
      endMs,
      status,
      content,
      translates,
      ...details
    } = parsed.data;
    const speakerId = source === null ? null : (known.speakers.get(source) ?? null);
    if (source !== null && speakerId === null) warnings.push(unreadable({ speakerId: source }));
    const id = identity<TurnId>(named, known.taken);
    known.taken.add(id);
    const of = translates && (known.turns.get(translates.turnId) ?? asId(translates.turnId));
    known.turns.set(named, id);
    const turn: Turn = {
      id,
      speakerId,
      startMs,
      endMs,
      status,
      content: content.map((part) =>
        part.type === 'text'
          ? textInline(
              part.text,
              part.annotations.filter((each) => known.annotations.has(each)) as AnnotationId[],
            )
          : part,
      ),
      ...turnDetails({ ...details, translates: of && translates ? { ...translates, turnId: of } : null }),
    };
    if (turnFault(turn) === null) return [turn];
    warnings.push({ code: 'end-before-start', excerpt: named });
    return [{ ...turn, endMs: null }];
  });
}
