import { useEffect, useState } from 'react';
import { guessColumns } from '../../shared/delegates/columns.ts';
import type { Columns, ImportPlan } from '../../shared/delegates/plan-import.ts';
import { planInSteps } from '../../shared/delegates/plan-import.ts';
import type { Sheet, SheetFault } from '../../shared/delegates/read-sheet.ts';
import type { Encoding } from '../../shared/formats/encoding.ts';
import { useSession } from '../session.ts';

/** Milliseconds that the window may be kept from drawing. */
const SLICE_MS = 20;

/** Returns the table of a file, or why it cannot be read; null while it is being read. */
export function useSheet(file: File, encoding: Encoding | undefined): Sheet | SheetFault | null {
  const [read, setRead] = useState<Sheet | SheetFault | null>(null);
  useEffect(() => {
    let current = true;
    const look = async () => {
      const { readSheet } = await import('../../shared/delegates/read-sheet.ts');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const found = await readSheet(bytes, useSession.getState().language, encoding);
      if (current) setRead('fault' in found ? found.fault : found.sheet);
    };
    look().catch(() => current && setRead('unreadable'));
    return () => {
      current = false;
    };
  }, [file, encoding]);
  return read;
}

/** Returns what the columns of a table seem to be. */
export const firstColumns = (sheet: Sheet): Columns => guessColumns(sheet.rows);

/** Returns who is in a table, and how far the comparison with the directory is, 0 to 1; null and 1 without a table. */
export function usePlan(
  sheet: Sheet | null,
  columns: Columns | null,
): { readonly plan: ImportPlan | null; readonly fraction: number } {
  const [state, setState] = useState<{ plan: ImportPlan | null; fraction: number }>({
    plan: null,
    fraction: 1,
  });
  useEffect(() => {
    if (!sheet || !columns) return;
    let timer = 0;
    const steps = planInSteps(sheet.rows, columns, useSession.getState().speakers.values());
    const work = () => {
      const until = performance.now() + SLICE_MS;
      for (;;) {
        const step = steps.next();
        if (step.done) return setState({ plan: step.value, fraction: 1 });
        if (performance.now() < until) continue;
        setState({ plan: null, fraction: step.value });
        timer = window.setTimeout(work, 0);
        return;
      }
    };
    timer = window.setTimeout(work, 0);
    setState({ plan: null, fraction: 0 });
    return () => clearTimeout(timer);
  }, [sheet, columns]);
  return state;
}
