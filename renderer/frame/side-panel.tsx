import type { LucideIcon } from 'lucide-react';
import { type ComponentType, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { PanelTab } from '../../shared/ipc/schemas.ts';
import { changeSettings } from '../actions/settings.ts';
import { useSession } from '../session.ts';
import { useTranslate } from '../ui/use-translate.ts';

/** What one tab of the side panel shows; its name is in the catalogues under `app.panel`. */
export interface SidePanelTab {
  readonly id: PanelTab;
  readonly icon: LucideIcon;
  readonly Panel: ComponentType;
}

/** The panel beside the text. The tab that was shown last is remembered; only that one is alive. */
export function SidePanel({ tabs }: { tabs: readonly SidePanelTab[] }) {
  const t = useTranslate();
  const shown = useSession((state) => state.settings.panelTab);
  const asked = useSession((state) => state.panelAsked);
  const list = useRef<HTMLDivElement>(null);
  const answered = useRef(asked);
  useEffect(() => {
    if (answered.current === asked) return;
    answered.current = asked;
    list.current?.querySelector<HTMLElement>(`[data-key="${shown}"]`)?.focus();
  }, [asked, shown]);
  return (
    <Tabs
      className="side-panel"
      selectedKey={shown}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab && tab.id !== shown) void changeSettings({ panelTab: tab.id });
      }}
    >
      <TabList ref={list} className="side-panel-tabs" aria-label={t('app.panelTabs')}>
        {tabs.map(({ id, icon: Icon }) => (
          <Tab key={id} id={id} className="side-panel-tab" aria-label={t(`app.panel.${id}`)}>
            <span className="side-panel-icon" title={t(`app.panel.${id}`)}>
              <Icon size={16} strokeWidth={1.75} aria-hidden />
            </span>
            <span className="side-panel-name">{t(`app.panel.${id}`)}</span>
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, Panel }) => (
        <TabPanel key={id} id={id} className="side-panel-body">
          <Panel />
        </TabPanel>
      ))}
    </Tabs>
  );
}
