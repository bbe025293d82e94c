import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { RenderChunkProps } from 'slate-react';
import { createMountQueue } from './mount-queue.ts';

export const MountQueueContext = createContext(createMountQueue());

interface ChunkProps {
  readonly attributes: RenderChunkProps['attributes'];
  readonly children: ReactNode;
}

/** A few turns that the browser lays out only when they come near the window. */
export function Chunk({ attributes, children }: ChunkProps) {
  const queue = useContext(MountQueueContext);
  const [isMounted, setMounted] = useState(() => queue.admits());
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isMounted && place.current) return queue.wait(place.current, () => setMounted(true));
  }, [queue, isMounted]);
  return (
    <div {...attributes} ref={place} className={isMounted ? 'chunk' : 'chunk chunk-waiting'}>
      {isMounted ? children : null}
    </div>
  );
}
