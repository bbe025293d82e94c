import type { SpeakerId } from '../../model/ids.ts';
import { namesOf, resolveSpeaker, type Speaker, type SpeakersById } from '../../model/speaker.ts';
import type { Quote } from '../find-quotes.ts';
import { nameSimilarity } from '../names/name-similarity.ts';
import {
  type Match,
  matchCandidates,
  matchQuote,
  NOT_FOUND,
  type SoughtQuote,
  type Verdict,
  type WordPlace,
} from './match-quote.ts';
import type { Track, TranscriptIndex } from './transcript-index.ts';

/** Whether the transcript's speaker is the article's; unknown where either names nobody. */
export type SpeakerAgreement = 'agrees' | 'differs' | 'unknown';

/** A track, and what of it is no secret: the same where nothing is off the record. */
export interface SoughtTrack {
  readonly whole: TranscriptIndex;
  readonly open: TranscriptIndex;
}

/** A quotation as it is sought. */
export interface ClaimedQuote extends SoughtQuote {
  readonly speaker: Pick<Quote['speaker'], 'name'>;
  /** Who is meant, where a person has said so; the name is then of no account. */
  readonly speakerId?: SpeakerId | null;
  /** Where it was said, in place of what is like it best. */
  readonly chosen?: (WordPlace & { readonly track: Track }) | null;
}

export interface VerifiedQuote extends Match {
  /** Where it was found; null where it was not. */
  readonly track: Track | null;
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
  const names = speaker ? namesOf(speaker) : [];
  if (name === null || names.length === 0) return 'unknown';
  return names.some((each) => nameSimilarity(name, each) >= SAME_SPEAKER) ? 'agrees' : 'differs';
}

/** Returns what a quotation is to the tracks of a recording: the best of what each says of it. */
export function verifyQuote(
  tracks: readonly SoughtTrack[],
  quote: ClaimedQuote,
  speakers: SpeakersById,
): VerifiedQuote {
  const { chosen = null } = quote;
  const isSpeaker = (id: SpeakerId | null) => agreementOf(quote, speakers, id) === 'agrees';
  const matches = tracks.map((track) => ({
    ...matchTrack(track, quote, isSpeaker, chosen?.track === track.whole.track ? chosen : null),
    track: track.whole.track,
  }));
  const picked = matches.find(
    ({ track, place }) => chosen !== null && track === chosen.track && place?.turnId === chosen.turnId,
  );
  const best = picked ?? [...matches].sort(byWorth)[0];
  return best ? told(quote, speakers, best) : told(quote, speakers, NOWHERE);
}

const NOWHERE = { ...NOT_FOUND, withheld: false, track: null };

type Placed = Match & Pick<VerifiedQuote, 'withheld' | 'track'>;

const byWorth = (a: Placed, b: Placed) =>
  RANK[b.verdict] - RANK[a.verdict] || (b.evidence?.similarity ?? 0) - (a.evidence?.similarity ?? 0);

function agreementOf(
  { speaker, speakerId = null }: ClaimedQuote,
  speakers: SpeakersById,
  said: SpeakerId | null,
): SpeakerAgreement {
  const heard = resolveSpeaker(speakers, said);
  const meant = resolveSpeaker(speakers, speakerId);
  if (!meant) return speakerAgreement(speaker.name, heard);
  return heard ? (heard.id === meant.id ? 'agrees' : 'differs') : 'unknown';
}

/** What may be told of a match: words off the record are not. */
function told(quote: ClaimedQuote, speakers: SpeakersById, best: Placed): VerifiedQuote {
  const { evidence, withheld } = best;
  const speaker = resolveSpeaker(speakers, evidence?.speakerId ?? null);
  return {
    ...best,
    track: evidence && best.track,
    evidence: evidence && withheld ? { ...evidence, text: '', differences: [] } : evidence,
    flags: withheld ? best.flags.map((flag) => ({ ...flag, said: null })) : best.flags,
    speaker,
    agreement: evidence ? agreementOf(quote, speakers, evidence.speakerId) : 'unknown',
  };
}

const MOST_CANDIDATES = 12;

/** Returns the places where a quotation may have been said, the best first, as many as a person looks at. */
export function quoteCandidates(
  tracks: readonly SoughtTrack[],
  quote: ClaimedQuote,
  speakers: SpeakersById,
): readonly VerifiedQuote[] {
  return tracks
    .flatMap(({ whole, open }) => {
      const { track } = whole;
      const openly = open === whole ? null : matchCandidates(open, quote);
      return matchCandidates(whole, quote).map((match): Placed => {
        const same = openly?.find(
          ({ place }) => place?.turnId === match.place?.turnId && place?.start === match.place?.start,
        );
        const isWhole = same?.evidence?.similarity === match.evidence?.similarity;
        return { ...match, track, withheld: openly !== null && !isWhole };
      });
    })
    .sort(byWorth)
    .slice(0, MOST_CANDIDATES)
    .map((match) => told(quote, speakers, match));
}

/** What is no secret is told as it may be; words that are found in secret alone are withheld. */
function matchTrack(
  { whole, open }: SoughtTrack,
  quote: SoughtQuote,
  isSpeaker: (id: SpeakerId | null) => boolean,
  chosen: WordPlace | null,
): Match & { readonly withheld: boolean } {
  const said = matchQuote(whole, quote, isSpeaker, chosen);
  if (whole === open || !said.evidence) return { ...said, withheld: false };
  const told = matchQuote(open, quote, isSpeaker, chosen);
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
): (quote: ClaimedQuote) => VerifiedQuote {
  const answers = new Map<string, VerifiedQuote>();
  const numbers = new Map(tracks.map(({ whole }, number) => [whole.track, number]));
  return (quote) => {
    const { kind, speaker, speakerId, chosen, text } = quote;
    const place = chosen ? `${numbers.get(chosen.track)} ${chosen.turnId} ${chosen.start}` : '';
    const key = [kind, speaker.name ?? '', speakerId ?? '', place, text].join('\n');
    const known = answers.get(key) ?? verifyQuote(tracks, quote, speakers);
    answers.set(key, known);
    return known;
  };
}
