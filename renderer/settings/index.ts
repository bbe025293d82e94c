export { AuthorDialog } from './author-dialog.tsx';
export { KeysDialog } from './keys-dialog.tsx';
export { SettingsDialog } from './settings-dialog.tsx';
