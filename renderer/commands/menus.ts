import type { Translate } from '../../shared/i18n/i18n.ts';
import type { Menu, Settings } from '../../shared/ipc/contract.ts';
import { keysOf } from './bindings.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { acceleratorOf } from './keys.ts';

const MENUS = [
  ['file', 'app.menuFile'],
  ['edit', 'app.menuEdit'],
  ['play', 'app.menuPlay'],
  ['turn', 'app.menuTurn'],
  ['translation', 'app.menuTranslation'],
  ['article', 'app.menuArticle'],
  ['view', 'app.menuView'],
  ['help', 'app.menuHelp'],
] as const;

/** Returns the application menu as the commands and the language stand now. */
export function describeMenus(t: Translate, settings: Settings): Menu[] {
  return MENUS.map(([name, labelKey]) => {
    const entries: Menu['entries'][number][] = [];
    let group: number | null = null;
    for (const command of COMMANDS.filter((candidate) => candidate.menu === name)) {
      if (group !== null && command.group !== group) {
        entries.push({ type: 'separator' });
        if (name === 'edit' && group === 1) entries.push(...editingRoles(t), { type: 'separator' });
      }
      group = command.group;
      entries.push(menuEntry(command, t, settings));
    }
    if (name === 'view')
      entries.push(
        { type: 'separator' },
        { type: 'role', role: 'togglefullscreen', label: t('command.fullScreen') },
      );
    return { label: t(labelKey), entries };
  });
}

const editingRoles = (t: Translate): Menu['entries'] =>
  (['cut', 'copy', 'paste'] as const).map((role) => ({ type: 'role', role, label: t(`command.${role}`) }));

function menuEntry(command: Command, t: Translate, settings: Settings): Menu['entries'][number] {
  const [keys] = keysOf(command, settings);
  return {
    type: 'command',
    id: command.id,
    label: t(command.labelKey),
    enabled: command.when(),
    ...(keys ? { accelerator: acceleratorOf(keys) } : {}),
    ...(command.checked ? { checked: command.checked() } : {}),
  };
}
