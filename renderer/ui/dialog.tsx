import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.tsx';
import { useTranslate } from './use-translate.ts';
import './dialog.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** CSS pixels; the window's width limits it. */
  width?: number;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  children: ReactNode;
  /** Hides the title bar, for the palette; the title is still read out. */
  bare?: boolean;
}

/** A modal dialog: Escape and a click outside close it, the focus comes back to where it was. */
export function Dialog({ title, onClose, width = 480, footer, children, bare = false }: DialogProps) {
  const t = useTranslate();
  return (
    <ModalOverlay className="dialog-scrim" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="dialog-modal" style={{ width }}>
        <AriaDialog className="dialog">
          <header className={bare ? 'visually-hidden' : 'dialog-header'}>
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {bare ? null : <IconButton icon={X} label={t('app.close')} onPress={onClose} />}
          </header>
          <div className={bare ? 'dialog-bare' : 'dialog-body'}>{children}</div>
          {footer ? <footer className="dialog-footer">{footer}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
