import type { Annotation, AnnotationKind, TimeSpan } from '../../shared/model/annotation.ts';
import {
  type AnnotationId,
  type AnnotationKindId,
  newId,
  type ReplyId,
  type TranscriptId,
} from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import type { Effect } from '../ports.ts';
import { ports, useSession } from '../session.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { askAuthor } from './author.ts';

const session = () => useSession.getState();
const now = () => new Date().toISOString();

/** Reads the vocabulary of the library anew. */
export async function loadAnnotationKinds(): Promise<void> {
  const kinds = await call('annotationKinds.list');
  useSession.setState({ annotationKinds: new Map(kinds.map((kind) => [kind.id, kind])) });
}

/** Writes kinds, new or changed; every annotation of them shows it. */
export async function putAnnotationKinds(kinds: readonly AnnotationKind[]): Promise<void> {
  await call('annotationKinds.put', [...kinds]);
  useSession.setState(({ annotationKinds }) => {
    const all = new Map(annotationKinds);
    for (const kind of kinds) all.set(kind.id, kind);
    return { annotationKinds: all };
  });
}

interface Unsaved {
  readonly transcriptId: TranscriptId;
  readonly annotation: Annotation;
}
const unsaved = new Map<AnnotationId, Unsaved>();
let writing: Promise<void> | null = null;

/** Shows an annotation at once and brings it to disk. */
function keep(annotation: Annotation): void {
  const { opened, annotations } = session();
  if (!opened) return;
  useSession.setState({ annotations: new Map(annotations).set(annotation.id, annotation) });
  unsaved.set(annotation.id, { transcriptId: opened.transcript.id, annotation });
  flushAnnotations().catch(tellFailure);
}

/** Writes annotations that are not on disk yet. Rejects with the failure; what failed is kept for the next time. */
export async function flushAnnotations(): Promise<void> {
  while (unsaved.size > 0) {
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    await writing;
  }
}

export const hasUnsavedAnnotations = (): boolean => unsaved.size > 0;

async function writeAll(): Promise<void> {
  for (const [id, sent] of unsaved) {
    await call('annotations.put', structuredClone(sent) as Parameters<typeof call<'annotations.put'>>[1]);
    if (unsaved.get(id) === sent) unsaved.delete(id);
  }
}

/** Writes a changed annotation as a step that undo takes back. */
export function changeAnnotation(after: Annotation): void {
  const before = session().annotations.get(after.id);
  if (!before) return;
  keep(after);
  ports.editor?.addStep({ undo: () => keep(before), redo: () => keep(after) });
}

/** What a person says of a new or changed annotation. */
export type AnnotationParts = Pick<Annotation, 'kindId' | 'body' | 'colour' | 'span'>;

function createAnnotation(parts: Pick<Annotation, 'kindId' | 'author' | 'span' | 'words'>): Annotation {
  const at = now();
  return {
    id: newId<AnnotationId>(),
    body: '',
    colour: null,
    createdAt: at,
    changedAt: at,
    resolved: null,
    atMs: null,
    replies: [],
    removed: false,
    ...parts,
  };
}

function draft(author: string, span: TimeSpan | null, words: string): Annotation | null {
  const { annotationKinds, settings } = session();
  const offered = [...annotationKinds.values()].filter((kind) => !kind.removed);
  const kind = offered.find(({ id }) => id === settings.annotationKind) ?? offered[0];
  return kind ? createAnnotation({ kindId: kind.id, author, span, words }) : null;
}

/** Opens the dialog for a new annotation; on `span`, else on the selected text or the word at the caret. */
export async function beginAnnotation(span: TimeSpan | null): Promise<void> {
  const t = translateTo(session().language);
  if (ports.editor?.mayAnnotate(span) === false) return;
  const words = span ? '' : (ports.editor?.wordsToAnnotate() ?? null);
  if (words === null) {
    tell(t('annotations.nothingSelected'));
    return;
  }
  const author = await askAuthor();
  if (author === null) return;
  const annotation = draft(author, span, words);
  if (annotation) useSession.setState({ dialog: 'annotation', annotationDraft: { annotation, isNew: true } });
  else tell(t('annotations.noKinds'));
}

/** Opens the dialog for a span of time: the turn with the caret, else five seconds from the playhead. */
export function beginTimeAnnotation(): Promise<void> {
  const turn = ports.editor?.turns().find(({ id }) => id === session().currentTurnId);
  const fromMs = turn?.startMs ?? ports.playback?.positionMs() ?? 0;
  const endMs = turn?.endMs ?? fromMs + 5000;
  return beginAnnotation({ startMs: Math.round(fromMs), endMs: Math.round(Math.max(endMs, fromMs + 1)) });
}

/** Opens the dialog that changes an annotation. */
export function editAnnotation(id: AnnotationId): void {
  const annotation = session().annotations.get(id);
  if (annotation)
    useSession.setState({ dialog: 'annotation', annotationDraft: { annotation, isNew: false } });
}

