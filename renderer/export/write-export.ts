import type { FormatId } from '../../shared/formats/format.ts';
import type { ExportOptions } from '../../shared/ipc/contract.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import { changeSettings } from '../actions/settings.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { failureText, tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';

export type ExportOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'cancelled' }
  /** `text` is the sentence for the person. */
  | { readonly kind: 'failed'; readonly text: string };

/**
 * Writes the transcript to a file that the person chooses, after the editor has written every edit; when it
 * cannot, nothing is exported. The format and the options are remembered.
 */
export async function writeExport(
  transcriptId: TranscriptId,
  format: FormatId,
  options: ExportOptions,
): Promise<ExportOutcome> {
  const t = translateTo(useSession.getState().language);
  try {
    await ports.editor?.flush();
  } catch (error) {
    return { kind: 'failed', text: t('export.notSaved', { reason: failureText(error) }) };
  }
  try {
    const written = await call('export.write', { transcriptId, format, options });
    if (!written) return { kind: 'cancelled' };
    const { path } = written;
    tell(t('export.written', { path }), {
      label: t('export.show'),
      run: () => void call('export.show', { path }).catch(tellFailure),
    });
    changeSettings({ exportFormat: format, exportOptions: options }).catch(tellFailure);
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'failed', text: failureText(error) };
  }
}
