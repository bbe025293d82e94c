import { expect, test } from 'vitest';
import { runCommand } from './run-command.mjs';

const node = (script, options) => runCommand(process.execPath, ['-e', script], options);

test('what a command prints and how it ends are told', async () => {
  const result = await node('console.log("out"); console.error("err"); process.exitCode = 3');
  expect(result).toMatchObject({ status: 3, stdout: 'out\n', timedOut: false });
  expect(result.output).toContain('err');
});

test('a command that hangs is ended, its children too', async () => {
  const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`;
  expect(await node(script, { timeoutMs: 1_000 })).toMatchObject({ status: null, timedOut: true });
});

test('a command that is killed from outside says by what', async () => {
  const result = await node('process.kill(process.pid, "SIGTERM")');
  expect(result).toMatchObject({ status: null, timedOut: false });
  expect(result.output).toContain('Ended by SIGTERM.');
});

test('a command that is not there is told, not thrown', async () => {
  expect(await runCommand('minber-no-such-command', [])).toMatchObject({ status: null, timedOut: false });
});
