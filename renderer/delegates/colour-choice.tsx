import { Label, Radio, RadioGroup } from 'react-aria-components';
import { SPEAKER_COLOUR_COUNT } from '../../shared/model/speaker.ts';
import { useTranslate } from '../ui/use-translate.ts';

const COLOURS = Array.from({ length: SPEAKER_COLOUR_COUNT }, (_, index) => index);

/** One of the twelve tints; arrow keys move between them. */
export function ColourChoice({ value, onChange }: { value: number; onChange: (colour: number) => void }) {
  const t = useTranslate();
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={String(value)}
      onChange={(colour) => onChange(Number(colour))}
    >
      <Label className="field-label">{t('speakers.colour')}</Label>
      <div className="colour-choice">
        {COLOURS.map((colour) => (
          <Radio
            key={colour}
            value={String(colour)}
            className="colour-swatch"
            style={{ color: `var(--speaker-${colour})` }}
            aria-label={t('speakers.colourNumber', { number: colour + 1 })}
          />
        ))}
      </div>
    </RadioGroup>
  );
}
