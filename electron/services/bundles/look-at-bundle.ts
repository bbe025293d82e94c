import { basename } from 'node:path';
import type { BundleLook } from '../../../shared/ipc/contract.ts';
import { turnText } from '../../../shared/model/turn.ts';
import type { App } from '../app.ts';
import { countWords } from '../count-words.ts';
import { knownRecording } from './known-recording.ts';
import { readBundle } from './read-bundle.ts';

/** Says what a bundle holds and whether the library has its recording. Writes nothing. Rejects as `readBundle` does. */
export async function lookAtBundle({ library }: Pick<App, 'library'>, path: string): Promise<BundleLook> {
  const { manifest, side, history } = await readBundle(path);
  const { recording, media, take, createdAt, program } = manifest;
  const known = knownRecording(library, manifest);
  return {
    name: basename(path),
    title: recording.title,
    date: recording.date,
    place: recording.place,
    durationMs: media.durationMs,
    mediaBytes: media.part === null ? null : media.bytes,
    smallBytes: manifest.parts.find(({ name }) => name === media.small)?.bytes ?? null,
    turnCount: side.turns.length,
    wordCount: side.turns.reduce((sum, turn) => sum + countWords(turnText(turn)), 0),
    speakerCount: new Set(side.turns.flatMap(({ speakerId }) => speakerId ?? [])).size,
    annotationCount: side.annotations.filter(({ removed }) => !removed).length,
    historyCount: history ? manifest.transcript.sequence : null,
    take,
    createdAt,
    program,
    known: known && { recordingId: known.id, title: known.title, inBin: known.deletedAt !== null },
  };
}
