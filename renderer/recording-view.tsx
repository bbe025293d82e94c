import type { OpenedRecording } from '../shared/ipc/contract.ts';
import { PedalWatch } from './devices/pedal-watch.ts';
import { TranscriptEditorView } from './editor/index.ts';
import { RecordingScreen } from './frame/recording-screen.tsx';
import { SidePanel } from './frame/side-panel.tsx';
import { StatusBar } from './frame/status-bar.tsx';
import { PANELS } from './panels.ts';
import { PlayerView } from './player/index.ts';
import { ReviewWatch } from './review/index.ts';
import { SpeakerWatch } from './speakers/index.ts';

/** The screen of an open recording with all its features. Loaded behind the library, which needs none of them. */
export function RecordingView({ opened }: { opened: OpenedRecording }) {
  return (
    <>
      <RecordingScreen
        key={opened.recording.id}
        player={<PlayerView opened={opened} />}
        editor={<TranscriptEditorView opened={opened} />}
        panel={<SidePanel tabs={PANELS} />}
      />
      <PedalWatch />
      <StatusBar key={opened.transcript.id} opened={opened} />
      <SpeakerWatch key={`speakers of ${opened.recording.id}`} />
      <ReviewWatch
        key={`review of ${opened.transcript.id}`}
        transcriptId={opened.transcript.id}
        kind={opened.transcript.kind}
      />
    </>
  );
}
