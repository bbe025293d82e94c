export { AuditView } from './audit-view.tsx';
export { ReportDialog } from './report-dialog.tsx';
export { ReviewPanel } from './review-panel.tsx';
export { ReviewWatch } from './review-watch.tsx';
