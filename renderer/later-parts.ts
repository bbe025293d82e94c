/**
 * The screen of a recording and the dialogs: the start shows neither, so they are loaded behind the library. A
 * recording counts as open once its screen is there, so that no key pressed on it is lost.
 */
let recordingView: typeof import('./recording-view.tsx') | null = null;

export async function loadRecordingView(): Promise<void> {
  recordingView ??= await import('./recording-view.tsx');
}

let articles: typeof import('./press/index.ts') | null = null;

/** Loads the list of articles and the screen of one. */
export async function loadArticles(): Promise<void> {
  articles ??= await import('./press/index.ts');
}

/** Returns the screens of articles; null until they have been loaded. */
export const loadedArticles = () => articles;

/** Returns the screen of a recording; null until it has been loaded. */
export const loadedRecordingView = () => recordingView?.RecordingView ?? null;

export const loadDialogs = () => import('./frame/dialogs.tsx');

/** Takes the keys that the person wants to work in other windows too. */
export const loadKeysEverywhere = async () =>
  (await import('./devices/keys-everywhere.ts')).keepKeysEverywhere();

export const loadDelegates = () => import('./delegates/delegates-screen.tsx');
