import { useRef } from 'react';
import './splitter.css';

interface SplitterProps {
  /** Which way the line runs. */
  orientation: 'horizontal' | 'vertical';
  label: string;
  /** CSS pixels of the part before the line, or after it when `reversed`. */
  value: number;
  min: number;
  max: number;
  reversed?: boolean;
  onChange: (value: number) => void;
  /** Called once a drag or a key press is over. */
  onCommit: (value: number) => void;
}

const STEP = 16;

/** A line between two parts that can be dragged, or moved with the arrow keys. */
export function Splitter({
  orientation,
  label,
  value,
  min,
  max,
  reversed,
  onChange,
  onCommit,
}: SplitterProps) {
  const drag = useRef<{ from: number; value: number; last: number } | null>(null);
  const place = (event: React.PointerEvent) => (orientation === 'horizontal' ? event.clientY : event.clientX);
  const clamp = (wanted: number) => Math.round(Math.max(min, Math.min(max, wanted)));
  const sign = reversed ? -1 : 1;

  const onKeyDown = (event: React.KeyboardEvent) => {
    const grow = orientation === 'horizontal' ? 'ArrowDown' : 'ArrowRight';
    const shrink = orientation === 'horizontal' ? 'ArrowUp' : 'ArrowLeft';
    if (event.code !== grow && event.code !== shrink) return;
    event.preventDefault();
    onCommit(clamp(value + (event.code === grow ? STEP : -STEP) * sign));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved has no element of its own
    <div
      role="separator"
      tabIndex={0}
      className={`splitter splitter-${orientation}`}
      aria-orientation={orientation}
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: place(event), value, last: value };
      }}
      onPointerMove={(event) => {
        if (!drag.current) return;
        drag.current.last = clamp(drag.current.value + (place(event) - drag.current.from) * sign);
        onChange(drag.current.last);
      }}
      onPointerUp={() => {
        if (drag.current) onCommit(drag.current.last);
        drag.current = null;
      }}
    />
  );
}
