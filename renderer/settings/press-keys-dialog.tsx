import { useEffect, useState } from 'react';
import { changeSettings } from '../actions/settings.ts';
import { bindKeys, keysFault, keysOf, ownerOf } from '../commands/bindings.ts';
import type { Command } from '../commands/command.ts';
import { COMMANDS } from '../commands/commands.ts';
import { keysOfPress, showKeys } from '../commands/keys.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';

/** These work the dialog itself, and no command can have them alone. */
const WORKS_DIALOG = new Set(['Tab', 'Shift+Tab', 'Enter', 'NumpadEnter', 'Space']);

/** Waits for keys to be pressed together, says who has them now, and gives them to the command. */
export function PressKeysDialog({ command, onClose }: { command: Command; onClose: () => void }) {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
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

  const label = t(command.labelKey);
  const fault = keys === null ? null : keysFault(keys);
  const owner = keys === null ? null : ownerOf(keys, COMMANDS, settings, command.id);
  const already = keys !== null && keysOf(command, settings).includes(keys);
  const usable = keys !== null && fault === null && !already;
  const use = () => {
    if (keys === null) return;
    changeSettings({ keyBindings: bindKeys(command, keys, COMMANDS, settings) }).catch(tellFailure);
    onClose();
  };

  const said = () => {
    if (keys === null) return t('settings.pressHint');
    if (fault) return t(`settings.keysFault.${fault}`);
    if (already) return t('settings.pressOwn');
    if (owner) return t('settings.pressConflict', { keys: showKeys(keys), command: t(owner.labelKey) });
    return t('settings.pressHint');
  };

  return (
    <Dialog
      title={t('settings.pressTitle', { command: label })}
      width={440}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          {/* Made anew when it becomes usable, so that it takes the focus and Enter agrees. */}
          <Button key={String(usable)} look="primary" autoFocus={usable} isDisabled={!usable} onPress={use}>
            {owner ? t('settings.pressTake') : t('settings.pressUse')}
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
        <p className={fault ? 'field-error' : owner ? 'press-keys-conflict' : 'field-hint'}>{said()}</p>
      </div>
    </Dialog>
  );
}
