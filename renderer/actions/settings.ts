import type { Settings } from '../../shared/ipc/contract.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';

/** Changes settings at once in the window and keeps them for the next start. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  const { settings } = useSession.getState();
  useSession.setState({
    settings: { ...settings, ...patch },
    ...(patch.language ? { language: patch.language } : {}),
  });
  await call('settings.change', patch);
}
