import type { ReactNode } from 'react';
import { changeSettings } from '../actions/settings.ts';
import { useSession } from '../session.ts';
import { Splitter } from '../ui/splitter.tsx';
import { useTranslate } from '../ui/use-translate.ts';

interface RecordingScreenProps {
  player: ReactNode;
  editor: ReactNode;
  panel: ReactNode;
}

/** One recording: player above, text under it, the panel beside both. */
export function RecordingScreen({ player, editor, panel }: RecordingScreenProps) {
  const t = useTranslate();
  const panelVisible = useSession((state) => state.settings.panelVisible);
  const panelWidth = useSession((state) => state.settings.panelWidth);
  const playerHeight = useSession((state) => state.settings.playerHeight);
  return (
    <main className="recording-screen">
      <div className="recording-main">
        <div className="recording-player" style={{ height: playerHeight }}>
          {player}
        </div>
        <Splitter
          orientation="horizontal"
          label={t('app.resizePlayer')}
          value={playerHeight}
          min={64}
          max={600}
          onChange={(value) =>
            useSession.setState(({ settings }) => ({ settings: { ...settings, playerHeight: value } }))
          }
          onCommit={(value) => void changeSettings({ playerHeight: value })}
        />
        <div className="recording-editor">{editor}</div>
      </div>
      {panelVisible ? (
        <>
          <Splitter
            orientation="vertical"
            label={t('app.resizePanel')}
            value={panelWidth}
            min={200}
            max={640}
            reversed
            onChange={(value) =>
              useSession.setState(({ settings }) => ({ settings: { ...settings, panelWidth: value } }))
            }
            onCommit={(value) => void changeSettings({ panelWidth: value })}
          />
          <aside className="recording-panel" style={{ width: panelWidth }} aria-label={t('app.sidePanel')}>
            {panel}
          </aside>
        </>
      ) : null}
    </main>
  );
}
