import { expect, test } from './desk.ts';
import { samplePath } from './launch.ts';
import { media, openSample } from './screens.ts';

test('the page opens no window and never leaves', async ({ desk }) => {
  desk.expectFault(/Not allowed to (load local resource|navigate top frame)/);
  const { app } = await desk.start();
  // Asked of the main process: Playwright itself would wait for the navigations that never come about.
  const inPage = (code: string) =>
    app.evaluate(
      ({ BrowserWindow }, script) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script, true),
      code,
    );
  expect(await inPage(`window.open('https://example.org/') === null`)).toBe(true);
  for (const url of ['https://example.org/', 'file:///etc/hostname', 'data:text/html,elsewhere'])
    await inPage(`{
      const link = document.createElement('a');
      link.href = ${JSON.stringify(url)};
      document.body.append(link);
      link.click();
      link.remove();
      location.href = ${JSON.stringify(url)};
    }`);
  expect(await inPage(`document.querySelector('main') !== null && location.href`)).toBe(
    'app://minber/index.html',
  );
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('every permission is denied', async ({ desk }) => {
  const { window } = await desk.start();
  const states = await window.evaluate(async () => {
    const names = ['microphone', 'camera', 'geolocation', 'notifications', 'clipboard-read', 'midi'];
    const statuses = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(statuses)).map(({ state }) => state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  const answers = await window.evaluate(async () => ({
    sound: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    ),
    place: await new Promise((answer) =>
      navigator.geolocation.getCurrentPosition(
        () => answer('granted'),
        () => answer('denied'),
      ),
    ),
    notifications: await Notification.requestPermission(),
  }));
  expect(answers).toEqual({ sound: 'denied', place: 'denied', notifications: 'denied' });
});

test('the page has the bridge and nothing of Node', async ({ desk }) => {
  const { app, window } = await desk.start();
  const found = await window.evaluate(() => ({
    bridge: Object.keys(minber).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
  }));
  expect(found).toEqual({ bridge: ['grantDropped', 'invoke', 'on'], node: [] });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [contents] = BrowserWindow.getAllWindows().map((each) => each.webContents);
    return (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('requests outside the contract are refused', async ({ desk }) => {
  const { window } = await desk.start();
  const refused = { ok: false, failure: { code: 'bad-request' } };
  const ask = (channel: string, input?: unknown) =>
    window.evaluate(
      ([name, what]) => (minber.invoke as (name: unknown, what: unknown) => Promise<unknown>)(name, what),
      [channel, input] as const,
    );
  expect(await ask('library.dropAll')).toEqual(refused);
  expect(await ask('constructor')).toEqual(refused);
  expect(await ask('recording.open', { recordingId: "'; DROP TABLE recordings; --" })).toEqual(refused);
  expect(await ask('recording.open', { recordingId: 7 })).toEqual(refused);
  expect(await ask('settings.change', { transcriptFontSize: 400 })).toEqual(refused);
  expect(await ask('settings.change', { unknown: true })).toEqual(refused);
  expect(await ask('library.list')).toEqual(refused);
  expect(await ask('library.list', { bin: false })).toEqual({ ok: true, value: [] });
});

test('the page cannot hand the main process a path', async ({ desk }) => {
  desk.expectFault(/files\.grantDropped/);
  const { window } = await desk.start();
  const answers = await window.evaluate(async (path) => {
    const invoke = minber.invoke as (name: string, input: unknown) => Promise<unknown>;
    const byPath = await invoke('files.grantDropped', { path }).then(
      () => 'answered',
      () => 'refused',
    );
    const made = new File(['text'], path);
    const byFile = await minber.grantDropped(made).then(
      ({ ok }) => ok,
      () => false,
    );
    const byFake = await minber.grantDropped({ path }).then(
      ({ ok }) => ok,
      () => false,
    );
    return { byPath, byFile, byFake };
  }, samplePath('forum.mp4'));
  expect(answers).toEqual({ byPath: 'refused', byFile: false, byFake: false });
});

test('nothing is fetched from elsewhere, and no script but the own runs', async ({ desk }) => {
  desk.expectFault(
    /Refused to|violates the following Content Security Policy|Content Security Policy directive/,
  );
  const { window } = await desk.start();
  const found = await window.evaluate(async () => {
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violated.add(effectiveDirective),
    );
    const fetched: string[] = [];
    for (const url of ['https://example.org/', 'http://127.0.0.1:9/', 'file:///etc/hostname'])
      await fetch(url).then(
        () => fetched.push(url),
        () => undefined,
      );
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.body.append(script);
    const image = new Image();
    image.src = 'https://example.org/pixel.png';
    document.body.append(image);
    await new Promise((settled) => image.addEventListener('error', settled));
    return { fetched, intruder: 'intruder' in window, violated: [...violated].sort() };
  });
  expect(found).toEqual({
    fetched: [],
    intruder: false,
    violated: ['connect-src', 'img-src', 'script-src-elem'],
  });
});

test('app:// serves its folder alone', async ({ desk }) => {
  desk.expectFault(/Failed to load resource/);
  const { window } = await desk.start();
  const status = (url: string) =>
    window.evaluate((target) => fetch(target).then((answer) => answer.status), url);
  expect(await status('app://minber/index.html')).toBe(200);
  expect(await status('app://minber/..%2f..%2fpackage.json')).toBe(403);
  expect(await status('app://minber/..%2fmain%2fmain.js')).toBe(403);
  expect(await status('app://minber/%2e%2e/%2e%2e/package.json')).toBe(404);
  expect(await status('app://minber/nothing.js')).toBe(404);
});

test('media:// serves what the library holds, by id and range alone', async ({ desk }) => {
  desk.expectFault(/Failed to load resource/);
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const source = await media(window).evaluate((element: HTMLMediaElement) => element.currentSrc);
  const ask = (url: string, range?: string) =>
    window.evaluate(
      ([target, wanted]) =>
        fetch(target, wanted ? { headers: { Range: wanted } } : {}).then(async (answer) => ({
          status: answer.status,
          range: answer.headers.get('content-range'),
          bytes: wanted ? (await answer.arrayBuffer()).byteLength : 0,
        })),
      [url, range] as const,
    );
  expect(source).toMatch(/^media:\/\/[0-9a-f-]{36}\/?$/);
  expect(await ask(source, 'bytes=10-19')).toEqual({ status: 206, range: 'bytes 10-19/2325042', bytes: 10 });
  expect(await ask(source, 'bytes=-5')).toEqual({
    status: 206,
    range: 'bytes 2325037-2325041/2325042',
    bytes: 5,
  });
  expect((await ask(source, 'bytes=9999999-')).status).toBe(416);
  expect((await ask(`media://${crypto.randomUUID()}/`)).status).toBe(404);
  expect((await ask('media://etc/passwd')).status).toBe(404);
});
