export { AuthorDialog } from './author-dialog.tsx';
export { DevicesDialog } from './devices-dialog.tsx';
export { KeysDialog } from './keys-dialog.tsx';
export { SettingsDialog } from './settings-dialog.tsx';
