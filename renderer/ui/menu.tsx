import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import './field.css';

export type MenuRow =
  | { readonly kind: 'separator'; readonly id: string }
  | {
      readonly kind: 'action';
      readonly id: string;
      readonly label: string;
      readonly keys?: string;
      readonly disabled?: boolean;
      readonly run: () => void;
    };

/** The rows of a menu, for a popover of one's own. */
export function MenuRows({
  label,
  rows,
  onDone,
}: {
  label: string;
  rows: readonly MenuRow[];
  onDone?: () => void;
}) {
  return (
    <AriaMenu className="menu" aria-label={label} {...(onDone ? { onClose: onDone, autoFocus: true } : {})}>
      {rows.map((row) =>
        row.kind === 'separator' ? (
          <Separator key={row.id} className="menu-separator" />
        ) : (
          <MenuItem
            key={row.id}
            id={row.id}
            className="menu-item"
            isDisabled={row.disabled ?? false}
            onAction={row.run}
            textValue={row.label}
          >
            {row.label}
            {row.keys ? <kbd>{row.keys}</kbd> : null}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  );
}

/** A button (the child) that opens a menu under it. */
export function MenuButton({
  label,
  rows,
  children,
}: {
  label: string;
  rows: readonly MenuRow[];
  children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4}>
        <MenuRows label={label} rows={rows} />
      </Popover>
    </MenuTrigger>
  );
}
