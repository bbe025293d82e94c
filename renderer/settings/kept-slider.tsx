import { useState } from 'react';
import { Slider } from '../ui/slider.tsx';

interface KeptSliderProps {
  label: string;
  /** What is kept now. */
  kept: number;
  min: number;
  max: number;
  step: number;
  /** Returns the value as people read it. */
  show: (value: number) => string;
  /** Called while it is being moved. */
  onMove?: (value: number) => void;
  /** Called once it is let go. */
  onKeep: (value: number) => void;
}

/** A slider whose value is kept when it is let go. */
export function KeptSlider({ kept, onMove, onKeep, ...props }: KeptSliderProps) {
  const [moved, setMoved] = useState<number | null>(null);
  return (
    <Slider
      {...props}
      value={moved ?? kept}
      onChange={(value) => {
        setMoved(value);
        onMove?.(value);
      }}
      onChangeEnd={(value) => {
        onKeep(value);
        setMoved(null);
      }}
    />
  );
}
