import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
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
  useEffect(() => (isMounted ? undefined : queue.wait(() => setMounted(true))), [queue, isMounted]);
  return (
    <div {...attributes} className={isMounted ? 'chunk' : 'chunk chunk-waiting'}>
      {isMounted ? children : null}
    </div>
  );
}
