import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/ipc/errors.ts';
import { sha256Of } from '../../media/fingerprint.ts';
import { importMediaFile } from '../import-file.ts';
import { listLibrary } from '../list-library.ts';
import { requireOriginal } from '../open-recording.ts';
import { openTestApp, putTurns, temporaryFolder, turnOf } from '../testing/open-test-app.ts';
import { addBundle } from './add-bundle.ts';
import { writeBundle } from './write-bundle.ts';

const whole = readFileSync(resolve('electron/services/bundles/fixtures/version-1.minber'));

/** Opens what somebody sent, and checks that it is refused and that nothing is left of it. */
async function refuse(bytes: Uint8Array, code: ErrorCode = 'bundle-unreadable', name = 'sent.minber') {
  const folder = temporaryFolder();
  const app = openTestApp(join(folder, 'desk'), {
    libraryPath: join(folder, 'desk', 'library.minber-library'),
  });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const listing = () => readdirSync(folder, { recursive: true }).map(String).sort();
  const before = listing();
  await expect(addBundle(app, path, { asCopy: false })).rejects.toMatchObject({ code });
  await expect(addBundle(app, path, { asCopy: true })).rejects.toMatchObject({ code });
  expect(await listLibrary(app, { bin: false })).toEqual([]);
  expect(listing()).toEqual(before);
}

type Manifest = { [key: string]: unknown; parts: { name: string; bytes: number; sha256: string }[] };

/** Packs a bundle anew after a change, with hashes that are right unless the change says otherwise. */
async function repacked(
  change: (zip: JSZip, manifest: Manifest) => unknown,
  compression: 'STORE' | 'DEFLATE' = 'STORE',
): Promise<Buffer> {
  const zip = await JSZip.loadAsync(whole);
  const manifest = JSON.parse((await zip.file('manifest.json')?.async('string')) ?? '') as Manifest;
  await change(zip, manifest);
  zip.file('manifest.json', JSON.stringify(manifest));
  return zip.generateAsync({ type: 'nodebuffer', compression });
}

/** Puts another content in a part's place, rightly hashed. */
function replacePart(zip: JSZip, manifest: Manifest, name: string, text: string): void {
  const bytes = Buffer.from(text);
  zip.file(name, bytes);
  manifest.parts = manifest.parts.map((part) =>
    part.name === name ? { name, bytes: bytes.length, sha256: sha256Of(bytes) } : part,
  );
}

const withPart = (name: string, edit: (text: string) => string) =>
  repacked(async (zip, manifest) =>
    replacePart(zip, manifest, name, edit((await zip.file(name)?.async('string')) ?? '')),
  );

describe('what is no bundle', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['NUL bytes', Buffer.alloc(5000)],
    ['a text', Buffer.from('Құрметті қонақтар')],
    ['the head of a zip', Buffer.from('PK\u0003\u0004')],
    ['the end of a zip', Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)])],
  ])('is refused: %s', (_, bytes) => refuse(bytes));

  it('is refused when it was cut, wherever', async () => {
    for (const share of [0.05, 0.5, 0.9, 0.99]) await refuse(whole.subarray(0, whole.length * share));
    await refuse(whole.subarray(100));
  });

  it('is refused when it is a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sent.minber'));
    const app = openTestApp(folder);
    await expect(addBundle(app, join(folder, 'sent.minber'), { asCopy: false })).rejects.toMatchObject({
      code: 'not-a-file',
    });
  });
});

