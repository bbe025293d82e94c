import { type ArticleMark, markText, type QuotationKind } from '../../model/article.ts';
import type { RecordingId, TranscriptId } from '../../model/ids.ts';
import type { SpeakersById } from '../../model/speaker.ts';
import type { Turn } from '../../model/turn.ts';
import { indexTranscript, type Track } from './transcript-index.ts';
import {
  type ClaimedQuote,
  quoteCandidates,
  quoteVerifier,
  type SoughtTrack,
  type VerifiedQuote,
} from './verify-quotes.ts';

/** A transcript as it is handed to whoever seeks in it. */
export interface TrackSource {
  readonly transcriptId: TranscriptId;
  /** BCP 47. */
  readonly language: string;
  readonly kind: Track['kind'];
  readonly turns: readonly Turn[];
  /** The same without what is off the record; null where nothing is. */
  readonly open: readonly Turn[] | null;
}

/** A recording as it is handed to whoever seeks in it. */
export interface RecordingSource {
  readonly recordingId: RecordingId;
  readonly tracks: readonly TrackSource[];
}

export interface PreparedTrack extends SoughtTrack {
  readonly recordingId: RecordingId;
  readonly transcriptId: TranscriptId;
}

/** Makes the transcripts of a recording ready to be searched. */
export function prepareRecording({ recordingId, tracks }: RecordingSource): readonly PreparedTrack[] {
  return tracks.map(({ transcriptId, language, kind, turns, open }) => {
    const whole = indexTranscript({ language, kind, turns });
    return {
      recordingId,
      transcriptId,
      whole,
      open: open ? indexTranscript({ language, kind, turns: open }) : whole,
    };
  });
}

export type QuotationMark = ArticleMark & { readonly kind: QuotationKind };

/** What is said of a quotation of an article, and where it was found. */
export interface QuoteVerdict extends Omit<VerifiedQuote, 'track'> {
  readonly recordingId: RecordingId | null;
  readonly transcriptId: TranscriptId | null;
}

export interface MarkVerifier {
  verify(text: string, mark: QuotationMark): QuoteVerdict;
  /** The places where a quotation may have been said, the best first. */
  candidates(text: string, mark: QuotationMark): readonly QuoteVerdict[];
}

/**
 * Returns what verifies the quotations of an article in these transcripts, and remembers its answers: a quotation that
 * was not touched is not sought again. Make another when the transcripts or the speakers change.
 */
export function markVerifier(tracks: readonly PreparedTrack[], speakers: SpeakersById): MarkVerifier {
  const verify = quoteVerifier(tracks, speakers);
  const byTrack = new Map(tracks.map((prepared) => [prepared.whole.track, prepared]));
  const claimed = (text: string, mark: QuotationMark): ClaimedQuote => {
    const { chosen } = mark;
    const track = chosen && tracks.find(({ transcriptId }) => transcriptId === chosen.transcriptId);
    return {
      text: markText(text, mark),
      kind: mark.kind,
      speaker: { name: mark.who?.name ?? null },
      speakerId: mark.who?.speakerId ?? null,
      chosen: chosen && track ? { ...chosen, track: track.whole.track } : null,
    };
  };
  const placed = ({ track, ...verified }: VerifiedQuote): QuoteVerdict => {
    const prepared = track && byTrack.get(track);
    return {
      ...verified,
      recordingId: prepared?.recordingId ?? null,
      transcriptId: prepared?.transcriptId ?? null,
    };
  };
  return {
    verify: (text, mark) => placed(verify(claimed(text, mark))),
    candidates: (text, mark) => quoteCandidates(tracks, claimed(text, mark), speakers).map(placed),
  };
}

/** Said for publication, in those words or others, by the one who is named, with its numbers and names. */
export const isSound = ({
  verdict,
  agreement,
  flags,
  withheld,
}: Pick<VerifiedQuote, 'verdict' | 'agreement' | 'flags' | 'withheld'>): boolean =>
  verdict !== 'not-found' && agreement !== 'differs' && flags.length === 0 && !withheld;

/**
 * Returns how a person's word stands against the quotation as it reads now: `stale` when its words have changed since,
 * null where nobody overruled.
 */
export function overruleState(text: string, mark: ArticleMark): 'accepted' | 'rejected' | 'stale' | null {
  if (!mark.overrule) return null;
  if (mark.overrule.words !== markText(text, mark)) return 'stale';
  return mark.overrule.accepted ? 'accepted' : 'rejected';
}
