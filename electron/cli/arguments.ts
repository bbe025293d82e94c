import { parseArgs } from 'node:util';

/** What a command takes beside its operands, by long name. */
export interface OptionNames<Flag extends string, Value extends string, List extends string> {
  readonly flags: readonly Flag[];
  /** Options with a value; given twice, the last one holds. */
  readonly values: readonly Value[];
  /** Options with a value that may be given many times. */
  readonly lists: readonly List[];
}

export interface Arguments<Flag extends string, Value extends string, List extends string> {
  readonly flags: { readonly [F in Flag]: boolean };
  readonly values: { readonly [V in Value]: string | null };
  readonly lists: { readonly [L in List]: readonly string[] };
  readonly operands: readonly string[];
}

/** What is wrong with the words of a command line: a key under `cli.usage`, and the words concerned. */
export type UsageFault =
  | 'unknown-command'
  | 'unknown-option'
  | 'no-value'
  | 'value-given'
  | 'operands'
  | 'needed'
  | 'exclusive'
  | 'bad-value'
  | 'format-unknown'
  | 'format-not-told'
  | 'not-read'
  | 'not-written'
  | 'not-an-option';

/** Thrown where a command line cannot be meant. `words` fills the sentence's `{{words}}`. */
export class UsageError extends Error {
  readonly fault: UsageFault;
  readonly words: string;

  constructor(fault: UsageFault, words = '') {
    super(fault);
    this.name = 'UsageError';
    this.fault = fault;
    this.words = words;
  }
}

/** Reads the words after a command. Throws UsageError for an option that it does not take or that lacks its value. */
export function readArguments<Flag extends string, Value extends string, List extends string>(
  words: readonly string[],
  names: OptionNames<Flag, Value, List>,
): Arguments<Flag, Value, List> {
  const takesValue = new Set<string>([...names.values, ...names.lists]);
  const flags = new Set<string>(names.flags);
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries([
      ...[...takesValue].map((name) => [name, { type: 'string' }] as const),
      ...[...flags].map((name) => [name, { type: 'boolean' }] as const),
    ]),
    // Its own refusals are sentences in English.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (flags.has(name) && value !== undefined) throw new UsageError('value-given', rawName);
    if (!flags.has(name) && !takesValue.has(name)) throw new UsageError('unknown-option', rawName);
    const swallowed = !inlineValue && value !== undefined && /^-./.test(value);
    if (takesValue.has(name) && (value === undefined || swallowed)) throw new UsageError('no-value', rawName);
    given.set(name, [...(given.get(name) ?? []), value ?? '']);
  }
  const byName = <Name extends string, V>(list: readonly Name[], read: (name: Name) => V) =>
    Object.fromEntries(list.map((name) => [name, read(name)])) as { readonly [N in Name]: V };
  return {
    flags: byName(names.flags, (name) => given.has(name)),
    values: byName(names.values, (name) => given.get(name)?.at(-1) ?? null),
    lists: byName(names.lists, (name) => given.get(name) ?? []),
    operands: positionals,
  };
}
