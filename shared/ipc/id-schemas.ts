import { z } from 'zod';
import type {
  AnnotationId,
  AnnotationKindId,
  MediaId,
  QuoteId,
  RecordingId,
  ReplyId,
  RevisionId,
  SpeakerId,
  TranscriptId,
  TurnId,
} from '../model/ids.ts';

const id = <T extends string>() => z.uuid().transform((value) => value as T);

export const recordingId = id<RecordingId>();
export const mediaId = id<MediaId>();
export const speakerId = id<SpeakerId>();
export const transcriptId = id<TranscriptId>();
export const turnId = id<TurnId>();
export const revisionId = id<RevisionId>();
export const annotationId = id<AnnotationId>();
export const annotationKindId = id<AnnotationKindId>();
export const replyId = id<ReplyId>();
export const quoteId = id<QuoteId>();
