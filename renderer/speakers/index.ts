export { SpeakerWatch } from './speaker-watch.tsx';
export { SpeakersPanel } from './speakers-panel.tsx';
