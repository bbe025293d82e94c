export { QuoteDialog } from './quote-dialog.tsx';
export { QuotesPanel } from './quotes-panel.tsx';
