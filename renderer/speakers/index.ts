export { SpeakersPanel } from './speakers-panel.tsx';
