import { History, ListChecks, MessageSquareText, TextQuote, UsersRound } from 'lucide-react';
import { AnnotationsPanel } from './annotations/index.ts';
import type { SidePanelTab } from './frame/side-panel.tsx';
import { HistoryPanel } from './history/index.ts';
import { QuotesPanel } from './quotes/index.ts';
import { ReviewPanel } from './review/index.ts';
import { SpeakersPanel } from './speakers/index.ts';

/**
 * The tabs of the side panel, in their order. A new one is added here, to `PANEL_TABS` (what may be remembered), to
 * `PANEL_COMMANDS` (what shows it by key, menu and palette) and to the catalogues under `app.panel`.
 */
export const PANELS: readonly SidePanelTab[] = [
  { id: 'speakers', icon: UsersRound, Panel: SpeakersPanel },
  { id: 'annotations', icon: MessageSquareText, Panel: AnnotationsPanel },
  { id: 'quotes', icon: TextQuote, Panel: QuotesPanel },
  { id: 'review', icon: ListChecks, Panel: ReviewPanel },
  { id: 'history', icon: History, Panel: HistoryPanel },
];
