export { TrackMenu } from './track-menu.tsx';
export { TranslationDialog } from './translation-dialog.tsx';
