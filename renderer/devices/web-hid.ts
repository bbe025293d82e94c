/** The part of the WebHID API (WICG) that a foot pedal needs; the standard library of types leaves it out. */
export interface HidDevice extends EventTarget {
  readonly opened: boolean;
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  open(): Promise<void>;
  close(): Promise<void>;
  forget(): Promise<void>;
}

export interface HidReport extends Event {
  readonly reportId: number;
  readonly data: DataView;
}

interface Hid extends EventTarget {
  getDevices(): Promise<readonly HidDevice[]>;
  requestDevice(options: { readonly filters: readonly unknown[] }): Promise<readonly HidDevice[]>;
}

/** Returns what gives access to foot pedals; null where the engine has none. */
export const webHid = (): Hid | null => (navigator as Navigator & { readonly hid?: Hid }).hid ?? null;
