import { type MouseEvent, type Ref, useImperativeHandle } from 'react';
import type { CommandId } from '../commands/command.ts';
import { runCommand } from '../commands/run-command.ts';
import { ports, useSession } from '../session.ts';
import { useContextMenu } from '../ui/context-menu.tsx';
import type { MenuRow } from '../ui/menu.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { commandOf, shownKeysOf } from './command-keys.ts';

export interface TurnMenuHandle {
  open(event: MouseEvent): void;
}

/** Commands of the menu, a line between groups. */
const GROUPS: readonly (readonly CommandId[])[] = [
  ['playTurn', 'loopTurn'],
  ['markQuote', 'annotate', 'resolveAnnotation', 'replyAnnotation', 'removeAnnotation'],
  ['splitTurn', 'mergeTurn'],
  ['setStart', 'setEnd'],
  ['insertTimestamp', 'applause', 'laughter', 'inaudible', 'crosstalk'],
  ['editSpeaker', 'checkAndNext', 'flag'],
];

/** The menu of the turn with the caret, at the pointer. */
export function TurnMenu({ ref }: { ref: Ref<TurnMenuHandle> }) {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const { open, menu } = useContextMenu();

  const commandRow = (id: CommandId): MenuRow => {
    const command = commandOf(id);
    const keys = shownKeysOf(id, settings);
    return {
      kind: 'action',
      id,
      label: t(command.labelKey),
      disabled: !command.when(),
      run: () => runCommand(command),
      ...(keys ? { keys } : {}),
    };
  };
  const editingRow = (id: 'cut' | 'copy' | 'paste'): MenuRow => ({
    kind: 'action',
    id,
    label: t(`command.${id}`),
    // Once the menu has closed and lets go of the focus.
    run: () =>
      void setTimeout(() => {
        ports.editor?.focus();
        document.execCommand(id);
      }, 0),
  });

  useImperativeHandle(ref, () => ({
    open(event) {
      // Newer runtimes let a page paste by key and by the window's menu alone.
      const editing = (['cut', 'copy', 'paste'] as const)
        .filter((id) => id !== 'paste' || document.queryCommandEnabled('paste'))
        .map(editingRow);
      const groups = [...GROUPS.map((ids) => ids.map(commandRow)), editing];
      const rows = groups.flatMap((group, index): MenuRow[] =>
        index === 0 ? group : [{ kind: 'separator', id: `line ${index}` }, ...group],
      );
      open(event, t('editor.turnMenu'), rows);
    },
  }));
  return menu;
}
