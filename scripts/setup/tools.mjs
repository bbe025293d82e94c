import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { packagePath, projectFolder } from './places.mjs';

const packagedNode = packagePath('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The machine's own Node. What runs this may be the packaged one, which `npm ci` removes under it. */
export const machineNode = process.env.npm_node_execpath ?? process.execPath;

/** The Node that the project's tools run on: the one among its packages, else the machine's. */
export const toolNode = () => (existsSync(packagedNode) ? packagedNode : machineNode);

/**
 * The command that runs a tool of `node_modules`.
 *
 * @param {string} packageName
 * @param {string} tool a name in the package's `bin`
 * @param {readonly string[]} args
 * @returns {{command: string, args: string[]}}
 */
export function toolCommand(packageName, tool, args) {
  const { bin } = JSON.parse(readFileSync(packagePath(packageName, 'package.json'), 'utf8'));
  return { command: toolNode(), args: [packagePath(packageName, bin[tool]), ...args] };
}

/**
 * The environment for the project's tools: its own Node and tools come first.
 *
 * @param {NodeJS.ProcessEnv} [additions]
 */
export function toolOptions(additions = {}) {
  const PATH = [packagePath('.bin'), process.env.PATH].join(delimiter);
  return { cwd: projectFolder, env: { ...process.env, PATH, ...additions } };
}
