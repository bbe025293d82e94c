import { useState } from 'react';
import { changeSettings } from '../actions/settings.ts';
import { keysFault } from '../commands/bindings.ts';
import type { Command } from '../commands/command.ts';
import { COMMANDS } from '../commands/commands.ts';
import { showKeys } from '../commands/keys.ts';
import { useDevices } from '../devices/devices.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { type KeysVerdict, PressKeys } from './press-keys.tsx';

/** What one does while writing in another window. */
const WORTH_IT: readonly Command['id'][] = ['play', 'back', 'forward', 'slower', 'faster', 'insertTimestamp'];

/** Alone, other keys than these would be taken from typing in every other program. */
const ANYWHERE = /^(Ctrl\+|Alt\+)|^(Shift\+)?(F\d{1,2}|Media\w+)$/;

/** Keys that work while another window has the focus; off until the person asks for them. */
export function GlobalKeys() {
  const t = useTranslate();
  const { globalKeysOn, globalKeys } = useSession((state) => state.settings);
  const refused = useDevices((state) => state.refusedKeys);
  const [pressing, setPressing] = useState<Command | null>(null);
  const commands = WORTH_IT.flatMap((id) => COMMANDS.filter((each) => each.id === id));

  const set = (id: string, keys: string | null) => {
    const others = Object.entries(globalKeys).filter(([other, taken]) => other !== id && taken !== keys);
    const kept = keys === null ? others : [...others, [id, keys]];
    void changeSettings({ globalKeys: Object.fromEntries(kept) }).catch(tellFailure);
  };
  const judge = (keys: string): KeysVerdict => {
    const fault = keysFault(keys) ?? (ANYWHERE.test(keys) ? null : 'typing');
    if (fault) return { look: 'fault', text: t(`settings.keysFault.${fault}`), usable: false };
    const [owner] = Object.entries(globalKeys).find(([, taken]) => taken === keys) ?? [];
    const command = commands.find(({ id }) => id === owner);
    if (!command || command === pressing)
      return { look: 'hint', text: t('settings.pressHint'), usable: true };
    const text = t('settings.pressConflict', { keys: showKeys(keys), command: t(command.labelKey) });
    return { look: 'conflict', text, usable: true };
  };

  return (
    <fieldset className="settings-group">
      <legend>{t('devices.everywhere')}</legend>
      <p className="field-hint">{t('devices.everywhereHint')}</p>
      <Checkbox
        label={t('devices.everywhereOn')}
        checked={globalKeysOn}
        onChange={(on) => void changeSettings({ globalKeysOn: on }).catch(tellFailure)}
      />
      {globalKeysOn ? (
        <ul className="devices-list" aria-label={t('devices.everywhere')}>
          {commands.map((command) => {
            const label = t(command.labelKey);
            const keys = globalKeys[command.id];
            return (
              <li key={command.id} className="devices-row">
                <span className="devices-name">
                  {label}
                  {refused.includes(command.id) ? (
                    <span className="keys-lost" role="alert">
                      {t('devices.refused')}
                    </span>
                  ) : null}
                </span>
                {keys ? <kbd className="keys-chip">{showKeys(keys)}</kbd> : null}
                <Button
                  look="quiet"
                  aria-label={t('devices.changeKeys', { command: label })}
                  onPress={() => setPressing(command)}
                >
                  {t(keys ? 'devices.change' : 'devices.set')}
                </Button>
                {keys ? (
                  <Button
                    look="quiet"
                    aria-label={t('settings.removeKeys', { keys: showKeys(keys), command: label })}
                    onPress={() => set(command.id, null)}
                  >
                    {t('devices.clear')}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {pressing ? (
        <PressKeys
          title={t('settings.pressTitle', { command: t(pressing.labelKey) })}
          judge={judge}
          onUse={(keys) => set(pressing.id, keys)}
          onClose={() => setPressing(null)}
        />
      ) : null}
    </fieldset>
  );
}
