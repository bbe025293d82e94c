export { LibraryScreen } from './library-screen.tsx';
export { RecordingDetails } from './recording-details.tsx';
