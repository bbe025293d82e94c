import { Plus, RotateCcw, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Button as AriaButton,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  Input,
  SearchField,
} from 'react-aria-components';
import type { Settings } from '../../shared/ipc/contract.ts';
import { changeSettings } from '../actions/settings.ts';
import { keysOf, ownerOf, presetKeysOf, resetKeys, unbindKeys } from '../commands/bindings.ts';
import type { Command } from '../commands/command.ts';
import { COMMANDS } from '../commands/commands.ts';
import { showKeys } from '../commands/keys.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { tell, tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { groupCommands } from './group-commands.ts';
import { PresetChoice } from './preset-choice.tsx';
import { PressKeysDialog } from './press-keys-dialog.tsx';
import './settings.css';

const keep = (keyBindings: Settings['keyBindings']) =>
  void changeSettings({ keyBindings }).catch(tellFailure);

/** Every command with its keys; Enter on one gives it more. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const [query, setQuery] = useState('');
  const [pressing, setPressing] = useState<Command | null>(null);
  const groups = useMemo(() => groupCommands(COMMANDS, query, settings, t), [query, settings, t]);
  const { keyBindings } = settings;

  const resetAll = () => {
    keep({});
    tell(t('settings.resetDone'), { label: t('app.undo'), run: () => keep(keyBindings) });
  };

  return (
    <Dialog
      title={t('settings.keysTitle')}
      width={680}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" isDisabled={Object.keys(keyBindings).length === 0} onPress={resetAll}>
            {t('settings.resetAll')}
          </Button>
          <Button look="primary" onPress={onClose}>
            {t('settings.done')}
          </Button>
        </>
      }
    >
      <div className="keys">
        <div className="keys-tools">
          <SearchField aria-label={t('settings.keysSearch')} value={query} onChange={setQuery} autoFocus>
            <Input className="field-input" placeholder={t('settings.keysSearch')} />
          </SearchField>
          <PresetChoice hideLabel />
        </div>
        <GridList
          className="keys-list"
          aria-label={t('settings.keysTitle')}
          onAction={(key) => setPressing(COMMANDS.find((command) => command.id === key) ?? null)}
          renderEmptyState={() => <p className="field-hint">{t('app.nothingFound')}</p>}
        >
          {groups.map((group) => (
            <GridListSection key={group.menu}>
              <GridListHeader className="keys-heading">{group.heading}</GridListHeader>
              {group.commands.map((command) => (
                <GridListItem
                  key={command.id}
                  id={command.id}
                  textValue={t(command.labelKey)}
                  className="keys-row"
                >
                  <KeysOfCommand command={command} onAdd={() => setPressing(command)} />
                </GridListItem>
              ))}
            </GridListSection>
          ))}
        </GridList>
      </div>
      {pressing ? <PressKeysDialog command={pressing} onClose={() => setPressing(null)} /> : null}
    </Dialog>
  );
}

/** The name of a command, its keys, those it lost to another, and what can be done about them. */
function KeysOfCommand({ command, onAdd }: { command: Command; onAdd: () => void }) {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const label = t(command.labelKey);
  const keys = keysOf(command, settings);
  const isOwn = settings.keyBindings[command.id] !== undefined;
  const lost = isOwn ? [] : presetKeysOf(command, settings.keyPreset).filter((each) => !keys.includes(each));
  return (
    <>
      <span className="keys-command">
        {label}
        {lost.map((each) => {
          const owner = ownerOf(each, COMMANDS, settings);
          return owner ? (
            <span key={each} className="keys-lost">
              {t('settings.keysTaken', { keys: showKeys(each), command: t(owner.labelKey) })}
            </span>
          ) : null;
        })}
      </span>
      <span className="keys-buttons">
        <IconButton icon={Plus} label={t('settings.addKeys', { command: label })} onPress={onAdd} />
        {isOwn ? (
          <IconButton
            icon={RotateCcw}
            size={14}
            label={t('settings.resetKeys', { command: label })}
            onPress={() => keep(resetKeys(command, settings))}
          />
        ) : null}
      </span>
      {keys.map((each) => (
        <kbd key={each} className="keys-chip">
          {showKeys(each)}
          <AriaButton
            className="keys-remove"
            aria-label={t('settings.removeKeys', { keys: showKeys(each), command: label })}
            onPress={() => keep(unbindKeys(command, each, settings))}
          >
            <X size={12} aria-hidden />
          </AriaButton>
        </kbd>
      ))}
    </>
  );
}
