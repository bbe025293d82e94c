import { useCallback, useSyncExternalStore } from 'react';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import { useSession } from '../session.ts';

export interface SpeakerLabel {
  readonly name: string;
  /** Index of the tint. */
  readonly colour: number;
}

const listeners = new Map<SpeakerId, Set<() => void>>();
const labels = new Map<SpeakerId, SpeakerLabel | null>();

function labelOf(id: SpeakerId): SpeakerLabel | null {
  const { speakers, language } = useSession.getState();
  const speaker = resolveSpeaker(speakers, id);
  return speaker ? { name: speakerName(speaker, language), colour: speaker.colour } : null;
}

function currentLabel(id: SpeakerId): SpeakerLabel | null {
  const known = labels.get(id);
  if (known !== undefined) return known;
  const label = labelOf(id);
  labels.set(id, label);
  return label;
}

// One subscription for thousands of headers: those are told whose speaker looks different now.
useSession.subscribe((now, was) => {
  if (now.speakers === was.speakers && now.language === was.language) return;
  for (const [id, before] of labels) {
    const after = labelOf(id);
    if (after?.name === before?.name && after?.colour === before?.colour) continue;
    labels.set(id, after);
    for (const listener of listeners.get(id) ?? []) listener();
  }
});

function subscribe(id: SpeakerId, listener: () => void): () => void {
  const those = listeners.get(id) ?? new Set();
  listeners.set(id, those.add(listener));
  return () => those.delete(listener);
}

/** Returns how a speaker is shown; the component renders anew only when that changes. */
export function useSpeakerLabel(id: SpeakerId | null): SpeakerLabel | null {
  return useSyncExternalStore(
    useCallback((listener) => (id === null ? () => {} : subscribe(id, listener)), [id]),
    () => (id === null ? null : currentLabel(id)),
  );
}
