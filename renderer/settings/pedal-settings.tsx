import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { HOLD_ACTIONS, type PedalBinding } from '../../shared/ipc/player-settings.ts';
import { changeSettings } from '../actions/settings.ts';
import type { CommandId } from '../commands/command.ts';
import { COMMANDS } from '../commands/commands.ts';
import type { ControlEvent, Device } from '../devices/control.ts';
import { useDevices, watchControls } from '../devices/devices.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { ConnectPedal, forgetPedal } from './connect-pedal.tsx';

/** What a pedal may be wanted for beside playing while it is held. */
const PEDAL_COMMANDS: readonly CommandId[] = [
  'play',
  'back',
  'forward',
  'backFar',
  'forwardFar',
  'slower',
  'faster',
  'playTurn',
  'loop',
  'previousTurn',
  'nextTurn',
  'splitTurn',
  'insertTimestamp',
  'setStart',
  'setEnd',
  'checkAndNext',
];

const isSame = (a: PedalBinding, { device, control }: ControlEvent) =>
  a.device === device.key && a.control === control;
const keep = (pedals: PedalBinding[]) => void changeSettings({ pedals }).catch(tellFailure);

/** The pedals and gamepads that are connected, and what each of their controls does. */
export function PedalSettings() {
  const t = useTranslate();
  const pedals = useSession((state) => state.settings.pedals);
  const devices = useDevices((state) => state.devices);
  const down = useDevices((state) => state.down);
  const [isLearning, setLearning] = useState(false);

  useEffect(() => {
    if (!isLearning) return;
    return watchControls((event) => {
      if (!event.pressed) return;
      setLearning(false);
      const bound = useSession.getState().settings.pedals;
      if (!bound.some((each) => isSame(each, event))) keep([...bound, newBinding(event, bound)]);
    });
  }, [isLearning]);

  const change = (binding: PedalBinding, action: string) =>
    keep(pedals.map((each) => (each === binding ? { ...binding, action } : each)));
  const actions = [
    ...HOLD_ACTIONS.map((value) => ({ value: value as string, label: t(`devices.${value}`) })),
    ...COMMANDS.filter(({ id }) => PEDAL_COMMANDS.includes(id)).map(({ id, labelKey }) => ({
      value: id as string,
      label: t(labelKey),
    })),
  ];

  return (
    <fieldset className="settings-group">
      <legend>{t('devices.pedals')}</legend>
      <p className="field-hint">{t('devices.pedalsHint')}</p>
      <ul className="devices-list" aria-label={t('devices.connected')}>
        {devices.map((device) => (
          <ConnectedDevice key={device.key} device={device} />
        ))}
        {devices.length === 0 ? <li className="field-hint">{t('devices.none')}</li> : null}
      </ul>
      <ul className="devices-list" aria-label={t('devices.assigned')}>
        {pedals.map((binding, index) => {
          const name = t('devices.control', {
            device: binding.deviceName,
            number: pedals.slice(0, index + 1).filter(({ device }) => device === binding.device).length,
          });
          const isDown = down !== null && isSame(binding, down);
          return (
            <li
              key={`${binding.device} ${binding.control}`}
              className={isDown ? 'devices-row devices-down' : 'devices-row'}
            >
              <span className="devices-name">
                {name}
                {isDown ? <span className="devices-pressed">{t('devices.pressed')}</span> : null}
              </span>
              <Select
                label={t('devices.action', { name })}
                hideLabel
                value={binding.action}
                choices={actions}
                onChange={(action) => change(binding, action)}
              />
              <IconButton
                icon={X}
                label={t('devices.remove', { name })}
                onPress={() => keep(pedals.filter((each) => each !== binding))}
              />
            </li>
          );
        })}
      </ul>
      <div className="devices-buttons">
        {isLearning ? (
          <>
            <p role="status" className="devices-learning">
              {t('devices.learning')}
            </p>
            <Button onPress={() => setLearning(false)}>{t('app.cancel')}</Button>
          </>
        ) : (
          <>
            <Button onPress={() => setLearning(true)}>{t('devices.learn')}</Button>
            <ConnectPedal />
          </>
        )}
      </div>
    </fieldset>
  );
}

function ConnectedDevice({ device }: { device: Device }) {
  const t = useTranslate();
  return (
    <li className="devices-row">
      <span className="devices-name">{device.name}</span>
      <span className="field-hint">{t(`devices.kind.${device.kind}`)}</span>
      {device.kind === 'pedal' ? (
        <Button look="quiet" onPress={() => void forgetPedal(device).catch(tellFailure)}>
          {t('devices.forget')}
        </Button>
      ) : null}
    </li>
  );
}

/** The first control that is learnt plays, the next ones rewind and go forward, as foot pedals are used. */
function newBinding({ device, control }: ControlEvent, bound: readonly PedalBinding[]): PedalBinding {
  const free = HOLD_ACTIONS.find((action) => !bound.some((each) => each.action === action));
  return { device: device.key, deviceName: device.name, control, action: free ?? 'play' };
}
