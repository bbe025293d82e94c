import { execFile, spawn } from 'node:child_process';
import { constants as modes } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { constants, homedir, setPriority } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';

/** Where a program was found: chosen in the settings, beside Minber, on the PATH, or where installers put it. */
export type FfmpegOrigin = 'chosen' | 'beside' | 'path' | 'usual';

/** ffmpeg and its ffprobe, both tried. */
export interface Ffmpeg {
  /** Absolute. */
  readonly path: string;
  readonly probePath: string;
  /** As it says itself: `5.1.9-0+deb12u1`, `n7.1`, `N-118193-g5c4d8c4`. */
  readonly version: string;
  readonly origin: FfmpegOrigin;
}

export interface FfmpegPlaces {
  /** What the person chose; it is taken or nothing is. */
  readonly chosen?: string | null;
  /** The folder of Minber itself. */
  readonly beside?: string | undefined;
  readonly environment?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
}

const VERSION_WAIT_MS = 10_000;
const TAIL_CHARACTERS = 4000;

/** Returns the first ffmpeg that works and has its ffprobe beside it; null when there is none. */
export async function findFfmpeg(places: FfmpegPlaces): Promise<Ffmpeg | null> {
  const { chosen, platform = process.platform } = places;
  if (chosen) return tryFfmpeg(chosen, 'chosen', platform);
  for (const [folder, origin] of foldersOf(places)) {
    const found = await tryFfmpeg(join(folder, programName('ffmpeg', platform)), origin, platform);
    if (found) return found;
  }
  return null;
}

const programName = (name: string, platform: NodeJS.Platform) =>
  platform === 'win32' ? `${name}.exe` : name;

/** Folders of the PATH that are not absolute are passed over: what lies there is anybody's. */
function foldersOf({
  beside,
  environment = process.env,
  platform = process.platform,
}: FfmpegPlaces): readonly (readonly [folder: string, origin: FfmpegOrigin])[] {
  const path = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(isAbsolute);
  return [
    ...(beside ? ([[beside, 'beside']] as const) : []),
    ...path.map((folder) => [folder, 'path'] as const),
    ...usualFolders(platform, environment).map((folder) => [folder, 'usual'] as const),
  ];
}

/** Where installers put programs; one started from the desktop often has a PATH without them. */
function usualFolders(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'darwin') return ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'];
  if (platform !== 'win32') return ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  const { ProgramFiles, LOCALAPPDATA, ProgramData, SystemDrive = 'C:' } = environment;
  return [
    join(`${SystemDrive}\\`, 'ffmpeg', 'bin'),
    ...(ProgramFiles ? [join(ProgramFiles, 'ffmpeg', 'bin')] : []),
    ...(LOCALAPPDATA ? [join(LOCALAPPDATA, 'Microsoft', 'WinGet', 'Links')] : []),
    ...(ProgramData ? [join(ProgramData, 'chocolatey', 'bin')] : []),
    join(homedir(), 'scoop', 'shims'),
  ];
}

async function tryFfmpeg(
  path: string,
  origin: FfmpegOrigin,
  platform: NodeJS.Platform,
): Promise<Ffmpeg | null> {
  const probePath = join(dirname(path), programName('ffprobe', platform));
  if (!(await isProgram(path)) || !(await isProgram(probePath))) return null;
  const [version, probeVersion] = await Promise.all([
    versionOf(path, 'ffmpeg'),
    versionOf(probePath, 'ffprobe'),
  ]);
  return version && probeVersion ? { path, probePath, version, origin } : null;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, modes.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function versionOf(path: string, name: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(path, ['-version'], { timeout: VERSION_WAIT_MS, windowsHide: true }, (error, stdout) => {
      const version = new RegExp(`^${name} version (\\S+)`).exec(stdout)?.[1];
      resolve(error || !version ? null : version);
    });
  });
}

/** ffmpeg or ffprobe ended without having done its work. `message` is the end of what it said, for the log. */
export class FfmpegFailure extends Error {
  override readonly name = 'FfmpegFailure';
  /** Null when a signal ended it or it could not be started. */
  readonly status: number | null;

