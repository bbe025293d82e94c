import { anchorsIn, annotationsIn } from '../model/anchors.ts';
import type { Annotation, AnnotationKind, TimeSpan } from '../model/annotation.ts';
import type { AnnotationId, TurnId } from '../model/ids.ts';
import { type Language, preferredLanguage } from '../model/language.ts';
import { alignTranslation, sameWords } from '../model/translation.ts';
import {
  annotationsOn,
  type Inline,
  joinTexts,
  type Translates,
  type Turn,
  turnText,
  withoutAnnotations,
} from '../model/turn.ts';
import type { TranscriptDocument } from './format.ts';
import { withheldLabel } from './labels.ts';

/** What of a transcript may not leave the program. */
export interface Secrets {
  /** Annotations off the record or under embargo; the text that they stand on is secret. */
  readonly ids: ReadonlySet<AnnotationId>;
  /** Spans of time whose turns are secret. */
  readonly spans: readonly TimeSpan[];
}

/** Returns what may not leave the program. Settling an annotation does not lift it; removing it or its kind's ban does. */
export function secretsOf(annotations: readonly Annotation[], kinds: readonly AnnotationKind[]): Secrets {
  const withheld = new Set(kinds.filter((kind) => kind.withheld).map(({ id }) => id));
  const secret = annotations.filter(({ removed, kindId }) => !removed && withheld.has(kindId));
  return {
    ids: new Set(secret.filter(({ span }) => span === null).map(({ id }) => id)),
    spans: secret.flatMap(({ span }) => span ?? []),
  };
}

/**
 * Returns what turns are to others: secret words replaced by a marker in `language`. Turns must be in their order and
 * all there, since the time of one that does not say is known by its neighbours alone; where it remains unknown, it is
 * taken for what is secret. The same turns where nothing is.
 */
export function redactTurns<T extends Turn>(
  turns: readonly T[],
  { ids, spans }: Secrets,
  language: Language,
): readonly T[] {
  if (ids.size === 0 && spans.length === 0) return turns;
  const reach = spans.length > 0 ? reachOf(turns) : [];
  return turns.map((turn, index) => {
    const { fromMs, toMs } = reach[index] ?? { fromMs: 0, toMs: 0 };
    const isWithin = spans.some(({ startMs, endMs }) => fromMs < endMs && toMs > startMs);
    const content = isWithin
      ? turn.content.length > 0
        ? [marker(language)]
        : turn.content
      : redacted(turn.content, ids, language);
    // A note on a turn may speak of what is secret in it.
    return content === turn.content ? turn : { ...turn, content, flagNote: undefined };
  });
}

const marker = (language: Language): Inline => ({ type: 'text', text: `[${withheldLabel(language)}]` });

/** Returns the earliest and the latest moment at which each turn can be spoken. */
function reachOf(turns: readonly Turn[]): readonly { fromMs: number; toMs: number }[] {
  const ends: number[] = [];
  let nextMs = Number.POSITIVE_INFINITY;
  for (let index = turns.length - 1; index >= 0; index--) {
    const { startMs, endMs } = turns[index] ?? { startMs: null, endMs: null };
    ends[index] = endMs ?? nextMs;
    nextMs = startMs ?? nextMs;
  }
  let beforeMs = 0;
  return turns.map(({ startMs, endMs }, index) => {
    const fromMs = startMs ?? beforeMs;
    beforeMs = Math.max(beforeMs, startMs ?? 0, endMs ?? 0);
    // A turn of no length is still spoken at its moment; one out of order is over before the next begins.
    return { fromMs, toMs: Math.max(fromMs + 1, ends[index] ?? 0) };
  });
}

/** What stands between two secret words of one annotation is secret with them. */
function redacted(
  content: readonly Inline[],
  ids: ReadonlySet<AnnotationId>,
  language: Language,
): readonly Inline[] {
  const secrets = content.map((inline) => annotationsOn(inline).filter((id) => ids.has(id)));
  if (secrets.every((found) => found.length === 0)) return content;
  for (const id of ids) {
    const first = secrets.findIndex((found) => found.includes(id));
    const last = secrets.length - 1 - [...secrets].reverse().findIndex((found) => found.includes(id));
    if (first < 0) continue;
    for (let index = first; index <= last; index++)
      if (content[index]?.type !== 'text') secrets[index]?.push(id);
  }
  return joinTexts(
    content.flatMap((inline, index) => {
      if (secrets[index]?.length === 0) return [inline];
      return index > 0 && (secrets[index - 1]?.length ?? 0) > 0 ? [] : [marker(language)];
    }),
  );
}

/**
 * Returns when what is secret can be heard: the spans of time, and the times of the words, or of their whole turns where
 * the words have none. Turns must be in their order and all there.
 */
export function secretTimes(turns: readonly Turn[], { ids, spans }: Secrets): readonly TimeSpan[] {
  const reach = reachOf(turns);
  const spoken = turns.flatMap((turn, index) =>
    anchorsIn(turn).flatMap(({ id, startMs, endMs }): TimeSpan[] => {
      if (!ids.has(id)) return [];
      const { fromMs, toMs } = reach[index] ?? { fromMs: 0, toMs: Number.POSITIVE_INFINITY };
      const isTimed = startMs !== null && endMs !== null && endMs > startMs;
      return [isTimed ? { startMs, endMs } : { startMs: fromMs, endMs: toMs }];
    }),
  );
  return [...spans, ...spoken];
}

