import type { Translate } from '../../shared/i18n/i18n.ts';
import type { Settings } from '../../shared/ipc/contract.ts';
import { keysOf } from '../commands/bindings.ts';
import type { Command, MenuName } from '../commands/command.ts';
import { showKeys } from '../commands/keys.ts';

const HEADINGS = [
  ['play', 'app.menuPlay'],
  ['turn', 'app.menuTurn'],
  ['translation', 'app.menuTranslation'],
  ['article', 'app.menuArticle'],
  ['none', 'settings.keysWithoutMenu'],
  ['edit', 'app.menuEdit'],
  ['view', 'app.menuView'],
  ['file', 'app.menuFile'],
  ['help', 'app.menuHelp'],
] as const satisfies readonly (readonly [MenuName, Parameters<Translate>[0]])[];

export interface CommandGroup {
  readonly menu: MenuName;
  readonly heading: string;
  readonly commands: readonly Command[];
}

/** Returns the commands by menu, those alone whose name or keys have every word of the query; no empty groups. */
export function groupCommands(
  commands: readonly Command[],
  query: string,
  settings: Pick<Settings, 'keyPreset' | 'keyBindings'>,
  t: Translate,
): readonly CommandGroup[] {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const found = (command: Command) => {
    const text = [t(command.labelKey), ...keysOf(command, settings).map(showKeys)]
      .join(' ')
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
  return HEADINGS.map(([menu, heading]) => ({
    menu,
    heading: t(heading),
    commands: commands.filter((command) => command.menu === menu && found(command)),
  })).filter((group) => group.commands.length > 0);
}
