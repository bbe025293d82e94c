import type { FoundTranscript } from '../../shared/ipc/contract.ts';
import { proposeSpeakers } from './adopt-speakers.ts';
import type { LibraryAccess } from './app.ts';
import { readTranscriptFile } from './read-transcript-file.ts';

/**
 * Reads a transcript file and says what was found in it and who its speakers may be; writes nothing. `language`
 * (BCP 47) is assumed where the file does not say. Rejects as `readTranscriptFile` does.
 */
export async function proposeImport(
  { library }: LibraryAccess,
  path: string,
  language: string,
): Promise<FoundTranscript> {
  const { document, ...file } = await readTranscriptFile(path, language);
  return {
    ...file,
    turns: document?.turns ?? [],
    annotations: document?.annotations ?? [],
    annotationKinds: document?.annotationKinds ?? [],
    speakers: document ? proposeSpeakers(library, document) : [],
  };
}
