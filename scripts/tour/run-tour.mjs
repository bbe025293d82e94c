import { onSomeDisplay } from '../setup/display.mjs';
import { projectPath } from '../setup/places.mjs';
import { runInTerminal } from '../setup/run-command.mjs';
import { toolNode, toolOptions } from '../setup/tools.mjs';

/**
 * Takes the tour, on a virtual screen where there is no other; set-up and build must have been done.
 *
 * @returns {Promise<number>} the exit status
 */
export async function runTour() {
  // The tour shares its hands with the end-to-end tests, which are TypeScript: Node strips the types, and would say so.
  const quietly = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';
  const { command, args } = onSomeDisplay({
    command: toolNode(),
    args: [quietly, projectPath('scripts', 'tour', 'take-tour.mjs')],
  });
  return runInTerminal(command, args, toolOptions());
}
