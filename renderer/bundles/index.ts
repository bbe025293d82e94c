export { BundleDialog } from './bundle-dialog.tsx';
export { OpenBundleDialog } from './open-bundle-dialog.tsx';
export { TakesDialog } from './takes-dialog.tsx';
