import { useEffect, useRef, useState } from 'react';
import type { Recording } from '../../shared/model/recording.ts';
import { tellFailure } from '../ui/toast.tsx';
import { acceptOtherFile, type OtherFile, relinkMedia } from './relink-media.ts';

export interface Relink {
  /** A file that was chosen and is another one, which is the person's to decide. */
  readonly other: OtherFile | null;
  /** How far the other file has been looked at, 0 to 1; null when it is not. */
  readonly fraction: number | null;
  /** Asks where the file is. */
  ask(): void;
  /** Takes the other file after all. */
  accept(file: OtherFile): void;
}

/** Returns how a person gives a recording the file that it has lost. */
export function useRelink({ id }: Pick<Recording, 'id'>): Relink {
  const [other, setOther] = useState<OtherFile | null>(null);
  const [fraction, setFraction] = useState<number | null>(null);
  const stopper = useRef(new AbortController());

  useEffect(() => {
    const stopping = new AbortController();
    stopper.current = stopping;
    return () => stopping.abort();
  }, []);

  async function take(file: OtherFile) {
    const { signal } = stopper.current;
    setFraction(0);
    try {
      await acceptOtherFile(id, file, { signal, onProgress: setFraction });
    } catch (error) {
      if (signal.aborted) return;
      setFraction(null);
      tellFailure(error);
    }
  }

  return {
    other,
    fraction,
    ask: () => void relinkMedia(id).then(setOther).catch(tellFailure),
    accept: (file) => void take(file),
  };
}
