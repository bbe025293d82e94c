export { AnnotationDialog } from './annotation-dialog.tsx';
export { AnnotationsPanel } from './annotations-panel.tsx';
export { KindsDialog } from './kinds-dialog.tsx';
