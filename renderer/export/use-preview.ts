import { useCallback, useEffect, useState } from 'react';
import type { FormatId } from '../../shared/formats/format.ts';
import type { ExportOptions, Output } from '../../shared/ipc/contract.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { ports } from '../session.ts';

interface Preview {
  /** The last preview that came; it stays while the next is on its way. */
  readonly shown: Output<'export.preview'> | null;
  readonly busy: boolean;
  readonly failure: unknown;
  retry(): void;
}

/** Returns how the file would begin, made from what is saved once the editor has written everything. */
export function usePreview(
  transcriptId: TranscriptId | null,
  format: FormatId,
  options: ExportOptions,
  includeWithheld: boolean,
): Preview {
  const [state, setState] = useState<Omit<Preview, 'retry'>>({ shown: null, busy: true, failure: null });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (transcriptId === null) return;
    let current = true;
    const ask = async () => {
      setState((was) => ({ ...was, busy: true, failure: null }));
      try {
        await ports.editor?.flush();
        const shown = await call('export.preview', { transcriptId, format, options, includeWithheld });
        if (current) setState({ shown, busy: false, failure: null });
      } catch (failure) {
        if (current) setState({ shown: null, busy: false, failure });
      }
    };
    void ask();
    return () => {
      current = false;
    };
  }, [transcriptId, format, options, includeWithheld, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...state, retry };
}
