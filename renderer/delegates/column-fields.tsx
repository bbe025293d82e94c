import { DELEGATE_FIELDS, type DelegateField } from '../../shared/delegates/columns.ts';
import type { Columns } from '../../shared/delegates/plan-import.ts';
import type { Sheet } from '../../shared/delegates/read-sheet.ts';
import { Select } from '../ui/field.tsx';
import { useTranslate } from '../ui/use-translate.ts';

interface ColumnFieldsProps {
  sheet: Sheet;
  columns: Columns;
  onChange: (columns: Columns) => void;
}

/** What each column of the table is, with its first words beside it. */
export function ColumnFields({ sheet, columns, onChange }: ColumnFieldsProps) {
  const t = useTranslate();
  const headings = sheet.rows[columns.headingRow] ?? [];
  const sampleOf = (index: number) =>
    sheet.rows
      .slice(columns.headingRow + 1, columns.headingRow + 50)
      .map((cells) => cells[index] ?? '')
      .find((cell) => cell !== '') ?? '';
  const set = (index: number, field: DelegateField | null) =>
    onChange({
      ...columns,
      // What one column becomes, no other stays, but for other spellings.
      fields: columns.fields.map((each, at) =>
        at === index ? field : each === field && field !== 'aliases' ? null : each,
      ),
    });
  return (
    <fieldset className="delegate-columns">
      <legend className="field-label">{t('delegates.columns')}</legend>
      <ul>
        {columns.fields.map((field, index) => {
          const name = headings[index] || t('delegates.columnNumber', { number: index + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <li key={index}>
              <span className="delegate-column-name">
                <span>{name}</span>
                <span className="field-hint">{sampleOf(index)}</span>
              </span>
              <Select<DelegateField | 'none'>
                hideLabel
                label={t('delegates.columnIs', { name })}
                value={field ?? 'none'}
                choices={[
                  { value: 'none', label: t('delegates.columnOut') },
                  ...DELEGATE_FIELDS.map((value) => ({ value, label: t(`delegates.column.${value}`) })),
                ]}
                onChange={(value) => set(index, value === 'none' ? null : value)}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
