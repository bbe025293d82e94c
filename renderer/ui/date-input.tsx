import { parseDate } from '@internationalized/date';
import { DateField, DateSegment, I18nProvider, Label, DateInput as Segments } from 'react-aria-components';
import { useSession } from '../session.ts';
import './field.css';

interface DateInputProps {
  label: string;
  /** `YYYY-MM-DD`, or null for none. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A day, written in the order of the interface's language. Deleting a part leaves it open. */
export function DateInput({ label, value, onChange }: DateInputProps) {
  // Chromium has no data for Kazakh, which writes dates in the same order as Russian; British for day before month.
  const language = useSession((state) => (state.language === 'en' ? 'en-GB' : 'ru'));
  return (
    <I18nProvider locale={language}>
      <DateField
        className="field"
        value={value === null ? null : parseDate(value)}
        onChange={(date) => onChange(date?.toString() ?? null)}
      >
        <Label className="field-label">{label}</Label>
        <Segments className="field-input date-input time">
          {(segment) => <DateSegment className="date-segment" segment={segment} />}
        </Segments>
      </DateField>
    </I18nProvider>
  );
}
