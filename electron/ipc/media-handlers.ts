import type { App } from '../services/app.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './dispatch.ts';

/** Returns the handlers of the contract's part about ffmpeg. */
export function mediaHandlers(
  app: App,
  desktop: Desktop,
): Pick<Handlers, Extract<keyof Handlers, `ffmpeg.${string}`>> {
  return {
    'ffmpeg.status': () => app.ffmpeg.status(),
    'ffmpeg.choose': async () => {
      const path = await desktop.chooseProgram();
      return path === null ? null : app.ffmpeg.choose(path);
    },
    'ffmpeg.forget': () => app.ffmpeg.forget(),
  };
}