describe('a bundle that was tampered with', () => {
  it.each(['manifest.json', 'transcript.json', 'speakers.json', 'annotations.json', 'media/original.ogg'])(
    'is refused without %s',
    async (name) => {
      const zip = await JSZip.loadAsync(whole);
      zip.remove(name);
      await refuse(await zip.generateAsync({ type: 'nodebuffer' }));
    },
  );

  it('is refused when a part is not what the manifest says', async () => {
    await refuse(await repacked((zip) => zip.file('speakers.json', '{"speakers":[]}')));
    await refuse(await repacked((zip) => zip.file('media/original.ogg', Buffer.alloc(6273))));
    await refuse(
      await repacked((_, manifest) => {
        manifest.parts = manifest.parts.filter(({ name }) => name !== 'speakers.json');
      }),
    );
  });

  it('is refused when a byte of its media changed on the way', async () => {
    const bytes = Buffer.from(whole);
    const at = bytes.indexOf('OggS') + 3000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await refuse(bytes);
  });

  it('is refused when its history does not lead to the text, or its chain is broken', async () => {
    await refuse(await withPart('transcript.json', (text) => text.replace('бірінші', 'басқаша')));
    await refuse(await withPart('history.jsonl', (text) => text.replaceAll('бірінші', 'басқаша')));
    await refuse(await withPart('history.jsonl', (text) => text.split('\n').slice(1).join('\n')));
    await refuse(await withPart('history.jsonl', () => 'null\n[]\n{}\n'));
  });

  it('is refused when its speakers stand for one another in a circle', async () => {
    await refuse(
      await withPart('speakers.json', (text) => {
        const [speaker] = JSON.parse(text).speakers;
        const other = { ...speaker, id: '00000000-0000-4000-9000-000000000001', mergedInto: speaker.id };
        return JSON.stringify({ speakers: [{ ...speaker, mergedInto: other.id }, other] });
      }),
    );
  });

  it('is refused when something of its history was changed that the text does not show', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const path = join(folder, 'sent.minber');
    writeFileSync(path, await withPart('history.jsonl', (text) => text.replace(/2026-/, '2025-')));
    await expect(addBundle(app, path, { asCopy: false })).rejects.toMatchObject({
      code: 'bundle-unreadable',
    });
    expect(await listLibrary(app, { bin: false })).toEqual([]);
  });

  it('is refused when its parts contradict each other', async () => {
    await refuse(await withPart('speakers.json', () => '{"speakers":[]}'));
    await refuse(
      await withPart('annotations.json', (text) => text.replace(/"kinds": \[[^\]]*\]/, '"kinds": []')),
    );
    await refuse(
      await withPart('transcript.json', (text) => text.replace('"startMs": 0', '"startMs": 1e300')),
    );
    await refuse(await withPart('transcript.json', () => '{"format":"minber-transcript","turns":null}'));
    await refuse(await withPart('transcript.json', () => `${'['.repeat(100_000)}`));
  });

  it('is refused with a name that leads out of it, or is taken twice', async () => {
    const odd = await repacked((zip) => zip.file('xx_xx_evil.txt', 'evil'));
    const leading = Buffer.from(
      odd.toString('latin1').replaceAll('xx_xx_evil.txt', '../../evil.txt'),
      'latin1',
    );
    await refuse(leading);
    const twice = await repacked((zip) => zip.file('speakers.jsox', '{"speakers":[]}'));
    await refuse(
      Buffer.from(twice.toString('latin1').replaceAll('speakers.jsox', 'speakers.json'), 'latin1'),
    );
    await refuse(
      await repacked((zip, manifest) => {
        Object.assign(manifest.media as object, { part: '../../evil.ogg' });
        zip.file('evil', '');
      }),
    );
  });

  it('is refused with too much in it: a bomb, a huge manifest, thousands of entries', async () => {
    const bomb = await repacked(
      (zip, manifest) => replacePart(zip, manifest, 'transcript.json', ' '.repeat(70 * 1024 * 1024)),
      'DEFLATE',
    );
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await refuse(bomb);
    await refuse(
      await repacked((_, manifest) => Object.assign(manifest, { program: 'x'.repeat(2_000_000) }), 'DEFLATE'),
    );
    await refuse(
      await repacked((zip) => {
        for (let number = 0; number < 5000; number++) zip.file(`part-${number}`, '');
      }),
    );
  });

  it('is refused when its media is packed: it might unpack without end', async () => {
    await refuse(await repacked(() => undefined, 'DEFLATE'));
  });
});

it('names the media by itself: no name out of a bundle becomes a path', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const path = join(folder, 'sent.minber');
  const media = await repacked((_, manifest) =>
    Object.assign(manifest.media as object, { name: '../../..\\evil\u0000/con.ogg' }),
  );
  writeFileSync(path, media);
  await addBundle(app, path, { asCopy: false });
  const files = readdirSync(folder, { recursive: true }).map(String);
  expect(files.filter((name) => name.endsWith('.ogg'))).toEqual([
    expect.stringMatching(/^library\.minber-library-media\/[0-9a-f-]{36}\/_con\.ogg$/),
  ]);
});

it('says so when it was made by a newer program', async () => {
  await refuse(
    await repacked((_, manifest) =>
      Object.assign(manifest, { version: 3, program: 'Minber 9', holograms: [1] }),
    ),
    'bundle-newer',
  );
});

it('is written by this program as the one that is kept', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const media = join(folder, 'форум.ogg');
  copyFileSync(resolve('e2e/fixtures/session.ogg'), media);
  const id = await importMediaFile(app, media, 'kk');
  putTurns(app, requireOriginal(app.library, id).id, 0, [turnOf('сөз', 'a0')]);
  const choices = { media: 'original' as const, history: true, program: 'Minber' };
  const { path } = await writeBundle(app, id, choices, join(folder, 'out.minber'));
  const parts = async (bytes: Buffer) => Object.keys((await JSZip.loadAsync(bytes)).files).sort();
  const keys = async (bytes: Buffer) => {
    const zip = await JSZip.loadAsync(bytes);
    const manifest = JSON.parse((await zip.file('manifest.json')?.async('string')) ?? '') as object;
    return Object.entries(manifest).map(([key, value]) => [key, Object.keys(value ?? {}).length > 0]);
  };
  const written = readFileSync(path);
  expect(await parts(written)).toEqual(await parts(whole));
  expect((await keys(written)).map(([key]) => key)).toEqual((await keys(whole)).map(([key]) => key));
});
