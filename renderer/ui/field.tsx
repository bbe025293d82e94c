import { Check, ChevronDown } from 'lucide-react';
import {
  Checkbox as AriaCheckbox,
  Select as AriaSelect,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
  type TextFieldProps,
} from 'react-aria-components';
import './field.css';

/** A labelled line of text, with an optional hint and error under it. */
export function TextField({
  label,
  hint,
  error,
  placeholder,
  hideLabel = false,
  ...props
}: Omit<TextFieldProps, 'className' | 'children'> & {
  label: string;
  hideLabel?: boolean;
  hint?: string;
  error?: string | null;
  placeholder?: string;
}) {
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} className="field">
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Input className="field-input" placeholder={placeholder ?? ''} />
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

/** Several lines of text with a label. */
export function TextArea({
  label,
  hideLabel = false,
  rows = 4,
  placeholder,
  ...props
}: Omit<TextFieldProps, 'className' | 'children'> & {
  label: string;
  hideLabel?: boolean;
  rows?: number;
  placeholder?: string;
}) {
  return (
    <AriaTextField {...props} className="field">
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <AriaTextArea className="field-input field-area" rows={rows} placeholder={placeholder ?? ''} />
    </AriaTextField>
  );
}

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** One of a few choices, in a list that drops down. */
export function Select<V extends string>({
  label,
  value,
  choices,
  onChange,
  hideLabel = false,
}: {
  label: string;
  value: V;
  choices: readonly Choice<V>[];
  onChange: (value: V) => void;
  hideLabel?: boolean;
}) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => {
        const choice = choices.find((candidate) => candidate.value === key);
        if (choice) onChange(choice.value);
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="field-input select-button">
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="menu" items={choices.map((choice) => ({ ...choice, id: choice.value }))}>
          {(choice) => (
            <ListBoxItem className="menu-item" textValue={choice.label}>
              {({ isSelected }) => (
                <>
                  <span className="menu-check">{isSelected ? <Check size={14} aria-hidden /> : null}</span>
                  {choice.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A yes or no. */
export function Checkbox({
  label,
  checked,
  isDisabled = false,
  onChange,
}: {
  label: string;
  checked: boolean;
  isDisabled?: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <AriaCheckbox className="checkbox" isSelected={checked} isDisabled={isDisabled} onChange={onChange}>
      <span className="checkbox-box">
        <Check size={12} strokeWidth={3} aria-hidden />
      </span>
      {label}
    </AriaCheckbox>
  );
}
