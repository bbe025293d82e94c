import type { SpeakerId } from '../../model/ids.ts';
import { resolveSpeaker, type Speaker, type SpeakersById } from '../../model/speaker.ts';
import type { Quote } from '../find-quotes.ts';
import { nameSimilarity } from '../names/name-similarity.ts';
import { type Match, matchQuote, NOT_FOUND, type SoughtQuote, type Verdict } from './match-quote.ts';
import type { TranscriptIndex } from './transcript-index.ts';

/** Whether the transcript's speaker is the article's; unknown where either names nobody. */
export type SpeakerAgreement = 'agrees' | 'differs' | 'unknown';

/** A track, and what of it is no secret: the same where nothing is off the record. */
export interface SoughtTrack {
  readonly whole: TranscriptIndex;
  readonly open: TranscriptIndex;
}

export interface VerifiedQuote extends Match {
  /** Whether words of it were said off the record or are under embargo; the evidence then tells no words. */
  readonly withheld: boolean;
  readonly speaker: Speaker | null;
  readonly agreement: SpeakerAgreement;
}

/** A surname alone, in another script, agrees too. */
const SAME_SPEAKER = 0.75;
const RANK: Readonly<Record<Verdict, number>> = { exact: 3, translated: 2, edited: 1, 'not-found': 0 };

/** Returns whether a name of an article is the speaker's, in whatever language the directory has it. */
export function speakerAgreement(name: string | null, speaker: Speaker | null): SpeakerAgreement {
  const names = Object.values(speaker?.name ?? {}).filter((each): each is string => Boolean(each?.trim()));
  if (name === null || names.length === 0) return 'unknown';
  return names.some((each) => nameSimilarity(name, each) >= SAME_SPEAKER) ? 'agrees' : 'differs';
}

/** Returns what a quotation is to the tracks of a recording: the best of what each says of it. */
export function verifyQuote(
  tracks: readonly SoughtTrack[],
  quote: Pick<Quote, 'text' | 'kind' | 'speaker'>,
  speakers: SpeakersById,
): VerifiedQuote {
  const isSpeaker = (id: SpeakerId | null) =>
    speakerAgreement(quote.speaker.name, resolveSpeaker(speakers, id)) === 'agrees';
  const matches = tracks.map((track) => matchTrack(track, quote, isSpeaker));
  const [best = { ...NOT_FOUND, withheld: false }] = [...matches].sort(
    (a, b) =>
      RANK[b.verdict] - RANK[a.verdict] || (b.evidence?.similarity ?? 0) - (a.evidence?.similarity ?? 0),
  );
  const { evidence, withheld } = best;
  const speaker = resolveSpeaker(speakers, evidence?.speakerId ?? null);
  return {
    ...best,
    evidence: evidence && withheld ? { ...evidence, text: '', differences: [] } : evidence,
    flags: withheld ? best.flags.map((flag) => ({ ...flag, said: null })) : best.flags,
    speaker,
    agreement: evidence ? speakerAgreement(quote.speaker.name, speaker) : 'unknown',
  };
}

/** What is no secret is told as it may be; words that are found in secret alone are withheld. */
function matchTrack(
  { whole, open }: SoughtTrack,
  quote: SoughtQuote,
  isSpeaker: (id: SpeakerId | null) => boolean,
): Match & { readonly withheld: boolean } {
  const said = matchQuote(whole, quote, isSpeaker);
  if (whole === open || !said.evidence) return { ...said, withheld: false };
  const told = matchQuote(open, quote, isSpeaker);
  const withheld = (told.evidence?.similarity ?? 0) < said.evidence.similarity;
  return { ...(withheld ? said : told), withheld };
}

/**
 * Returns a function that verifies quotations and remembers its answers, for an article that is being edited: what was
 * not touched is not sought again. Make another when the tracks or the speakers change.
 */
export function quoteVerifier(
  tracks: readonly SoughtTrack[],
  speakers: SpeakersById,
): (quote: Pick<Quote, 'text' | 'kind' | 'speaker'>) => VerifiedQuote {
  const answers = new Map<string, VerifiedQuote>();
  return (quote) => {
    const key = `${quote.kind}\n${quote.speaker.name ?? ''}\n${quote.text}`;
    const known = answers.get(key) ?? verifyQuote(tracks, quote, speakers);
    answers.set(key, known);
    return known;
  };
}
