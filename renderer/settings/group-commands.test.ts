import { describe, expect, it } from 'vitest';
import { translator } from '../../shared/i18n/i18n.ts';
import { COMMANDS } from '../commands/commands.ts';
import { groupCommands } from './group-commands.ts';

const settings = { keyPreset: 'minber', keyBindings: {} } as const;
const ids = (query: string, language: 'en' | 'kk' = 'en') =>
  groupCommands(COMMANDS, query, settings, translator(language)).flatMap((group) =>
    group.commands.map((command) => command.id),
  );

describe('commands by menu', () => {
  it('are all there without a query', () => {
    expect(ids('').sort()).toEqual(COMMANDS.map((command) => command.id).sort());
  });

  it('are found by keys and by name in the language of the interface', () => {
    expect(ids('ctrl+j')).toEqual(['insertTimestamp']);
    expect(ids('уақыт белгісін', 'kk')).toEqual(['insertTimestamp']);
    expect(ids('uaqyt', 'kk')).toEqual([]);
  });

  it('stand under no empty heading', () => {
    expect(groupCommands(COMMANDS, 'ctrl+j', settings, translator('en'))).toHaveLength(1);
  });
});
