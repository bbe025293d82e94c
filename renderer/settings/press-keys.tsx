import { useEffect, useState } from 'react';
import { keysOfPress, showKeys } from '../commands/keys.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useTranslate } from '../ui/use-translate.ts';

/** These work the dialog itself, and no command can have them alone. */
const WORKS_DIALOG = new Set(['Tab', 'Shift+Tab', 'Enter', 'NumpadEnter', 'Space']);

/** What is to be said of keys that were pressed. */
export interface KeysVerdict {
  readonly look: 'hint' | 'conflict' | 'fault';
  readonly text: string;
  readonly usable: boolean;
}

const CLASSES = { hint: 'field-hint', conflict: 'press-keys-conflict', fault: 'field-error' } as const;

/** Waits for keys to be pressed together, says what there is to say of them, and hands them over. */
export function PressKeys({
  title,
  judge,
  onUse,
  onClose,
}: {
  title: string;
  judge: (keys: string) => KeysVerdict;
  onUse: (keys: string) => void;
  onClose: () => void;
}) {
  const t = useTranslate();
  const [keys, setKeys] = useState<string | null>(null);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const pressed = keysOfPress(event);
      if (pressed !== null && WORKS_DIALOG.has(pressed)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (pressed !== null) setKeys(pressed);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);

  const verdict =
    keys === null ? { look: 'hint' as const, text: t('settings.pressHint'), usable: false } : judge(keys);
  const use = () => {
    if (keys === null) return;
    onUse(keys);
    onClose();
  };
  return (
    <Dialog
      title={title}
      width={440}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          {/* Made anew when it becomes usable, so that it takes the focus and Enter agrees. */}
          <Button
            key={String(verdict.usable)}
            look="primary"
            autoFocus={verdict.usable}
            isDisabled={!verdict.usable}
            onPress={use}
          >
            {verdict.usable && verdict.look === 'conflict' ? t('settings.pressTake') : t('settings.pressUse')}
          </Button>
        </>
      }
    >
      <div className="press-keys" aria-live="polite">
        {keys === null ? (
          <p className="press-keys-wait">{t('settings.pressKeys')}</p>
        ) : (
          <kbd className="press-keys-shown">{showKeys(keys)}</kbd>
        )}
        <p className={CLASSES[verdict.look]}>{verdict.text}</p>
      </div>
    </Dialog>
  );
}
