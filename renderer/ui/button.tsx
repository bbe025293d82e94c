import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import './button.css';

type Look = 'plain' | 'primary' | 'quiet' | 'danger';

/** A button with a verb on it. `look`: one primary a view. */
export function Button({ look = 'plain', ...props }: Omit<AriaButtonProps, 'className'> & { look?: Look }) {
  return <AriaButton {...props} className={`button button-${look}`} />;
}

/** A label that appears on hover and focus. `keys` shows the shortcut beside it. */
export function Hint({ label, keys, children }: { label: string; keys?: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys ? <kbd>{keys}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}

interface IconParts {
  icon: LucideIcon;
  /** Read by screen readers and shown as the hint. */
  label: string;
  keys?: string;
  size?: number;
}

/** A button that shows an icon alone; its label is the hint. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  size = 16,
  ...props
}: IconParts & Omit<AriaButtonProps, 'className' | 'children'>) {
  return (
    <Hint label={label} {...(keys ? { keys } : {})}>
      <AriaButton {...props} aria-label={label} className="icon-button">
        <Icon size={size} strokeWidth={1.75} aria-hidden />
      </AriaButton>
    </Hint>
  );
}

/** An icon button that stays pressed. */
export function IconToggle({
  icon: Icon,
  label,
  keys,
  size = 16,
  ...props
}: IconParts & Omit<ToggleButtonProps, 'className' | 'children'>) {
  return (
    <Hint label={label} {...(keys ? { keys } : {})}>
      <AriaToggleButton {...props} aria-label={label} className="icon-button">
        <Icon size={size} strokeWidth={1.75} aria-hidden />
      </AriaToggleButton>
    </Hint>
  );
}
