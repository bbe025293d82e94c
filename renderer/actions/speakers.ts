import { newId, type SpeakerId } from '../../shared/model/ids.ts';
import { SPEAKER_COLOUR_COUNT, type Speaker } from '../../shared/model/speaker.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';

/** Reads the speaker directory of the library anew. */
export async function loadSpeakers(): Promise<void> {
  const speakers = await call('speakers.list');
  useSession.setState({ speakers: new Map(speakers.map((speaker) => [speaker.id, speaker])) });
}

function keepSpeaker(speaker: Speaker): void {
  useSession.setState(({ speakers }) => ({ speakers: new Map(speakers).set(speaker.id, speaker) }));
}

/** Writes a speaker, new or changed, to the library; every turn that names it shows the change. */
export async function putSpeaker(speaker: Speaker): Promise<void> {
  await call('speakers.put', speaker);
  keepSpeaker(speaker);
}

/** Returns a speaker that is not in the library yet, in the colour that is used least. */
export function draftSpeaker(): Speaker {
  const uses = Array.from({ length: SPEAKER_COLOUR_COUNT }, () => 0);
  for (const { colour, mergedInto } of useSession.getState().speakers.values())
    if (mergedInto === null) uses[colour] = (uses[colour] ?? 0) + 1;
  return {
    id: newId<SpeakerId>(),
    name: {},
    title: {},
    organisation: {},
    country: {},
    colour: uses.indexOf(Math.min(...uses)),
    mergedInto: null,
  };
}

/** Adds a speaker with this name, in the language of the interface. Returns it once it is in the library. */
export async function createSpeaker(name: string): Promise<Speaker> {
  const speaker = { ...draftSpeaker(), name: { [useSession.getState().language]: name.trim() } };
  await putSpeaker(speaker);
  return speaker;
}
