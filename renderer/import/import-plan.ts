import type { FoundTranscript } from '../../shared/ipc/contract.ts';
import type { SpeakerId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';

/** Who a speaker of the file is: one of the library by id, somebody new, or nobody. */
export type Answer = SpeakerId | 'new' | 'nobody';
export type Answers = ReadonlyMap<SpeakerId, Answer>;

/** Returns what is proposed: the speaker of the library with that name, else somebody new. */
export function firstAnswers({ speakers }: Pick<FoundTranscript, 'speakers'>): Answers {
  return new Map(speakers.map(({ speaker, known }) => [speaker.id, known ?? 'new']));
}

/** Returns the answers for a file that was read anew: those given stay with the speakers of the same name. */
export function keptAnswers(
  before: Pick<FoundTranscript, 'speakers'>,
  given: Answers,
  now: Pick<FoundTranscript, 'speakers'>,
): Answers {
  const nameOf = ({ speaker }: FoundTranscript['speakers'][number]) => JSON.stringify(speaker.name);
  const byName = new Map(before.speakers.map((each) => [nameOf(each), given.get(each.speaker.id)]));
  const first = firstAnswers(now);
  return new Map(
    now.speakers.map((each) => [
      each.speaker.id,
      byName.get(nameOf(each)) ?? first.get(each.speaker.id) ?? 'nobody',
    ]),
  );
}

/** Returns the turns as they will stand in the transcript. */
export function plannedTurns({ turns }: Pick<FoundTranscript, 'turns'>, answers: Answers): readonly Turn[] {
  return turns.map((turn) => ({ ...turn, speakerId: answered(turn.speakerId, answers) }));
}

function answered(id: SpeakerId | null, answers: Answers): SpeakerId | null {
  const answer = id === null ? 'nobody' : (answers.get(id) ?? 'nobody');
  return answer === 'nobody' ? null : answer === 'new' ? id : answer;
}

/** Returns the speakers that the directory must get, before turns can name them. */
export function newSpeakers(
  { turns, speakers }: Pick<FoundTranscript, 'turns' | 'speakers'>,
  answers: Answers,
): readonly Speaker[] {
  const named = new Set(turns.map(({ speakerId }) => speakerId));
  return speakers
    .map(({ speaker }) => speaker)
    .filter(({ id }) => named.has(id) && answers.get(id) === 'new');
}

/** Returns how many turns each speaker of the file has. */
export function countTurns({ turns }: Pick<FoundTranscript, 'turns'>): ReadonlyMap<SpeakerId, number> {
  const counts = new Map<SpeakerId, number>();
  for (const { speakerId } of turns)
    if (speakerId !== null) counts.set(speakerId, (counts.get(speakerId) ?? 0) + 1);
  return counts;
}

/** Returns from where to where the turns reach, in milliseconds; null when none has a time. */
export function timeSpan(
  turns: readonly Turn[],
): { readonly startMs: number; readonly endMs: number } | null {
  const times = turns.flatMap(({ startMs, endMs }) => [startMs ?? [], endMs ?? []].flat());
  if (times.length === 0) return null;
  return {
    startMs: times.reduce((least, ms) => Math.min(least, ms)),
    endMs: times.reduce((most, ms) => Math.max(most, ms)),
  };
}
