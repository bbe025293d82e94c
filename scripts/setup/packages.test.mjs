import { expect, test } from 'vitest';
import { isInstalledAsLocked } from './packages.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/slate': { version: '0.146.0' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
};

const installed = (packages) => ({ packages });

test('packages for other machines may be absent', () => {
  expect(isInstalledAsLocked(lock, installed({ 'node_modules/slate': { version: '0.146.0' } }))).toBe(true);
});

test('another version, a missing package and an empty node_modules all ask for npm ci', () => {
  expect(isInstalledAsLocked(lock, installed({ 'node_modules/slate': { version: '0.145.0' } }))).toBe(false);
  expect(isInstalledAsLocked(lock, installed({ 'node_modules/fsevents': { version: '2.3.3' } }))).toBe(false);
  expect(isInstalledAsLocked(lock, undefined)).toBe(false);
});
