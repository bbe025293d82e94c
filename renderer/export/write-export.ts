import { exportWarningText } from '../../shared/formats/warning-text.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import { changeSettings } from '../actions/settings.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { failureText, tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import type { ExportChoice } from './profiles.ts';

export type ExportOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'cancelled' }
  /** `text` is the sentence for the person. */
  | { readonly kind: 'failed'; readonly text: string };

/**
 * Writes the transcript to a file that the person chooses, after the editor has written every edit; when it
 * cannot, nothing is exported. The choice is remembered.
 */
export async function writeExport(
  transcriptId: TranscriptId,
  choice: ExportChoice,
  includeWithheld: boolean,
): Promise<ExportOutcome> {
  const { format, options } = choice;
  const t = translateTo(useSession.getState().language);
  try {
    await ports.editor?.flush();
  } catch (error) {
    return { kind: 'failed', text: t('export.notSaved', { reason: failureText(error) }) };
  }
  try {
    const written = await call('export.write', { transcriptId, format, options, includeWithheld });
    if (!written) return { kind: 'cancelled' };
    const { path, warnings } = written;
    const said = [t('export.written', { path }), ...warnings.map((warning) => exportWarningText(warning, t))];
    tell(said.join(' '), {
      label: t('export.show'),
      run: () => void call('export.show', { path }).catch(tellFailure),
    });
    rememberChoice(choice);
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'failed', text: failureText(error) };
  }
}

/** Keeps a choice for the next time that the dialog opens. */
export function rememberChoice({ format, options, profile }: ExportChoice): void {
  changeSettings({ exportFormat: format, exportOptions: options, exportProfile: profile }).catch(tellFailure);
}
