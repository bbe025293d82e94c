import type { SubtitleOptions } from '../../shared/formats/format.ts';
import { Select } from '../ui/field.tsx';
import { useTranslate } from '../ui/use-translate.ts';

const LINE_LENGTHS = [32, 37, 42, 47, 60, 80];
const LINES = [1, 2, 3];
/** Twelve suits children, seventeen adults who read Russian, twenty those who read English. */
const CHARACTERS_PER_SECOND = [null, 12, 15, 17, 20, 25];
const MINIMUM_GAPS_MS = [0, 40, 80, 120, 200];

/** How subtitles are cut for reading. */
export function SubtitleFields({
  value,
  onChange,
}: {
  value: SubtitleOptions;
  onChange: (value: SubtitleOptions) => void;
}) {
  const t = useTranslate();
  return (
    <>
      <NumberSelect
        label={t('export.subtitle.lineLength')}
        value={value.lineLength}
        offered={LINE_LENGTHS}
        show={String}
        onChange={(lineLength) => onChange({ ...value, lineLength })}
      />
      <NumberSelect
        label={t('export.subtitle.lines')}
        value={value.lines}
        offered={LINES}
        show={String}
        onChange={(lines) => onChange({ ...value, lines })}
      />
      <NumberSelect
        label={t('export.subtitle.charactersPerSecond')}
        value={value.charactersPerSecond}
        offered={CHARACTERS_PER_SECOND}
        show={(number) =>
          number === null ? t('export.subtitle.asSpoken') : t('export.subtitle.perSecond', { number })
        }
        onChange={(charactersPerSecond) => onChange({ ...value, charactersPerSecond })}
      />
      <NumberSelect
        label={t('export.subtitle.minimumGapMs')}
        value={value.minimumGapMs}
        offered={MINIMUM_GAPS_MS}
        show={(number) =>
          number === 0 ? t('export.subtitle.noGap') : t('export.subtitle.milliseconds', { number })
        }
        onChange={(minimumGapMs) => onChange({ ...value, minimumGapMs })}
      />
    </>
  );
}

/** A choice of numbers; one that came from elsewhere and is not offered stands among them. */
function NumberSelect<V extends number | null>({
  label,
  value,
  offered,
  show,
  onChange,
}: {
  label: string;
  value: V;
  offered: readonly V[];
  show: (value: V) => string;
  onChange: (value: V) => void;
}) {
  const values = [...new Set([...offered, value])].sort((a, b) => (a ?? 0) - (b ?? 0));
  return (
    <Select
      label={label}
      value={String(value)}
      choices={values.map((each) => ({ value: String(each), label: show(each) }))}
      onChange={(chosen) => {
        const found = values.find((each) => String(each) === chosen);
        if (found !== undefined) onChange(found);
      }}
    />
  );
}
