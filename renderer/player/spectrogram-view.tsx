import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Media } from '../../shared/model/recording.ts';
import { formatTime } from '../../shared/model/time.ts';
import { useSession } from '../session.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { SpectrogramReader } from '../workers/read-spectrogram.ts';
import { LONGEST_MS, SpectrogramPainter, type SpectrogramState } from './spectrogram-painter.ts';
import type { Stage } from './stage.ts';

/** Frequencies that are marked, in kHz; the top is at 8. */
const MARKS_KHZ = [2, 4, 6];
const TOP_KHZ = 8;

/** The frequencies of what is in view of the waveform, read when it is looked at. */
export function SpectrogramView({ stage, media }: { stage: Stage; media: Pick<Media, 'id' | 'durationMs'> }) {
  const t = useTranslate();
  const { number } = useFormats();
  const theme = useSession((state) => state.settings.theme);
  const canvas = useRef<HTMLCanvasElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const painter = useRef<SpectrogramPainter | null>(null);
  const [state, setState] = useState<SpectrogramState>('reading');
  const { id, durationMs } = media;

  useEffect(() => {
    if (!canvas.current) return;
    const reader = new SpectrogramReader(id);
    const made = new SpectrogramPainter(canvas.current, reader, durationMs, setState);
    painter.current = made;
    const placePlayhead = () => {
      if (!playhead.current) return;
      const { fromMs, pxPerSecond } = stage.view();
      const px = ((stage.playback.positionMs() - fromMs) / 1000) * pxPerSecond;
      playhead.current.style.transform = `translateX(${px}px)`;
    };
    const stopView = stage.onView((view) => {
      made.show(view);
      placePlayhead();
    });
    const stopPlaying = stage.playback.subscribe(placePlayhead);
    const sized = new ResizeObserver(() => made.show(stage.view()));
    sized.observe(canvas.current);
    return () => {
      sized.disconnect();
      stopView();
      stopPlaying();
      made.dispose();
      reader.dispose();
      painter.current = null;
    };
  }, [stage, id, durationMs]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme says which colours the page has
  useEffect(() => {
    // The page takes the theme over in an effect of its own.
    const frame = requestAnimationFrame(() => painter.current?.recolour());
    return () => cancelAnimationFrame(frame);
  }, [theme]);

  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const { fromMs, pxPerSecond } = stage.view();
    const px = event.clientX - event.currentTarget.getBoundingClientRect().left;
    stage.playback.seek(Math.round(fromMs + (px / pxPerSecond) * 1000));
  };
  const note = {
    shown: null,
    reading: t('player.spectrogramReading'),
    'too-long': t('player.spectrogramTooLong', { time: formatTime(LONGEST_MS, 'mm:ss') }),
    failed: t('player.spectrogramFailed'),
  }[state];

  return (
    <div className="spectrogram" data-state={state} data-testid="spectrogram" onPointerDown={seekTo}>
      <canvas ref={canvas} role="img" aria-label={t('player.spectrogram')} />
      {MARKS_KHZ.map((khz) => (
        <span
          key={khz}
          className="spectrogram-mark"
          style={{ bottom: `${(khz / TOP_KHZ) * 100}%` }}
          aria-hidden
        >
          {t('player.kilohertz', { value: number.format(khz) })}
        </span>
      ))}
      <div ref={playhead} className="spectrogram-playhead" />
      {note ? (
        <p className="spectrogram-note" role="status">
          {note}
        </p>
      ) : null}
    </div>
  );
}
