import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { startSession } from './actions/start.ts';
import { call } from './api/client.ts';
import { App } from './app.tsx';

const report = (error: unknown) => {
  const message = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  void call('app.reportError', { message: message.slice(0, 20_000) });
};
// Chromium's notice that sizes are told in the next frame, which they are; nothing has failed.
const isNotice = ({ message }: ErrorEvent) => message.startsWith('ResizeObserver loop');
window.addEventListener('error', (event) => isNotice(event) || report(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => report(event.reason));

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
void startSession().then(() => createRoot(root).render(<App />));
