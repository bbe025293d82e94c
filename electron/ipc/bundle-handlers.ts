import { BUNDLE_EXTENSION } from '../../shared/bundle/manifest.ts';
import type { App } from '../services/app.ts';
import { addBundle } from '../services/bundles/add-bundle.ts';
import { lookAtBundle } from '../services/bundles/look-at-bundle.ts';
import { compareBundle, mergeBundle } from '../services/bundles/merge-bundle.ts';
import { askSmallSound } from '../services/bundles/small-sound.ts';
import { splitTakes } from '../services/bundles/split-takes.ts';
import { takeBackMerge } from '../services/bundles/take-back-merge.ts';
import { writeBundle } from '../services/bundles/write-bundle.ts';
import { countWithheld, exportFileName } from '../services/export-transcript.ts';
import { requireOriginal } from '../services/open-recording.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './dispatch.ts';
import type { Tasks } from './tasks.ts';

/** Returns the handlers of the contract's part about bundles. */
export function bundleHandlers(
  app: App,
  desktop: Desktop,
  tasks: Tasks,
): Pick<Handlers, Extract<keyof Handlers, `bundle.${string}`> | 'task.stop'> {
  const program = `Minber ${desktop.version}`;
  return {
    'bundle.write': async ({ recordingId, task, ...choices }) => {
      const transcript = requireOriginal(app.library, recordingId);
      const extension = BUNDLE_EXTENSION;
      const defaultName = exportFileName(app, transcript.id, extension);
      const path = await desktop.chooseSavePath({ defaultName, extension });
      if (path === null) return null;
      return tasks.run(task, (work) => writeBundle(app, recordingId, { ...choices, program }, path, work));
    },
    'bundle.split': async ({ recordingId, takes, folder: grant, task, ...choices }) => {
      const folder = app.grantedPath(grant);
      const paths = await tasks.run(task, (work) =>
        splitTakes(app, recordingId, takes, { ...choices, program }, folder, work),
      );
      return { paths: [...paths] };
    },
    'bundle.withheld': ({ recordingId }) =>
      countWithheld(app.library, requireOriginal(app.library, recordingId).id),
    'bundle.smallSound': ({ recordingId }) => askSmallSound(app, recordingId),
    'bundle.look': ({ grant }) => lookAtBundle(app, app.grantedPath(grant)),
    'bundle.add': ({ grant, asCopy, task }) =>
      tasks.run(task, (work) => addBundle(app, app.grantedPath(grant), { asCopy }, work)),
    'bundle.compare': ({ grant }) => compareBundle(app, app.grantedPath(grant)),
    'bundle.merge': ({ grant, task, choices, ...input }) => {
      const decided = new Map(choices.map(({ key, choice }) => [key, choice]));
      return tasks.run(task, (work) =>
        mergeBundle(app, app.grantedPath(grant), { ...input, choices: decided }, work),
      );
    },
    'bundle.takeBack': (input) => takeBackMerge(app, input),
    'task.stop': ({ task }) => tasks.stop(task),
  };
}
