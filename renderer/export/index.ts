export { BatchDialog } from './batch-dialog.tsx';
export { ExportDialog } from './export-dialog.tsx';
