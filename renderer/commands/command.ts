import type { en } from '../../shared/i18n/en.ts';
import type { MessageKey } from '../../shared/i18n/i18n.ts';

/** Which menu a command stands in; `none` is reached by key and palette alone. */
export type MenuName =
  | 'file'
  | 'edit'
  | 'play'
  | 'turn'
  | 'translation'
  | 'article'
  | 'view'
  | 'help'
  | 'none';

/** Every command has its label in the catalogues under its id. */
export type CommandId = keyof (typeof en)['command'];

/** Everything that can be done, once. Keys are matched by place on the keyboard, never by letter. */
export interface Command {
  readonly id: CommandId;
  readonly labelKey: MessageKey;
  readonly menu: MenuName;
  /** Commands of one menu with the same group stand together, a line between groups. */
  readonly group: number;
  /** The first is shown. Written as `Ctrl+Shift+KeyP`. */
  readonly keys: readonly string[];
  /** Whether it can be run now. */
  readonly when: () => boolean;
  /** Whether it is on, for commands that are. */
  readonly checked?: () => boolean;
  readonly run: () => unknown;
}

/** Returns a command; `keys` are separated by spaces, `when` is always true if not given. */
export function command(
  menu: MenuName,
  group: number,
  id: CommandId,
  run: Command['run'],
  parts: { keys?: string; when?: () => boolean; checked?: () => boolean } = {},
): Command {
  return {
    id,
    labelKey: `command.${id}`,
    menu,
    group,
    run,
    keys: parts.keys?.split(' ') ?? [],
    when: parts.when ?? (() => true),
    ...(parts.checked ? { checked: parts.checked } : {}),
  };
}
