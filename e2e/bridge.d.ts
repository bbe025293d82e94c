import type { Bridge } from '../shared/ipc/bridge.ts';

declare global {
  /** In the page of the program, where the tests' functions run. */
  var minber: Bridge;
}
