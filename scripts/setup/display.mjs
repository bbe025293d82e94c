/** Tells whether there is a screen to open a window on. */
export function hasDisplay({ platform = process.platform, env = process.env } = {}) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** What a machine without a screen needs to open windows on a virtual one. */
export const displayPrograms = hasDisplay() ? [] : ['xvfb-run', 'xauth'];

/**
 * The command as it is, or wrapped in a virtual screen where there is no real one.
 *
 * @param {{command: string, args: readonly string[]}} wanted
 * @returns {{command: string, args: readonly string[]}}
 */
export function onSomeDisplay({ command, args }) {
  if (hasDisplay()) return { command, args };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1600x1000x24', command, ...args] };
}
