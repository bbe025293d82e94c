import type { ReadChoices } from '../../shared/formats/read-choices.ts';
import type { FoundTranscript } from '../../shared/ipc/contract.ts';
import { proposeSpeakers } from './adopt-speakers.ts';
import type { LibraryAccess } from './app.ts';
import { readTurnsFile } from './read-transcript-file.ts';

/** More than anybody reads; a broken file may have one for each of its lines. */
const MOST_WARNINGS = 100;

/**
 * Reads a transcript file and says what was found in it and who its speakers may be; writes nothing. `language`
 * (BCP 47) is assumed where the file does not say, `choices` are what the person said of it. Rejects as
 * `readTurnsFile` does.
 */
export async function proposeImport(
  { library }: LibraryAccess,
  path: string,
  language: string,
  choices: ReadChoices = {},
): Promise<FoundTranscript> {
  const { document, warnings, layout, ...file } = await readTurnsFile(path, language, choices);
  const { columns = [], tiers = [], timeWritings = [] } = layout ?? {};
  return {
    ...file,
    turns: document?.turns ?? [],
    annotations: document?.annotations ?? [],
    annotationKinds: document?.annotationKinds ?? [],
    speakers: document ? proposeSpeakers(library, document) : [],
    warnings: warnings.slice(0, MOST_WARNINGS),
    warningCount: warnings.length,
    layout: { columns: [...columns], tiers: [...tiers], timeWritings: [...timeWritings] },
  };
}