/** Returns how many spans of text and time are secret; an annotation whose words were deleted is none. */
export function countSecrets(turns: readonly Turn[], { ids, spans }: Secrets): number {
  const standing = new Set(turns.flatMap((turn) => [...annotationsIn(turn)]));
  return spans.length + [...ids].filter((id) => standing.has(id)).length;
}

/** A document as others may have it, and how many spans were kept from them. */
export interface OutgoingDocument {
  readonly document: TranscriptDocument;
  readonly withheldCount: number;
}

/**
 * Returns a document without what is off the record: secret words give way to a marker, and what was said about them
 * goes. Everything that leaves the program goes through here.
 */
export function withhold(document: TranscriptDocument): OutgoingDocument {
  const { annotations = [], annotationKinds = [], translations } = document;
  const secrets = secretsOf(annotations, annotationKinds);
  const kinds = new Set(annotationKinds.filter((kind) => kind.withheld).map(({ id }) => id));
  const left = annotations.filter(({ kindId }) => !kinds.has(kindId));
  if (left.length === annotations.length) return { document, withheldCount: 0 };
  const before = [...document.turns, ...(translations ?? []).flatMap((each) => each.turns)];
  const turns = redactTurns(document.turns, secrets, preferredLanguage([document.language]));
  const open = translations?.map((each) => ({
    ...each,
    turns: withholdTranslation(each, document.turns, turns, secrets),
  }));
  const now = [...turns, ...(open ?? []).flatMap((each) => each.turns)];
  return {
    document: {
      ...document,
      turns,
      ...(open ? { translations: open } : {}),
      annotations: left.map(wordsAnew(now, before)),
    },
    withheldCount: countSecrets(before, secrets),
  };
}

/**
 * Returns what the turns of a translation are to others. What translates a turn of which something is secret is withheld
 * whole, unless its own secret words have been marked: then these alone. The words that a turn was made from go only
 * where anybody may read them in the original. `open` are the turns of the original as others may have them, one for one.
 */
export function withholdTranslation<T extends Turn>(
  { language, turns }: { readonly language: string; readonly turns: readonly T[] },
  source: readonly Turn[],
  open: readonly Turn[],
  secrets: Secrets,
): readonly T[] {
  const label = preferredLanguage([language]);
  const own = new Map(
    redactTurns(turns, secrets, label).map((turn, index) => [turns[index]?.id, turn] as const),
  );
  const openById = new Map(open.map((turn) => [turn.id, turn]));
  const changed = new Map<TurnId, T>();
  for (const row of alignTranslation(source, turns)) {
    const isSecret = row.source !== null && openById.get(row.source.id) !== row.source;
    for (const turn of row.turns) {
      const redacted = own.get(turn.id) ?? turn;
      const isMarked = turn.content.some((part) => annotationsOn(part).some((id) => secrets.ids.has(id)));
      const hidden = isSecret && !isMarked && turn.content.length > 0;
      const content = hidden ? [marker(label)] : redacted.content;
      changed.set(turn.id, {
        ...redacted,
        content,
        ...(hidden ? { flagNote: undefined } : {}),
        ...(turn.translates ? { translates: openWords(turn.translates, openById) } : {}),
      });
    }
  }
  return turns.map((turn) => changed.get(turn.id) ?? own.get(turn.id) ?? turn);
}

function openWords(translates: Translates, open: ReadonlyMap<TurnId, Turn>): Translates {
  const turn = open.get(translates.turnId);
  return turn && sameWords(turnText(turn), translates.words) ? translates : { ...translates, words: '' };
}

/** The words that are remembered of an annotation may hold secret ones: they are read from what is left. */
function wordsAnew(turns: readonly Turn[], before: readonly Turn[]): (annotation: Annotation) => Annotation {
  const changed = new Set<AnnotationId>();
  for (const [index, turn] of turns.entries()) {
    const was = before[index];
    if (was && was !== turn) for (const id of annotationsIn(was)) changed.add(id);
  }
  const words = new Map<AnnotationId, string>();
  for (const turn of turns)
    for (const inline of turn.content)
      for (const id of annotationsOn(inline))
        if (inline.type === 'text') words.set(id, (words.get(id) ?? '') + inline.text);
  return (annotation) =>
    changed.has(annotation.id) ? { ...annotation, words: words.get(annotation.id) ?? '' } : annotation;
}

/** Returns a document for a format that keeps no annotations: the same words, in runs as if there had been none. */
export function withoutRemarks(document: TranscriptDocument): TranscriptDocument {
  const { annotations: _, annotationKinds: __, ...rest } = document;
  return {
    ...rest,
    turns: rest.turns.map((turn) => {
      const content = withoutAnnotations(turn.content);
      return content === turn.content ? turn : { ...turn, content };
    }),
  };
}
