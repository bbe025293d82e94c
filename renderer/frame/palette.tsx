import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { keysOf } from '../commands/bindings.ts';
import { COMMANDS } from '../commands/commands.ts';
import { showKeys } from '../commands/keys.ts';
import { runCommand } from '../commands/run-command.ts';
import { useSession } from '../session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useTranslate } from '../ui/use-translate.ts';

/** Every command that can be run now, found by a few letters of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const { contains } = useFilter({ sensitivity: 'base' });
  const commands = COMMANDS.filter((command) => command.id !== 'palette' && command.when());
  return (
    <Dialog title={t('app.search')} onClose={onClose} width={520} bare>
      <Autocomplete filter={contains}>
        <SearchField className="palette-search" aria-label={t('app.paletteHint')} autoFocus>
          <Input placeholder={t('app.paletteHint')} />
        </SearchField>
        <Menu
          className="menu palette-list"
          aria-label={t('app.search')}
          items={commands}
          renderEmptyState={() => <p className="palette-none">{t('app.nothingFound')}</p>}
        >
          {(command) => {
            const [keys] = keysOf(command, settings);
            return (
              <MenuItem
                className="menu-item"
                textValue={t(command.labelKey)}
                onAction={() => {
                  onClose();
                  setTimeout(() => runCommand(command), 0);
                }}
              >
                {t(command.labelKey)}
                {keys ? <kbd>{showKeys(keys)}</kbd> : null}
              </MenuItem>
            );
          }}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
