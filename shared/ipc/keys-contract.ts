import { z } from 'zod';

/** Keys in Electron's notation: a modifier, or a function or media key, so that typing elsewhere goes on. */
const accelerator = z
  .string()
  .max(64)
  .regex(/^((CommandOrControl|Alt|Shift)\+)*[\w,./\\;'`[\]=+-]+$/)
  .refine((keys) => /^(CommandOrControl|Alt)\+|^(Shift\+)?(F\d{1,2}|Media\w+)$/.test(keys));

export const keysEverywhere = z.strictObject({
  keys: z.array(z.strictObject({ id: z.string().max(64), accelerator })).max(32),
  /** Whether the window goes on working at full pace behind others. */
  worksBehind: z.boolean(),
});

export const foundPedal = z.strictObject({ deviceId: z.string(), name: z.string() });

/** What the contract says of keys and pedals from beyond the window. */
export const keysContract = {
  /** Takes these keys in place of those taken before; answers with the commands whose keys another program has. */
  'keys.takeEverywhere': { input: keysEverywhere, output: z.array(z.string()) },
  /** Answers the page's own request for a pedal, of which the event `pedals-found` has told; null for none. */
  'pedals.choose': { input: z.object({ deviceId: z.string().max(200).nullable() }), output: z.void() },
  'pedals.forget': {
    input: z.object({ vendorId: z.int().min(0).max(0xffff), productId: z.int().min(0).max(0xffff) }),
    output: z.void(),
  },
};

export const keysEvents = {
  /** What could be a foot pedal, while the person is to choose one. */
  'pedals-found': z.object({ pedals: z.array(foundPedal) }),
};
