import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { call, listen } from './api/client.ts';
import { describeMenus } from './commands/menus.ts';
import { handleKeyDown, runCommandById } from './commands/run-command.ts';
import { TranscriptEditorView } from './editor/index.ts';
import { Dialogs } from './frame/dialogs.tsx';
import { DropTarget } from './frame/drop-target.tsx';
import { RecordingScreen } from './frame/recording-screen.tsx';
import { SidePanel } from './frame/side-panel.tsx';
import { StatusBar } from './frame/status-bar.tsx';
import { TitleBar } from './frame/title-bar.tsx';
import { LibraryScreen } from './library/index.ts';
import { PANELS } from './panels.ts';
import { PlayerView } from './player/index.ts';
import { useSession } from './session.ts';
import { SpeakerWatch } from './speakers/index.ts';
import { Toasts } from './ui/toast.tsx';
import { useTheme } from './ui/use-theme.ts';
import { useTranslate } from './ui/use-translate.ts';
import './frame/frame.css';

/** Keeps the window's menu as the session stands: commands come and go with what is open. */
function useMenus() {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const opened = useSession((state) => state.opened !== null);
  const hasTurn = useSession((state) => state.currentTurnId !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open says which commands can be run
  useEffect(() => {
    // After the frame, when the player and the editor have registered themselves.
    const timer = setTimeout(() => void call('menu.set', describeMenus(t, settings)), 0);
    return () => clearTimeout(timer);
  }, [t, settings, opened, hasTurn]);
}

/** The whole window. */
export function App() {
  const language = useSession((state) => state.language);
  const opened = useSession((state) => state.opened);
  useTheme();
  useMenus();
  useEffect(() => listen('command', ({ id }) => runCommandById(id)), []);
  useEffect(() => {
    window.addEventListener('keydown', handleKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', handleKeyDown, { capture: true });
  }, []);

  return (
    <I18nProvider locale={language}>
      <DropTarget>
        <TitleBar />
        {opened ? (
          <RecordingScreen
            key={opened.recording.id}
            player={<PlayerView opened={opened} />}
            editor={<TranscriptEditorView opened={opened} />}
            panel={<SidePanel tabs={PANELS} />}
          />
        ) : (
          <LibraryScreen />
        )}
        {opened ? <StatusBar opened={opened} /> : null}
        {opened ? <SpeakerWatch key={opened.recording.id} /> : null}
      </DropTarget>
      <Dialogs />
      <Toasts />
    </I18nProvider>
  );
}
