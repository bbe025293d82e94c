import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { HIDDevice, Session } from 'electron';
import { z } from 'zod';
import type { FoundPedal } from '../../shared/ipc/contract.ts';
import { APP_ORIGIN } from './app-protocol.ts';

const pedal = z.object({ vendorId: z.int(), productId: z.int() });
type Pedal = z.infer<typeof pedal>;

interface PedalAccessOptions {
  readonly session: Session;
  /** Where the pedals are kept that the person has allowed. */
  readonly path: string;
  /** Shows the person what could be a pedal. */
  readonly onFound: (pedals: readonly FoundPedal[]) => void;
}

/** Which foot pedals the page may listen to. */
export interface PedalAccess {
  /** Answers the page's request with the pedal that the person chose, null for none. */
  choose(deviceId: string | null): Promise<void>;
  /** Takes a pedal away from the page. */
  forget(pedal: Pedal): Promise<void>;
}

const isPage = (origin: string | undefined) => origin === APP_ORIGIN || origin === `${APP_ORIGIN}/`;
const same = (a: Pedal, b: Pedal) => a.vendorId === b.vendorId && a.productId === b.productId;

/**
 * Lets the page listen to human interface devices: to none but those that a person chose from a list after pressing a
 * button, and to those again in later runs. The engine keeps keyboards, mice and security keys from pages by itself.
 */
export function givePedalAccess({ session, path, onFound }: PedalAccessOptions): PedalAccess {
  let allowed = readAllowed(path);
  let asked: { devices: HIDDevice[]; answer: (deviceId: string) => void } | null = null;

  const keep = (pedals: readonly Pedal[]) => {
    allowed = pedals;
    return writeFile(path, JSON.stringify(pedals));
  };
  const show = () =>
    onFound((asked?.devices ?? []).map(({ deviceId, name }) => ({ deviceId, name: name.trim() })));

  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'hid' && isPage(origin),
  );
  session.setDevicePermissionHandler(({ deviceType, origin, device }) => {
    const known = pedal.safeParse(device);
    return (
      deviceType === 'hid' &&
      isPage(origin) &&
      known.success &&
      allowed.some((each) => same(each, known.data))
    );
  });
  session.on('select-hid-device', (event, { deviceList }, callback) => {
    event.preventDefault();
    asked = { devices: [...deviceList], answer: (deviceId) => callback(deviceId) };
    show();
  });
  session.on('hid-device-added', (_event, { device }) => {
    if (!asked) return;
    asked.devices.push(device as HIDDevice);
    show();
  });
  session.on('hid-device-removed', (_event, { device }) => {
    if (!asked) return;
    asked.devices = asked.devices.filter(({ deviceId }) => deviceId !== (device as HIDDevice).deviceId);
    show();
  });
  return {
    async choose(deviceId) {
      const chosen = asked?.devices.find((each) => each.deviceId === deviceId);
      if (chosen && !allowed.some((each) => same(each, chosen)))
        await keep([...allowed, { vendorId: chosen.vendorId, productId: chosen.productId }]);
      asked?.answer(chosen?.deviceId ?? '');
      asked = null;
    },
    forget: (gone) => keep(allowed.filter((each) => !same(each, gone))),
  };
}

function readAllowed(path: string): readonly Pedal[] {
  try {
    return z.array(pedal).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return [];
  }
}
