import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import './slider.css';

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Returns the value as people read it. */
  show: (value: number) => string;
  /** Called while it is being moved. */
  onChange: (value: number) => void;
  /** Called once it is let go. */
  onChangeEnd?: (value: number) => void;
}

/** A labelled slider with its value beside the label. */
export function Slider({ label, value, min, max, step, show, onChange, onChangeEnd }: SliderProps) {
  return (
    <AriaSlider
      className="slider"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(now) => onChange(Number(now))}
      {...(onChangeEnd ? { onChangeEnd: (now: number | number[]) => onChangeEnd(Number(now)) } : {})}
    >
      <Label className="field-label">{label}</Label>
      <SliderOutput className="slider-value time">{show(value)}</SliderOutput>
      <SliderTrack className="slider-track">
        <span className="slider-line" aria-hidden>
          <span style={{ width: `${((value - min) / (max - min)) * 100}%` }} />
        </span>
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </AriaSlider>
  );
}
