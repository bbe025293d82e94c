/** Opaque identities. All are UUID strings; the brand keeps one kind from standing in for another. */
type Id<Kind extends string> = string & { readonly __kind: Kind };

export type RecordingId = Id<'recording'>;
export type MediaId = Id<'media'>;
export type SpeakerId = Id<'speaker'>;
export type TranscriptId = Id<'transcript'>;
export type TurnId = Id<'turn'>;
export type RevisionId = Id<'revision'>;
export type AnnotationId = Id<'annotation'>;
export type AnnotationKindId = Id<'annotation-kind'>;
export type ReplyId = Id<'reply'>;
export type ArticleId = Id<'article'>;
export type MarkId = Id<'mark'>;
export type QuoteId = Id<'quote'>;

/** Names a portrait by its content: the SHA-256 of its bytes in lower-case hexadecimal. */
export type PortraitId = string & { readonly __kind: 'portrait' };

/** Returns a new random identity. Needs `globalThis.crypto`, which the main process installs at start. */
export function newId<T extends Id<string>>(): T {
  const { crypto } = globalThis as unknown as { crypto: { randomUUID(): string } };
  return crypto.randomUUID() as T;
}
