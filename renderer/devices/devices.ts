import { create } from 'zustand';
import type { ControlEvent, Device } from './control.ts';
import { watchGamepads } from './watch-gamepads.ts';
import { watchPedals } from './watch-pedals.ts';

/** The devices that are connected now, and the control that was pressed last and is still down. */
export const useDevices = create<{
  readonly devices: readonly Device[];
  readonly down: ControlEvent | null;
  /** Commands whose keys for every window another program has. */
  readonly refusedKeys: readonly string[];
}>()(() => ({ devices: [], down: null, refusedKeys: [] }));

const listeners = new Set<(event: ControlEvent) => void>();
let watching: { stop(): void; refresh(): Promise<void> } | null = null;

/** Listens to all pedals and gamepads as long as somebody wants to hear of them. Returns the unsubscriber. */
export function watchControls(listener: (event: ControlEvent) => void): () => void {
  listeners.add(listener);
  watching ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    watching?.stop();
    watching = null;
  };
}

/** Looks anew for pedals, after one was allowed or forgotten. */
export async function refreshPedals(): Promise<void> {
  await watching?.refresh();
}

function start() {
  let pads: readonly Device[] = [];
  let pedals: readonly Device[] = [];
  const show = () => useDevices.setState({ devices: [...pedals, ...pads] });
  const onControl = (event: ControlEvent) => {
    const { down } = useDevices.getState();
    if (event.pressed) useDevices.setState({ down: event });
    else if (down?.control === event.control && down.device.key === event.device.key)
      useDevices.setState({ down: null });
    for (const listener of listeners) listener(event);
  };
  const stopPads = watchGamepads({
    onControl,
    onDevices: (devices) => {
      pads = devices;
      show();
    },
  });
  const watch = watchPedals({
    onControl,
    onDevices: (devices) => {
      pedals = devices;
      show();
    },
  });
  return {
    refresh: watch.refresh,
    stop() {
      stopPads();
      watch.stop();
      useDevices.setState({ devices: [], down: null });
    },
  };
}
