export { ArticleFileDialog } from './article-file-dialog.tsx';
export { ClipsDialog } from './clips-dialog.tsx';
export { ComposeDialog } from './compose-dialog.tsx';
export { QuoteDialog } from './quote-dialog.tsx';
export { QuotesPanel } from './quotes-panel.tsx';
