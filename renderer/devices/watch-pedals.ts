import { type ControlEvent, changedControls, type Device } from './control.ts';
import { pressedBits } from './hid-report.ts';
import { type HidDevice, type HidReport, webHid } from './web-hid.ts';

interface Watch {
  readonly onControl: (event: ControlEvent) => void;
  /** Called with all that are connected when one comes or goes. */
  readonly onDevices: (devices: readonly Device[]) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Listens to the foot pedals that the person has allowed, also to those plugged in later. Returns the way out. */
export function watchPedals({ onControl, onDevices }: Watch): { stop(): void; refresh(): Promise<void> } {
  const hid = webHid();
  const stopper = new AbortController();
  const opened = new Map<HidDevice, { readonly device: Device; down: ReadonlySet<string> }>();

  const tell = () => onDevices([...opened.values()].map(({ device }) => device));
  const open = async (pedal: HidDevice) => {
    if (opened.has(pedal) || stopper.signal.aborted) return;
    const state = { device: deviceOf(pedal), down: NOTHING };
    opened.set(pedal, state);
    pedal.addEventListener(
      'inputreport',
      (event) => {
        const { reportId, data } = event as HidReport;
        const now = pressedBits(reportId, data);
        for (const change of changedControls(state.down, now)) onControl({ device: state.device, ...change });
        state.down = now;
      },
      { signal: stopper.signal },
    );
    // Another program may hold it; it is then listed, and silent.
    if (!pedal.opened) await pedal.open().catch(() => {});
  };
  const letGo = (pedal: HidDevice) => {
    const state = opened.get(pedal);
    if (!state) return;
    for (const control of state.down) onControl({ device: state.device, control, pressed: false });
    opened.delete(pedal);
    tell();
  };
  const refresh = async () => {
    const allowed = (await hid?.getDevices()) ?? [];
    for (const pedal of opened.keys()) if (!allowed.includes(pedal)) letGo(pedal);
    await Promise.all(allowed.map(open));
    tell();
  };
  hid?.addEventListener('connect', () => void refresh(), { signal: stopper.signal });
  hid?.addEventListener(
    'disconnect',
    (event) => letGo((event as Event & { readonly device: HidDevice }).device),
    { signal: stopper.signal },
  );
  void refresh();
  return {
    refresh,
    stop() {
      stopper.abort();
      for (const pedal of opened.keys()) void pedal.close().catch(() => {});
      opened.clear();
    },
  };
}

const hex = (id: number) => id.toString(16).padStart(4, '0');

function deviceOf({ vendorId, productId, productName }: HidDevice): Device {
  const key = `hid:${hex(vendorId)}:${hex(productId)}`;
  return { key, name: productName || `${hex(vendorId)}:${hex(productId)}`, kind: 'pedal' };
}
