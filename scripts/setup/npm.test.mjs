import { expect, test } from 'vitest';
import { npmReason } from './npm.mjs';

test('of all that npm says, the reason is told', () => {
  const output = `npm warn EBADENGINE Unsupported engine {
npm error code ECONNREFUSED
npm error errno ECONNREFUSED
npm error FetchError: request to http://127.0.0.1:9/slate failed, reason: connect ECONNREFUSED 127.0.0.1:9
npm error A complete log of this run can be found in: /home/aigul/.npm/_logs/debug-0.log
`;
  expect(npmReason(output)).toContain('connect ECONNREFUSED 127.0.0.1:9');
  expect(npmReason('spawn npm ENOENT')).toBe('spawn npm ENOENT');
});
