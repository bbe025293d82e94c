import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import { changeSettings } from '../actions/settings.ts';
import { useSession } from '../session.ts';
import { Splitter } from '../ui/splitter.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { mediaUrl } from '../workers/analyse-media.ts';
import { formatClock } from './clock.ts';
import { MediaProblem, type Problem } from './media-problem.tsx';
import { Minimap } from './minimap-view.tsx';
import { PeaksProgress } from './peaks-progress.tsx';
import { PlayState } from './play-state.tsx';
import { popOutVideo } from './pop-out-video.ts';
import { ProxyNote } from './proxy-note.tsx';
import { SmallSoundNote } from './small-sound-note.tsx';
import { endSound } from './sound-chain.ts';
import { SpectrogramView } from './spectrogram-view.tsx';
import type { Stage } from './stage.ts';
import { Transport } from './transport.tsx';
import { usePeaks } from './use-peaks.ts';
import { usePrepared } from './use-prepared.ts';
import { useSpeech } from './use-speech.ts';
import { type StageRefs, useStage } from './use-stage.ts';
import './player.css';
import './waveform.css';

/** Plays the recording that is open: its picture, its sound drawn, and the turns on it. */
export function PlayerView({ opened }: { opened: OpenedRecording }) {
  const t = useTranslate();
  const { recording, mediaFound, playsSmall } = opened;
  const { media } = recording;
  const settings = useSession((state) => state.settings);
  const refs = useStageRefs();
  const video = refs.video;
  const hasPicture = media.videoCodec !== null && !playsSmall;
  const showsVideo = hasPicture && settings.videoVisible;
  const [problem, setProblem] = useState<Problem | null>(mediaFound || playsSmall ? null : 'missing');
  const isPoppedOut = usePoppedOut(video);
  // The engine keeps what it has read of an address, so the original has another than the sound in its place.
  const source = `${mediaUrl(media.id)}${playsSmall ? '?small' : ''}`;

  const popOut = () => {
    if (video.current && hasPicture) void popOutVideo(video.current);
  };
  const stage = useStage(refs, opened, popOut, tellFailure);
  const prepared = usePrepared(media.id);
  const isPlayable = prepared.state?.playable;
  const canPlay = problem !== 'missing' && (isPlayable ?? !opened.hasProxy);
  useEffect(() => {
    if (isPlayable) setProblem(mediaFound || playsSmall ? null : 'missing');
  }, [isPlayable, mediaFound, playsSmall]);
  const peaks = usePeaks(stage, media, problem === null, prepared);
  const speechFraction = useSpeech(
    media,
    problem === null && canPlay && stage !== null && peaks.state.kind === 'shown' ? peaks.state.peaks : null,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the element is the same as long as the view lives
  useEffect(() => () => releaseFile(video.current), []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of whatever has the focus in the player
    <section
      className="player"
      aria-label={t('player.region')}
      onKeyDown={(event) => shuttleByKey(event, stage)}
    >
      <div className="player-video" hidden={!showsVideo} style={{ width: settings.videoWidth }}>
        {/* biome-ignore lint/a11y/useMediaCaption: the transcript beside it is what the program is for */}
        <video
          ref={refs.video}
          className={isPoppedOut ? 'player-popped-out' : ''}
          aria-label={t('player.video')}
          preload="auto"
          // Its sound is worked on in the page, which another origin must allow.
          crossOrigin="anonymous"
          playsInline
          src={canPlay ? source : undefined}
          onClick={() => stage?.playback.toggle()}
          onError={() => void findProblem(media.id).then(setProblem)}
        />
        {isPoppedOut ? <p className="player-note">{t('player.poppedOut')}</p> : null}
      </div>
      {showsVideo ? (
        <Splitter
          orientation="vertical"
          label={t('player.resizeVideo')}
          value={settings.videoWidth}
          min={160}
          max={900}
          onChange={(videoWidth) =>
            useSession.setState(({ settings: now }) => ({ settings: { ...now, videoWidth } }))
          }
          onCommit={(videoWidth) => void changeSettings({ videoWidth })}
        />
      ) : null}
      <div className="player-sound">
        {playsSmall ? <SmallSoundNote recording={recording} /> : null}
        <div className="player-waveform">
          <canvas ref={refs.ruler} className="player-ruler" aria-hidden />
          <div ref={refs.waveform} className="waveform" data-testid="waveform" />
          {stage && settings.spectrogramVisible && problem === null ? (
            <SpectrogramView stage={stage} media={media} />
          ) : null}
          <PeaksProgress {...peaks} />
          <PlayState />
        </div>
        <Minimap refs={refs} durationMs={media.durationMs} playback={stage?.playback ?? null} />
        <Transport
          clock={refs.clock}
          duration={formatClock(media.durationMs, settings.timeDisplay, media.frameRate)}
          playback={stage?.playback ?? null}
          hasPicture={hasPicture}
          isPoppedOut={isPoppedOut}
          speechFraction={speechFraction}
        />
        {isPlayable === false && mediaFound ? <ProxyNote prepared={prepared} /> : null}
        {problem && (isPlayable || !mediaFound) ? (
          <MediaProblem
            problem={problem}
            recording={recording}
            onRetry={() => {
              setProblem(null);
              video.current?.load();
            }}
          />
        ) : null}
      </div>
    </section>
  );
}

/** With the focus in the player, where nothing is typed, J, K and L need no Alt. */
function shuttleByKey(event: KeyboardEvent, stage: Stage | null): void {
  if (!stage || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.code === 'KeyJ') stage.playback.shuttle(-1);
  else if (event.code === 'KeyK') stage.playback.pause();
  else if (event.code === 'KeyL') stage.playback.shuttle(1);
  else return;
  event.preventDefault();
}

function useStageRefs(): StageRefs {
  const video = useRef<HTMLVideoElement>(null);
  const waveform = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLCanvasElement>(null);
  const minimap = useRef<HTMLDivElement>(null);
  const minimapCanvas = useRef<HTMLCanvasElement>(null);
  const minimapView = useRef<HTMLDivElement>(null);
  const minimapPlayhead = useRef<HTMLDivElement>(null);
  const clock = useRef<HTMLSpanElement>(null);
  return useMemo(
    () => ({ video, waveform, ruler, minimap, minimapCanvas, minimapView, minimapPlayhead, clock }),
    [],
  );
}

/** Whether the picture is in a window of its own. */
function usePoppedOut(video: StageRefs['video']): boolean {
  const [isPoppedOut, setPoppedOut] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const update = () => setPoppedOut(document.pictureInPictureElement === element);
    element.addEventListener('enterpictureinpicture', update);
    element.addEventListener('leavepictureinpicture', update);
    return () => {
      element.removeEventListener('enterpictureinpicture', update);
      element.removeEventListener('leavepictureinpicture', update);
    };
  }, [video]);
  return isPoppedOut;
}

/** Returns why the element gave up: the file is gone, or it cannot be played. */
async function findProblem(mediaId: string): Promise<Problem> {
  const answer = await fetch(mediaUrl(mediaId), { method: 'HEAD' }).catch(() => null);
  return answer?.ok ? 'unplayable' : 'missing';
}

/** Makes the engine let go of the file, which it would otherwise keep loading. */
function releaseFile(video: HTMLVideoElement | null): void {
  if (!video) return;
  endSound(video);
  video.removeAttribute('src');
  video.load();
}
