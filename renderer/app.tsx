import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { call, listen } from './api/client.ts';
import { describeMenus } from './commands/menus.ts';
import { handleKeyDown, runCommandById } from './commands/run-command.ts';
import { DropTarget } from './frame/drop-target.tsx';
import { TitleBar } from './frame/title-bar.tsx';
import {
  loadArticles,
  loadDelegates,
  loadDialogs,
  loadedArticles,
  loadedRecordingView,
  loadKeysEverywhere,
  loadRecordingView,
} from './later-parts.ts';
import { LibraryScreen } from './library/index.ts';
import { ports, useSession } from './session.ts';
import { Toasts } from './ui/toast.tsx';
import { useTheme } from './ui/use-theme.ts';
import { useTranslate } from './ui/use-translate.ts';
import './frame/frame.css';

ports.loadScreen = loadRecordingView;
ports.loadArticles = loadArticles;
const DelegatesScreen = lazy(async () => ({ default: (await loadDelegates()).DelegatesScreen }));
const Dialogs = lazy(async () => ({ default: (await loadDialogs()).Dialogs }));

/** Loads what the library does not show once it is on the screen, so that nobody waits for it either way. */
function useLaterParts() {
  useEffect(() => {
    const whenIdle = requestIdleCallback(
      () =>
        void Promise.all([
          loadRecordingView(),
          loadDialogs(),
          loadArticles(),
          loadDelegates(),
          loadKeysEverywhere(),
        ]),
    );
    return () => cancelIdleCallback(whenIdle);
  }, []);
}

/** Keeps the window's menu as the session stands: commands come and go with what is open. */
function useMenus() {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const opened = useSession((state) => state.opened !== null);
  const screen = useSession((state) => state.screen);
  const hasTurn = useSession((state) => state.currentTurnId !== null);
  const hasSpeech = useSession((state) => state.speech !== null);
  const playing = useSession(
    ({ loop, span, muted, onlySpeaker }) =>
      `${loop !== null} ${span !== null} ${muted} ${onlySpeaker !== null}`,
  );
  const place = useSession((state) => state.article?.id ?? state.articles);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open says which commands can be run
  useEffect(() => {
    // After the frame, when the player and the editor have registered themselves.
    const timer = setTimeout(() => void call('menu.set', describeMenus(t, settings)), 0);
    return () => clearTimeout(timer);
  }, [t, settings, opened, hasTurn, hasSpeech, playing, place, screen]);
}

/** What is open: a recording, an article, the list of articles, or the library. */
function Screen() {
  const opened = useSession((state) => state.opened);
  const article = useSession((state) => state.article);
  const list = useSession((state) => state.articles);
  const screen = useSession((state) => state.screen);
  const RecordingView = opened && loadedRecordingView();
  const press = list && loadedArticles();
  if (opened && RecordingView) return <RecordingView opened={opened} />;
  if (article && press) return <press.ArticleScreen key={article.id} article={article} />;
  if (list && press) return <press.ArticlesScreen recordingId={list.recordingId} />;
  if (screen === 'delegates')
    return (
      <Suspense>
        <DelegatesScreen />
      </Suspense>
    );
  return <LibraryScreen />;
}

/** The whole window. */
export function App() {
  const language = useSession((state) => state.language);
  const hasDialog = useSession((state) => state.dialog !== null);
  useTheme();
  useMenus();
  useLaterParts();
  useEffect(() => listen('command', ({ id }) => runCommandById(id)), []);
  useEffect(() => {
    window.addEventListener('keydown', handleKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', handleKeyDown, { capture: true });
  }, []);

  return (
    <I18nProvider locale={language}>
      <DropTarget>
        <TitleBar />
        <Screen />
      </DropTarget>
      <Suspense>{hasDialog ? <Dialogs /> : null}</Suspense>
      <Toasts />
    </I18nProvider>
  );
}
