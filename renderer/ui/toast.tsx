import { X } from 'lucide-react';
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { MinberError } from '../../shared/ipc/errors.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { translateTo, useTranslate } from './use-translate.ts';
import './toast.css';

interface ToastWords {
  readonly text: string;
  readonly tone: 'plain' | 'danger';
  readonly action?: { readonly label: string; readonly run: () => void };
}

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 });

/** Tells something in passing; gone after eight seconds. `action` is for undoing. */
export function tell(text: string, action?: ToastWords['action']): void {
  queue.add({ text, tone: 'plain', ...(action ? { action } : {}) }, { timeout: 8000 });
}

/** Tells a failure in the person's language; it stays until dismissed. */
export function tellFailure(error: unknown): void {
  queue.add({ text: failureText(error), tone: 'danger' });
}

/** Returns the sentence of a failure in the interface's language. */
export function failureText(error: unknown): string {
  const t = translateTo(useSession.getState().language);
  return error instanceof MinberError ? t(`error.${error.code}`, error.params) : t('error.unexpected');
}

/** Where toasts appear; mounted once. */
export function Toasts() {
  const t = useTranslate();
  return (
    <ToastRegion queue={queue} className="toasts">
      {({ toast }) => (
        <Toast toast={toast} className={`toast toast-${toast.content.tone}`}>
          <ToastContent className="toast-text">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action ? (
            <Button
              look="quiet"
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          ) : null}
          <AriaButton slot="close" className="icon-button" aria-label={t('app.dismiss')}>
            <X size={16} aria-hidden />
          </AriaButton>
        </Toast>
      )}
    </ToastRegion>
  );
}
