import type { MediaId, RecordingId, TranscriptId } from './ids.ts';

/** The audio or video file of a recording. */
export interface Media {
  readonly id: MediaId;
  readonly path: string;
  readonly bytes: number;
  /** Identifies the file by size and samples of its bytes, quick to compute; the key of cached analysis. */
  readonly fingerprint: string;
  /** Lower-case hex of the whole file; null until it has been read whole. */
  readonly sha256: string | null;
  readonly durationMs: number;
  readonly container: string;
  readonly audioCodec: string | null;
  readonly videoCodec: string | null;
  readonly frameRate: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** One forum session. `date` is `YYYY-MM-DD`; `languages` are BCP 47 tags; times are ISO 8601 in UTC. */
export interface Recording {
  readonly id: RecordingId;
  readonly title: string;
  readonly date: string | null;
  readonly place: string;
  readonly languages: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
  readonly media: Media;
}

/** The text of a recording in one language. `sequence` counts the saved batches. */
export interface TranscriptHead {
  readonly id: TranscriptId;
  readonly recordingId: RecordingId;
  readonly language: string;
  readonly kind: 'original' | 'translation';
  /** What it is called beside its language, '' for most: tells two translations into one language apart. */
  readonly name: string;
  readonly sequence: number;
}
