import { useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { type MenuRow, MenuRows } from './menu.tsx';

interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly rows: readonly MenuRow[];
}

/**
 * A menu where the pointer is, for a right click and for the keyboard's menu key alike. Call `open` from
 * `onContextMenu` and render `menu` beside what it belongs to.
 */
export function useContextMenu() {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => setPointed(null);
  return {
    open(event: React.MouseEvent, label: string, rows: readonly MenuRow[]) {
      event.preventDefault();
      setPointed({ x: event.clientX, y: event.clientY, label, rows });
    },
    menu: (
      <>
        <span
          ref={anchor}
          className="context-anchor"
          style={{ left: pointed?.x ?? 0, top: pointed?.y ?? 0 }}
          aria-hidden
        />
        <Popover
          className="popover"
          triggerRef={anchor}
          placement="bottom start"
          offset={2}
          isOpen={pointed !== null}
          onOpenChange={(open) => !open && close()}
        >
          {pointed ? <MenuRows label={pointed.label} rows={pointed.rows} onDone={close} /> : null}
        </Popover>
      </>
    ),
  };
}
