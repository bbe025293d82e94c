import type { PanelTab } from '../../shared/ipc/schemas.ts';
import { useSession } from '../session.ts';
import { changeSettings } from './settings.ts';

/** Shows a tab of the side panel, and gives it the focus. */
export async function showPanel(panelTab: PanelTab): Promise<void> {
  useSession.setState(({ panelAsked }) => ({ panelAsked: panelAsked + 1 }));
  await changeSettings({ panelTab, panelVisible: true });
}