/** Leaves the dialog for the vocabulary, which leads back to what was said of the annotation so far. */
export function editKindsOf(parts: AnnotationParts): void {
  const { annotationDraft } = session();
  useSession.setState({
    dialog: 'annotation-kinds',
    annotationDraft: annotationDraft && {
      ...annotationDraft,
      annotation: { ...annotationDraft.annotation, ...parts },
    },
  });
}

/** Closes the vocabulary; where an annotation waits for it, that one's dialog comes back. */
export function closeKinds(): void {
  useSession.setState(({ annotationDraft }) => ({ dialog: annotationDraft ? 'annotation' : null }));
}

/** Closes the dialog for an annotation; nothing comes of it. */
export function cancelAnnotation(): void {
  useSession.setState({ dialog: null, annotationDraft: null });
}

/** Takes what the dialog for an annotation was told, as one step of undo. */
export function finishAnnotation(parts: AnnotationParts): void {
  const { annotationDraft } = session();
  useSession.setState({ dialog: null, annotationDraft: null });
  if (!annotationDraft) return;
  const { annotation, isNew } = annotationDraft;
  const after = { ...annotation, ...parts, changedAt: now() };
  if (!isNew) {
    changeAnnotation(after);
    return;
  }
  stand(after);
}

/** Shows a new annotation on the words (or the span) that it is about, as one step of undo. */
function stand(annotation: Annotation, unit: 'word' | 'sentence' = 'word'): void {
  const { id, span } = annotation;
  const setRemoved = (removed: boolean) => {
    const current = session().annotations.get(id);
    if (current) keep({ ...current, removed });
  };
  const effect = { undo: () => setRemoved(true), redo: () => setRemoved(false) };
  // The text first: an annotation that stands nowhere would show for a moment as one whose words were deleted.
  if (span) ports.editor?.addStep(effect);
  else ports.editor?.annotate(id, effect, unit);
  keep(annotation);
  activate(id);
}

/** Lets an annotation of a kind, without a remark, stand on the selected text, else on the sentence at the caret. */
export function annotateSentence(kindId: AnnotationKindId, author: string): AnnotationId | null {
  const words = ports.editor?.wordsToAnnotate('sentence') ?? null;
  if (words === null) return null;
  const annotation = createAnnotation({ kindId, author, words, span: null });
  stand(annotation, 'sentence');
  return annotation.id;
}

/** Adds annotations that came with turns from elsewhere; returns what takes them back with the turns. */
export function takeAnnotations(annotations: readonly Annotation[]): Effect {
  const setRemoved = (removed: boolean) => {
    for (const annotation of annotations) keep({ ...annotation, removed });
  };
  setRemoved(false);
  return { undo: () => setRemoved(true), redo: () => setRemoved(false) };
}

/** Makes an annotation the one that commands are about, and that panel and text show. */
export function activate(id: AnnotationId | null): void {
  if (session().activeAnnotation !== id) useSession.setState({ activeAnnotation: id });
}

/** Answers an annotation. */
export async function replyTo(id: AnnotationId, body: string): Promise<void> {
  const author = await askAuthor();
  const annotation = session().annotations.get(id);
  if (author === null || !annotation || body.trim() === '') return;
  const reply = { id: newId<ReplyId>(), author, body: body.trim(), at: now() };
  changeAnnotation({ ...annotation, replies: [...annotation.replies, reply], changedAt: reply.at });
}

/** Settles an annotation, or opens it again. */
export async function toggleResolved(id: AnnotationId): Promise<void> {
  const author = await askAuthor();
  const annotation = session().annotations.get(id);
  if (author === null || !annotation) return;
  const at = now();
  const resolved = annotation.resolved ? null : { by: author, at };
  changeAnnotation({ ...annotation, resolved, changedAt: at });
}

/** Takes an annotation away, tells so in `words`, and offers to bring it back. */
export function removeAnnotation(id: AnnotationId, words?: string): void {
  const annotation = session().annotations.get(id);
  if (!annotation) return;
  changeAnnotation({ ...annotation, removed: true, changedAt: now() });
  if (session().activeAnnotation === id) activate(null);
  const t = translateTo(session().language);
  tell(words ?? t('annotations.removed'), {
    label: t('app.undo'),
    run: () => {
      const current = session().annotations.get(id);
      if (current?.removed) changeAnnotation({ ...current, removed: false });
    },
  });
}

/** Lets an annotation stand on the selected text in place of where it stands or stood. */
export function moveToSelection(id: AnnotationId): void {
  const t = translateTo(session().language);
  if (ports.editor?.mayAnnotate(null, id) === false) return;
  if (ports.editor?.moveAnnotation(id)) ports.editor.focus();
  else tell(t('annotations.nothingSelected'));
}

/** Shows an annotation in the text and goes to its time. */
export function goToAnnotation(id: AnnotationId, startMs: number | null): void {
  activate(id);
  const annotation = session().annotations.get(id);
  if (startMs !== null) ports.playback?.seek(startMs);
  if (annotation?.span === null) ports.editor?.goToAnnotation(id);
}
