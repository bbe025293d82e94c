export { CompareDialog } from './compare-dialog.tsx';
export { HistoryPanel } from './history-panel.tsx';
export { NameVersionDialog } from './name-version-dialog.tsx';
export { VerifyDialog } from './verify-dialog.tsx';
