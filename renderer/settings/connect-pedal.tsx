import { useEffect, useState } from 'react';
import type { FoundPedal } from '../../shared/ipc/contract.ts';
import { call, listen } from '../api/client.ts';
import type { Device } from '../devices/control.ts';
import { refreshPedals } from '../devices/devices.ts';
import { webHid } from '../devices/web-hid.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';

/** A button that looks for foot pedals and lets the person choose one; it is then known in later runs too. */
export function ConnectPedal() {
  const t = useTranslate();
  const [found, setFound] = useState<readonly FoundPedal[] | null>(null);

  useEffect(() => listen('pedals-found', ({ pedals }) => setFound(pedals)), []);

  const choose = (deviceId: string | null) => {
    setFound(null);
    void call('pedals.choose', { deviceId }).catch(tellFailure);
  };
  const ask = () => {
    const request = webHid()?.requestDevice({ filters: [] });
    void request?.then(refreshPedals).catch(tellFailure);
  };
  return (
    <>
      <Button onPress={ask} isDisabled={webHid() === null}>
        {t('devices.connect')}
      </Button>
      {found ? (
        <Dialog
          title={t('devices.choose')}
          width={440}
          onClose={() => choose(null)}
          footer={<Button onPress={() => choose(null)}>{t('app.cancel')}</Button>}
        >
          <p className="field-hint">
            {t(found.length === 0 ? 'devices.nothingFound' : 'devices.chooseHint')}
          </p>
          <ul className="devices-list">
            {found.map(({ deviceId, name }) => (
              <li key={deviceId} className="devices-row">
                <span className="devices-name">{name || t('devices.unnamed')}</span>
                <Button onPress={() => choose(deviceId)}>{t('devices.take')}</Button>
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </>
  );
}

/** Takes a pedal away from the program; it must be connected again to be heard. */
export async function forgetPedal({ key }: Device): Promise<void> {
  const [, vendor = '', product = ''] = key.split(':');
  await call('pedals.forget', {
    vendorId: Number.parseInt(vendor, 16),
    productId: Number.parseInt(product, 16),
  });
  await refreshPedals();
}
