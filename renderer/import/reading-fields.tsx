import { ENCODINGS, type Encoding } from '../../shared/formats/encoding.ts';
import type { FoundColumn, ReadChoices } from '../../shared/formats/read-choices.ts';
import { READ_FIELDS, type ReadField } from '../../shared/formats/table-columns.ts';
import type { FoundTranscript } from '../../shared/ipc/contract.ts';
import { Checkbox, Select } from '../ui/field.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

interface ReadingProps {
  found: FoundTranscript;
  choices: ReadChoices;
  onChange: (choices: ReadChoices) => void;
}

const AS_FOUND = 'as-found';

/** How the file is read, for the person to say otherwise: encoding, frame rate, tiers, columns. */
export function ReadingFields(props: ReadingProps) {
  const { tiers, columns, timeWritings } = props.found.layout;
  return (
    <>
      {props.found.encoding === null ? null : <EncodingField {...props} />}
      {timeWritings.includes('frames') ? <FrameRateField {...props} /> : null}
      {tiers.length > 1 ? <TierList {...props} /> : null}
      {columns.length > 0 ? <ColumnList {...props} /> : null}
    </>
  );
}

function EncodingField({ found, choices, onChange }: ReadingProps) {
  const t = useTranslate();
  const isChosen = choices.encoding !== undefined;
  const asFound = isChosen ? t('importing.encodingFind') : (found.encoding ?? '');
  return (
    <Select<Encoding | typeof AS_FOUND>
      label={t('importing.encoding')}
      value={choices.encoding ?? AS_FOUND}
      choices={[{ value: AS_FOUND, label: asFound }, ...ENCODINGS.map((value) => ({ value, label: value }))]}
      onChange={(value) => onChange({ ...choices, encoding: value === AS_FOUND ? undefined : value })}
    />
  );
}

const FRAME_RATES = ['23.976', '24', '25', '29.97', '30', '50', '59.94', '60'] as const;

function FrameRateField({ choices, onChange }: ReadingProps) {
  const t = useTranslate();
  const { number } = useFormats();
  const chosen = FRAME_RATES.find((rate) => Number(rate) === choices.frameRate);
  return (
    <Select<(typeof FRAME_RATES)[number] | typeof AS_FOUND>
      label={t('importing.frameRate')}
      value={chosen ?? AS_FOUND}
      choices={[
        { value: AS_FOUND, label: t('importing.frameRateUsual') },
        ...FRAME_RATES.map((value) => ({ value, label: number.format(Number(value)) })),
      ]}
      onChange={(value) =>
        onChange({ ...choices, frameRate: value === AS_FOUND ? undefined : Number(value) })
      }
    />
  );
}

function TierList({ found: { layout }, choices, onChange }: ReadingProps) {
  const t = useTranslate();
  const taken = layout.tiers.filter(({ isTaken }) => isTaken).map(({ id }) => id);
  const take = (id: string, isTaken: boolean) =>
    onChange({ ...choices, tiers: isTaken ? [...taken, id] : taken.filter((each) => each !== id) });
  return (
    <fieldset className="import-layout">
      <legend className="field-label">{t('importing.tiers')}</legend>
      {layout.tiers.map(({ id, entryCount, parent, isTaken }) => (
        <Checkbox
          key={id}
          checked={isTaken}
          onChange={(on) => take(id, on)}
          label={
            parent === null
              ? t('importing.tier', { name: id, count: entryCount })
              : t('importing.tierOf', { name: id, count: entryCount, parent })
          }
        />
      ))}
    </fieldset>
  );
}

function ColumnList({ found: { layout }, choices, onChange }: ReadingProps) {
  const t = useTranslate();
  const fields = layout.columns.map(({ field }) => field);
  const set = (index: number, field: ReadField | null) =>
    // What one column becomes, no other stays.
    onChange({
      ...choices,
      columns: fields.map((each, at) => (at === index ? field : each === field ? null : each)),
    });
  const nameOf = ({ name, sample }: FoundColumn, index: number) =>
    name || sample || t('importing.columnNumber', { number: index + 1 });
  return (
    <fieldset className="import-layout">
      <legend className="field-label">{t('importing.columns')}</legend>
      <ul>
        {layout.columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <li key={index} className="import-column">
            <span className="import-column-name">
              <span>{nameOf(column, index)}</span>
              {column.name && column.sample ? <span className="field-hint">{column.sample}</span> : null}
            </span>
            <Select<ReadField | 'none'>
              hideLabel
              label={t('importing.columnIs', { name: nameOf(column, index) })}
              value={column.field ?? 'none'}
              choices={[
                { value: 'none', label: t('importing.columnOut') },
                ...READ_FIELDS.filter((field) => field !== 'number' || column.field === 'number').map(
                  (value) => ({
                    value,
                    label: fieldLabel(value, t),
                  }),
                ),
              ]}
              onChange={(value) => set(index, value === 'none' ? null : value)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function fieldLabel(field: ReadField, t: ReturnType<typeof useTranslate>): string {
  if (field === 'duration') return t('format.field.duration');
  return field === 'number' ? t('importing.columnCounts') : t(`format.column.${field}`);
}
