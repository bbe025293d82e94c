import type { KeyboardEvent, PointerEvent } from 'react';
import type { Playback } from '../ports.ts';
import { useTranslate } from '../ui/use-translate.ts';
import type { StageRefs } from './use-stage.ts';

const STEPS_MS: Readonly<Record<string, number>> = {
  ArrowLeft: -5000,
  ArrowDown: -5000,
  ArrowRight: 5000,
  ArrowUp: 5000,
  PageDown: -60_000,
  PageUp: 60_000,
};

interface MinimapProps {
  refs: StageRefs;
  durationMs: number;
  playback: Playback | null;
}

/** The whole recording at a glance, which is also the way to any place in it. Its value is written by the stage. */
export function Minimap({ refs, durationMs, playback }: MinimapProps) {
  const t = useTranslate();
  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    playback?.seek(Math.round(((event.clientX - left) / width) * durationMs));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS_MS[event.code];
    if (step !== undefined) playback?.skip(step);
    else if (event.code === 'Home') playback?.seek(0);
    else if (event.code === 'End') playback?.seek(durationMs);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={refs.minimap}
      className="minimap"
      role="slider"
      tabIndex={0}
      aria-label={t('player.position')}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
      }}
    >
      <canvas ref={refs.minimapCanvas} aria-hidden />
      <div ref={refs.minimapView} className="minimap-view" />
      <div ref={refs.minimapPlayhead} className="minimap-playhead" />
    </div>
  );
}
