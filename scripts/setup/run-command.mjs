import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const windows = process.platform === 'win32';

/**
 * Runs a command to its end and keeps what it printed.
 *
 * The command gets a process group of its own, so that a time-out or Ctrl+C ends its children too.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number}} [options]
 * @returns {Promise<{status: number | null, stdout: string, output: string, timedOut: boolean}>} `status` is
 *   null when the command could not be started or was ended by a signal; `output` is stdout and stderr as they came.
 */
export function runCommand(command, args, { cwd, env = process.env, timeoutMs = 600_000 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: !windows });
    let stdout = '';
    let output = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup(child);
    }, timeoutMs);
    const endWithUs = () => {
      endGroup(child);
      process.exit(130);
    };
    process.once('SIGINT', endWithUs);
    process.once('SIGTERM', endWithUs);
    const finish = (status) => {
      clearTimeout(timer);
      process.off('SIGINT', endWithUs);
      process.off('SIGTERM', endWithUs);
      resolve({ status, stdout, output: stripVTControlCharacters(output), timedOut });
    };
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => {
      output += error.message;
      finish(null);
    });
    child.on('close', (status, signal) => {
      if (signal) output += `\nEnded by ${signal}.`;
      finish(status);
    });
  });
}

/**
 * Runs a command that shares this terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<number>} its exit status; 128 when a signal ended it, 127 when it could not be started
 */
export function runInTerminal(command, args, { cwd, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    // The terminal gives its Ctrl+C to the command as well, which may have work to finish: it ends first.
    const waitForCommand = () => {};
    const passOn = () => child.kill('SIGTERM');
    process.on('SIGINT', waitForCommand);
    process.on('SIGTERM', passOn);
    child.on('error', () => resolve(127));
    child.on('close', (status) => {
      process.off('SIGINT', waitForCommand);
      process.off('SIGTERM', passOn);
      resolve(status ?? 128);
    });
  });
}

function endGroup(child) {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (windows) child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/**
 * The last line that a command printed, which most often tells why it failed.
 *
 * @param {string} output
 */
export function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
