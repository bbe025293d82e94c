/** Tells whether there is a screen to open a window on. */
export function hasDisplay(on?: { platform?: NodeJS.Platform; env?: NodeJS.ProcessEnv }): boolean;
