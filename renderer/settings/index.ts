export { KeysDialog } from './keys-dialog.tsx';
export { SettingsDialog } from './settings-dialog.tsx';
