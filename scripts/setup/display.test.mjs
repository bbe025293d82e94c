import { expect, test } from 'vitest';
import { hasDisplay } from './display.mjs';

test('only Linux without X and without Wayland has no display', () => {
  expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
  expect(hasDisplay({ platform: 'linux', env: { DISPLAY: '' } })).toBe(false);
  expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true);
  expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
  expect(hasDisplay({ platform: 'darwin', env: {} })).toBe(true);
});
