import { call } from '../api/client.ts';
import { acceleratorOf } from '../commands/keys.ts';
import { useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';
import { useDevices } from './devices.ts';

let isKept = false;

/** Takes the keys that are to work while another window has the focus, and takes them anew when they are changed. */
export async function keepKeysEverywhere(): Promise<void> {
  if (isKept) return;
  isKept = true;
  useSession.subscribe((now, before) => {
    const [a, b] = [now.settings, before.settings];
    const isOther =
      a.globalKeysOn !== b.globalKeysOn || a.globalKeys !== b.globalKeys || a.pedals !== b.pedals;
    if (isOther) void take().catch(tellFailure);
  });
  const { globalKeysOn, pedals } = useSession.getState().settings;
  if (globalKeysOn || pedals.length > 0) await take().catch(tellFailure);
}

async function take(): Promise<void> {
  const { globalKeysOn, globalKeys, pedals } = useSession.getState().settings;
  const keys = globalKeysOn
    ? Object.entries(globalKeys).map(([id, each]) => ({ id, accelerator: acceleratorOf(each) }))
    : [];
  const refused = await call('keys.takeEverywhere', {
    keys,
    worksBehind: keys.length > 0 || pedals.length > 0,
  });
  useDevices.setState({ refusedKeys: refused });
}
