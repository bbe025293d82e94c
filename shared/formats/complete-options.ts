import { DEFAULT_EXPORT_OPTIONS } from './format.ts';

/** Returns what was given of the export options over the defaults, part by part; not checked, since it is input. */
export function completeOptions(given: unknown): unknown {
  return over(DEFAULT_EXPORT_OPTIONS, given);
}

function over(defaults: unknown, given: unknown): unknown {
  if (given === undefined) return defaults;
  if (!isRecord(defaults) || !isRecord(given)) return given;
  const names = new Set([...Object.keys(defaults), ...Object.keys(given)]);
  return Object.fromEntries([...names].map((name) => [name, over(own(defaults, name), own(given, name))]));
}

const own = (record: Readonly<Record<string, unknown>>, name: string) =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
