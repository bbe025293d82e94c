import { expect, test } from 'vitest';
import { isStillGood, lacksAddon } from './runtime.mjs';
import { electronEnvironment } from './runtime-info.mjs';

const known = {
  kind: 'hosted',
  executablePath: process.execPath,
  electronVersion: '25.1.1',
  electronPackage: '45.4.1',
};

test('the runtime that was found is used while it is there and the electron package is the same', () => {
  expect(isStillGood(known, '45.4.1')).toBe(true);
  expect(isStillGood(known, '46.0.0')).toBe(false);
  expect(isStillGood({ ...known, executablePath: '/nowhere/electron' }, '45.4.1')).toBe(false);
  expect(isStillGood(undefined, '45.4.1')).toBe(false);
});

test('the addon is compiled only where one is wanted and absent', () => {
  expect(lacksAddon({ sqliteBinding: null })).toBe(false);
  expect(lacksAddon({ sqliteBinding: process.execPath })).toBe(false);
  expect(lacksAddon({ sqliteBinding: '/nowhere/better_sqlite3.node' })).toBe(true);
});

test('the program gets the addon of its own runtime, never one left in the environment', () => {
  const environment = { LANG: 'kk_KZ.UTF-8', MINBER_SQLITE_BINDING: '/old.node', ELECTRON_RUN_AS_NODE: '1' };
  expect(electronEnvironment({ sqliteBinding: null }, environment)).toEqual({ LANG: 'kk_KZ.UTF-8' });
  expect(electronEnvironment({ sqliteBinding: '/new.node' }, environment)).toEqual({
    LANG: 'kk_KZ.UTF-8',
    MINBER_SQLITE_BINDING: '/new.node',
  });
});
