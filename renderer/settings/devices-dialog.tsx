import { useEffect } from 'react';
import { watchControls } from '../devices/devices.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { GlobalKeys } from './global-keys.tsx';
import { PedalSettings } from './pedal-settings.tsx';
import './settings.css';
import './devices.css';

/** What plays from beyond the window: foot pedals, gamepads, and keys pressed in other windows. */
export function DevicesDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  // Whoever is looked at here is listened to, with no recording open too.
  useEffect(() => watchControls(() => {}), []);
  return (
    <Dialog
      title={t('devices.title')}
      width={600}
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          {t('settings.done')}
        </Button>
      }
    >
      <div className="settings">
        <PedalSettings />
        <GlobalKeys />
      </div>
    </Dialog>
  );
}
