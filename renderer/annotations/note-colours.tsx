import { Label, Radio, RadioGroup } from 'react-aria-components';
import { ANNOTATION_COLOUR_COUNT } from '../../shared/model/annotation.ts';
import { useTranslate } from '../ui/use-translate.ts';

const COLOURS = Array.from({ length: ANNOTATION_COLOUR_COUNT }, (_, index) => index);
const OF_KIND = 'kind';

interface NoteColoursProps {
  readonly value: number | null;
  readonly onChange: (colour: number | null) => void;
  /** The colour of the kind, which may be taken over; absent where there is none to take over. */
  readonly ofKind?: number;
}

/** One of the colours of annotations, each drawn as its line is in the text; arrow keys move between them. */
export function NoteColours({ value, onChange, ofKind }: NoteColoursProps) {
  const t = useTranslate();
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={value === null ? OF_KIND : String(value)}
      onChange={(chosen) => onChange(chosen === OF_KIND ? null : Number(chosen))}
    >
      <Label className="field-label">{t('annotations.colour')}</Label>
      <div className="note-colours">
        {ofKind === undefined ? null : (
          <Radio value={OF_KIND} className="note-colour-kind" data-note={ofKind}>
            {t('annotations.colourOfKind')}
          </Radio>
        )}
        {COLOURS.map((colour) => (
          <Radio
            key={colour}
            value={String(colour)}
            className="note-colour"
            data-note={colour}
            aria-label={t('annotations.colourNumber', { number: colour + 1 })}
          />
        ))}
      </div>
    </RadioGroup>
  );
}
