import type { App } from '../services/app.ts';
import {
  changeDirectory,
  delegatesFileName,
  exportDelegates,
  listApart,
  readDelegatesFile,
  recordingCounts,
  setApart,
  speakerRecordings,
} from '../services/delegates.ts';
import { keepPortrait } from '../services/portraits.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './dispatch.ts';

type DelegateChannel = Extract<
  keyof Handlers,
  | `speakers.${'change' | 'recordingCounts' | 'recordings' | 'apart' | 'setApart'}`
  | `${'portraits' | 'delegates'}.${string}`
>;

/** Returns the handlers of the delegate list. */
export function delegateHandlers(app: App, desktop: Desktop): Pick<Handlers, DelegateChannel> {
  return {
    'speakers.change': (change) => changeDirectory(app, change),
    'speakers.recordingCounts': () => recordingCounts(app),
    'speakers.recordings': ({ speakerId }) => speakerRecordings(app, speakerId),
    'speakers.apart': () => listApart(app),
    'speakers.setApart': (pair) => setApart(app, pair),
    'portraits.keep': ({ bytes }) => keepPortrait(app, bytes),
    'delegates.choose': async () => {
      const path = await desktop.chooseTable();
      return path === null ? null : readDelegatesFile(path);
    },
    'delegates.export': async ({ form, language }) => {
      const defaultName = delegatesFileName(form, language);
      const path = await desktop.chooseSavePath({ defaultName, extension: form });
      return path === null ? null : exportDelegates(app, form, language, path);
    },
  };
}
