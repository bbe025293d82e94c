import type { GrantedFile } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { loadSpeakers } from './speakers.ts';

/** Asks for a transcript or subtitle file and inserts its turns after the current one, as one step of undo. */
export async function importTranscript(): Promise<void> {
  const file = await call('files.chooseTranscript');
  if (file) await insertTranscriptFile(file);
}

/** Inserts the turns of a granted file, and says how many came and what could not be kept. */
export async function insertTranscriptFile(file: GrantedFile): Promise<void> {
  const { opened, language } = useSession.getState();
  if (!opened || !ports.editor) return;
  const t = translateTo(language);
  try {
    const { turns, warnings } = await call('transcript.readFile', {
      grant: file.grant,
      language: opened.transcript.language,
    });
    if (turns.length === 0) throw new MinberError('transcript-unreadable', { name: file.name });
    await loadSpeakers();
    ports.editor.insertTurns(turns);
    const said = t('app.turnsImported', { count: turns.length, name: file.name });
    const first = warnings[0];
    tell(
      first
        ? `${said} ${t('app.importWarnings', { count: warnings.length })} ${t(`warning.${first.code}`, {
            line: first.line ?? 0,
            excerpt: first.excerpt ?? '',
          })}`
        : said,
    );
  } catch (error) {
    tellFailure(error);
  }
}
