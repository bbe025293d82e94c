export { DelegateDialog } from './delegate-dialog.tsx';
export { DuplicatesDialog } from './duplicates-dialog.tsx';
export { ImportDelegatesDialog } from './import-delegates-dialog.tsx';
export { MergeDialog } from './merge-dialog.tsx';
