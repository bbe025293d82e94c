import { basename } from 'node:path';
import type { Output } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { type Ffmpeg, findFfmpeg } from '../media/ffmpeg.ts';
import type { SettingsFile } from './settings.ts';

export type FfmpegStatus = Output<'ffmpeg.status'>;

/** The ffmpeg of this computer, looked for when it is first needed and whenever it was not there the last time. */
export interface FfmpegTools {
  find(): Promise<Ffmpeg | null>;
  /** Rejects with `ffmpeg-missing`, which names the file that is in need of it. */
  require(name: string): Promise<Ffmpeg>;
  status(): Promise<FfmpegStatus>;
  /** Takes this program from now on. Rejects with `ffmpeg-unusable`, all as it was. */
  choose(path: string): Promise<FfmpegStatus>;
  /** Goes back to searching. */
  forget(): Promise<FfmpegStatus>;
}

/** `beside` is the folder of the program itself. */
export function createFfmpegTools(
  settings: Pick<SettingsFile, 'current' | 'change'>,
  beside: string | undefined,
): FfmpegTools {
  let looked: { readonly chosen: string | null; readonly found: Promise<Ffmpeg | null> } | undefined;

  const find = async () => {
    const chosen = settings.current().ffmpegPath;
    if (looked?.chosen !== chosen) looked = undefined;
    looked ??= { chosen, found: findFfmpeg({ chosen, beside }) };
    const found = await looked.found;
    if (!found) looked = undefined;
    return found;
  };
  const status = async (): Promise<FfmpegStatus> => {
    const found = await find();
    const { platform } = process;
    return {
      found: found && { path: found.path, version: found.version, origin: found.origin },
      chosen: settings.current().ffmpegPath,
      system: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    };
  };
  const take = async (ffmpegPath: string | null) => {
    await settings.change({ ffmpegPath });
    return status();
  };

  return {
    find,
    status,
    require: async (name) => {
      const found = await find();
      if (!found) throw new MinberError('ffmpeg-missing', { name });
      return found;
    },
    choose: async (path) => {
      if (!(await findFfmpeg({ chosen: path })))
        throw new MinberError('ffmpeg-unusable', { name: basename(path) });
      return take(path);
    },
    forget: () => take(null),
  };
}
