import { type RefObject, useEffect, useState } from 'react';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import { Stage, type StageElements } from './stage.ts';

export type StageRefs = { readonly [K in keyof StageElements]: RefObject<StageElements[K] | null> };

/** Returns the moving parts of the player, made once the elements stand; made anew for other media. */
export function useStage(
  refs: StageRefs,
  opened: OpenedRecording,
  popOutVideo: () => void,
  onFailure: (error: unknown) => void,
): Stage | null {
  const [stage, setStage] = useState<Stage | null>(null);
  const { id, durationMs, frameRate } = opened.recording.media;

  // biome-ignore lint/correctness/useExhaustiveDependencies: refs stand still, and later turns come from the editor
  useEffect(() => {
    const elements = elementsOf(refs);
    if (!elements) return;
    const made = new Stage(elements, {
      durationMs,
      frameRate,
      turns: opened.turns,
      popOutVideo,
      onFailure,
    });
    setStage(made);
    return () => {
      made.dispose();
      setStage(null);
    };
  }, [id, durationMs]);
  return stage;
}

function elementsOf(refs: StageRefs): StageElements | null {
  const entries = Object.entries(refs).map(([name, ref]) => [name, ref.current] as const);
  if (entries.some(([, element]) => element === null)) return null;
  return Object.fromEntries(entries) as unknown as StageElements;
}
