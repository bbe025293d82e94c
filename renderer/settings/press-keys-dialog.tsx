import { changeSettings } from '../actions/settings.ts';
import { bindKeys, keysFault, keysOf, ownerOf } from '../commands/bindings.ts';
import type { Command } from '../commands/command.ts';
import { COMMANDS } from '../commands/commands.ts';
import { showKeys } from '../commands/keys.ts';
import { useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { type KeysVerdict, PressKeys } from './press-keys.tsx';

/** Waits for keys, says who has them now, and gives them to the command. */
export function PressKeysDialog({ command, onClose }: { command: Command; onClose: () => void }) {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);

  const judge = (keys: string): KeysVerdict => {
    const fault = keysFault(keys);
    if (fault) return { look: 'fault', text: t(`settings.keysFault.${fault}`), usable: false };
    if (keysOf(command, settings).includes(keys))
      return { look: 'hint', text: t('settings.pressOwn'), usable: false };
    const owner = ownerOf(keys, COMMANDS, settings, command.id);
    if (!owner) return { look: 'hint', text: t('settings.pressHint'), usable: true };
    const text = t('settings.pressConflict', { keys: showKeys(keys), command: t(owner.labelKey) });
    return { look: 'conflict', text, usable: true };
  };
  return (
    <PressKeys
      title={t('settings.pressTitle', { command: t(command.labelKey) })}
      judge={judge}
      onUse={(keys) =>
        void changeSettings({ keyBindings: bindKeys(command, keys, COMMANDS, settings) }).catch(tellFailure)
      }
      onClose={onClose}
    />
  );
}