  constructor(status: number | null, said: string) {
    super(said.trim() || `ended with ${status ?? 'a signal'}`);
    this.status = status;
  }
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Is told, about twice a second, up to which time the output has been written, in milliseconds. */
  readonly onTime?: ((outMs: number) => void) | undefined;
  /**
   * Is given what is written to `pipe:1`, and read no faster than its promises resolve. Then there is no `onTime`.
   */
  readonly onOutput?: ((bytes: Buffer) => void | Promise<void>) | undefined;
  /** Lets whatever the person does go first. */
  readonly isBackground?: boolean | undefined;
  /** Is told each line of what ffmpeg says, which filters write their findings to. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/**
 * Runs ffmpeg without a shell; what it asks it answers by itself, and files are overwritten. Rejects with
 * FfmpegFailure, or with the signal's reason when stopped, once the process and what it started have been ended.
 */
export function runFfmpeg(
  { path }: Pick<Ffmpeg, 'path'>,
  args: readonly string[],
  options: RunOptions = {},
): Promise<void> {
  const progress = options.onOutput ? [] : ['-progress', 'pipe:1', '-stats_period', '0.5'];
  const level = options.onLine ? [] : ['-loglevel', 'error'];
  const always = ['-hide_banner', '-nostdin', '-nostats', '-y'];
  return runProgram(path, [...always, ...level, ...progress, ...args], {
    ...options,
    onOutput: options.onOutput ?? progressReader(options.onTime),
  });
}

/** Runs a program of ffmpeg's; see `runFfmpeg`. */
export async function runProgram(
  path: string,
  args: readonly string[],
  { signal, onOutput, onLine, isBackground = false }: Omit<RunOptions, 'onTime'>,
): Promise<void> {
  signal?.throwIfAborted();
  const child = spawn(path, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // A group of its own, which can be ended with all that it started.
    detached: process.platform !== 'win32',
  });
  if (isBackground) yieldToOthers(child.pid);
  let said = '';
  let rest = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-TAIL_CHARACTERS);
    if (!onLine) return;
    const lines = (rest + text).split(/\r?\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      said += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  const stop = () => endTree(child.pid);
  signal?.addEventListener('abort', stop);
  try {
    for await (const bytes of child.stdout) await onOutput?.(bytes as Buffer);
  } catch (error) {
    endTree(child.pid);
    await ended;
    throw error;
  } finally {
    // Held until the process is gone: a stop may come while it writes its last.
    void ended.then(() => signal?.removeEventListener('abort', stop));
  }
  const status = await ended;
  signal?.throwIfAborted();
  if (rest) onLine?.(rest);
  if (status !== 0) throw new FfmpegFailure(status, said);
}

function yieldToOthers(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It ended at once, or the system does not let us: it works all the same.
  }
}

function endTree(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') execFile('taskkill', ['/pid', String(pid), '/T', '/F']);
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Reads `-progress`: lines of `key=value`, of which `out_time_us` is in microseconds in spite of older names. */
function progressReader(onTime: RunOptions['onTime']): (bytes: Buffer) => void {
  let rest = '';
  return (bytes) => {
    const lines = (rest + bytes.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const micros = /^out_time_us=(\d+)/.exec(line)?.[1];
      if (micros !== undefined) onTime?.(Number(micros) / 1000);
    }
  };
}

/**
 * The demuxers that are let in. Playlists and lists of files are kept out: such a file would have other files, or
 * addresses of the network, read in its name.
 */
const DEMUXERS =
  'aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,asf_o,au,avi,caf,dts,dv,eac3,flac,flv,gxf,h264,hevc,ivf,m4v,matroska,webm,' +
  'mov,mp4,m4a,3gp,3g2,mj2,mp3,mpc,mpc8,mpeg,mpegts,mpegtsraw,mpegvideo,mxf,nut,ogg,oma,rm,tta,voc,w64,wav,' +
  'wtv,wv,adp,gsm,qcp,wsd,dsf,ircam,pvf';

/** Options that stand before `-i` for any file of a person's: no network, no playlists. */
export const INPUT_LIMITS: readonly string[] = [
  '-protocol_whitelist',
  'file,pipe',
  '-format_whitelist',
  DEMUXERS,
];

/** Returns the arguments that have a file read as it lies there, whatever signs its name holds. */
export const inputFile = (path: string): readonly string[] => [...INPUT_LIMITS, '-i', `file:${path}`];
