export { TranscriptEditorView } from './transcript-editor.tsx';
