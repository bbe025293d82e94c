import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile as YauzlFile } from 'yauzl';
import { ZipFile } from 'yazl';
import { syncFolder, temporaryBeside } from './write-file-atomic.ts';

/** A part of a zip file as it was written or as it must be. */
export interface PartFacts {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A part to write. A part from a file is stored as it is, everything else is compressed. */
export type ZipSource =
  | { readonly name: string; readonly path: string; readonly bytes: number }
  | { readonly name: string; readonly content: () => Iterable<Uint8Array> };

interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** Is told how many bytes of content have been written so far. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

const PIECE_BYTES = 256 * 1024;

/** Passes bytes through; calls back with each piece's length and, at the end, with the facts of all. */
function measured(
  name: string,
  onPiece: (bytes: number) => void,
  onEnd: (facts: PartFacts) => void,
): Transform {
  const hash = createHash('sha256');
  let bytes = 0;
  return new Transform({
    transform(piece: Uint8Array, _encoding, next) {
      hash.update(piece);
      bytes += piece.length;
      onPiece(piece.length);
      next(null, piece);
    },
    flush(next) {
      onEnd({ name, bytes, sha256: hash.digest('hex') });
      next();
    },
  });
}

/**
 * Writes a zip file, whole or not at all, without holding its parts in memory; beyond 4 GB as zip64. `last` makes the
 * last part from what the others came to. Rejects with the system's error, or with the signal's reason when stopped,
 * and leaves nothing behind.
 */
export async function writeZip(
  path: string,
  sources: readonly ZipSource[],
  last: (parts: readonly PartFacts[]) => { readonly name: string; readonly bytes: Uint8Array },
  { signal, onBytes }: WriteOptions = {},
): Promise<void> {
  const temporary = temporaryBeside(path);
  const zip = new ZipFile();
  const written: PartFacts[] = [];
  let total = 0;
  const output = new Transform({ transform: (piece, _encoding, next) => next(null, piece) });
  zip.on('error', (error: Error) => output.destroy(error));
  const count = (bytes: number) => {
    total += bytes;
    onBytes?.(total);
  };
  for (const source of sources) {
    const { name } = source;
    const isFile = 'path' in source;
    const options = isFile ? { compress: false, size: source.bytes } : {};
    zip.addReadStreamLazy(name, options, (give) => {
      const from = isFile
        ? createReadStream(source.path, { highWaterMark: PIECE_BYTES })
        : Readable.from(source.content());
      const part = measured(name, count, (facts) => written.push(facts));
      pipeline(from, part).catch((error: Error) => output.destroy(error));
      give(null, part);
    });
  }
  // Asked for when the parts before it have been written.
  zip.addReadStreamLazy(last([]).name, (give) => give(null, Readable.from([last(written).bytes])));
  zip.end();
  try {
    await pipeline(zip.outputStream, output, createWriteStream(temporary, { flags: 'wx' }), { signal });
    const file = await open(temporary, 'r+');
    await file.sync().finally(() => file.close());
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw signal?.aborted ? signal.reason : error;
  }
  await syncFolder(dirname(path));
}

/** Thrown for a zip file that is not what it says: the message is for the log. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault';
}

/** An open zip file. Names in it are never taken for paths. */
export interface ZipReader {
  has(name: string): boolean;
  /** Returns a part that has no more than so many bytes. Rejects with ZipFault. */
  read(name: string, mostBytes: number): Promise<Buffer>;
  /** Writes a stored part to a new file, and returns what came. Rejects with ZipFault and the system's error. */
  extract(name: string, path: string, options?: WriteOptions): Promise<PartFacts>;
  close(): void;
}

/** No bundle has as many. */
const MOST_ENTRIES = 64;

/**
 * Opens a zip file and reads the list of its parts. Rejects with ZipFault for a file that is none, is cut off, has too
 * many entries, two of one name, or a name that leads out of it; with the system's error when it cannot be read.
 */
export async function openZip(path: string): Promise<ZipReader> {
  const zip = await faulty(openPromise(path, { autoClose: false }));
  try {
    const entries = await listEntries(zip);
    return {
      has: (name) => entries.has(name),
      read: (name, mostBytes) => readEntry(zip, entries, name, mostBytes),
      extract: (name, to, options) => extractEntry(zip, entries, name, to, options),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** What yauzl and zlib reject with is a fault of the file, but for what the system says. */
async function faulty<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: NodeJS.ErrnoException) => {
    if (error instanceof ZipFault || error.name === 'AbortError' || error.syscall) throw error;
    throw new ZipFault(error.message, { cause: error });
  });
}

async function listEntries(zip: YauzlFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new ZipFault(`${zip.entryCount} entries`);
  const entries = new Map<string, Entry>();
  const collect = async () => {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new ZipFault(`${entry.fileName} twice`);
      entries.set(entry.fileName, entry);
    }
  };
  await faulty(collect());
  return entries;
}

function requireEntry(entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = entries.get(name);
  if (!entry) throw new ZipFault(`${name} is missing`);
  if (!entry.canDecodeFileData()) throw new ZipFault(`${name} cannot be decoded`);
  return entry;
}

async function readEntry(
  zip: YauzlFile,
  entries: ReadonlyMap<string, Entry>,
  name: string,
  mostBytes: number,
): Promise<Buffer> {
  const entry = requireEntry(entries, name);
  // What is unpacked is checked against this size as it comes.
  if (entry.uncompressedSize > mostBytes) throw new ZipFault(`${name} has ${entry.uncompressedSize} bytes`);
  const collect = async () => {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  };
  return faulty(collect());
}

async function extractEntry(
  zip: YauzlFile,
  entries: ReadonlyMap<string, Entry>,
  name: string,
  path: string,
  { signal, onBytes }: WriteOptions = {},
): Promise<PartFacts> {
  const entry = requireEntry(entries, name);
  if (entry.compressionMethod !== 0) throw new ZipFault(`${name} is compressed`);
  let total = 0;
  let facts: PartFacts | null = null;
  const part = measured(
    name,
    (bytes) => {
      total += bytes;
      onBytes?.(total);
    },
    (all) => {
      facts = all;
    },
  );
  const source = await faulty(zip.openReadStreamPromise(entry));
  await faulty(pipeline(source, part, createWriteStream(path, { flags: 'wx' }), { signal }));
  if (!facts) throw new ZipFault(`${name} has no end`);
  return facts;
}
