import { lastLine, runCommand } from './run-command.mjs';
import { machineNode } from './tools.mjs';

/** Two tries of a minute each: a dead network is told within minutes, a slow one is given its time. */
const networkLimits = ['--fetch-timeout=60000', '--fetch-retries=1', '--no-audit', '--no-fund'];

/**
 * Runs npm, the same one that started this script where npm did.
 *
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number}} options
 */
export function runNpm(args, options) {
  const allArgs = [...args, ...networkLimits];
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) {
    return runCommand(machineNode, [script, ...allArgs], options);
  }
  return process.platform === 'win32'
    ? runCommand('cmd', ['/c', 'npm', ...allArgs], options)
    : runCommand('npm', allArgs, options);
}

/**
 * What npm says went wrong, out of all that it says.
 *
 * @param {string} output
 */
export function npmReason(output) {
  const errors = [...output.matchAll(/^npm error (?!code |errno |syscall |type |A complete log)(\S.*)$/gm)];
  return errors[0]?.[1] ?? lastLine(output);
}
