/**
 * The screen of a recording and the dialogs: the start shows neither, so they are loaded behind the library. A
 * recording counts as open once its screen is there, so that no key pressed on it is lost.
 */
let recordingView: typeof import('./recording-view.tsx') | null = null;

export async function loadRecordingView(): Promise<void> {
  recordingView ??= await import('./recording-view.tsx');
}

/** Returns the screen of a recording; null until it has been loaded. */
export const loadedRecordingView = () => recordingView?.RecordingView ?? null;

export const loadDialogs = () => import('./frame/dialogs.tsx');

/** Takes the keys that the person wants to work in other windows too. */
export const loadKeysEverywhere = async () =>
  (await import('./devices/keys-everywhere.ts')).keepKeysEverywhere();
