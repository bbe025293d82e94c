import type { Translate } from '../../shared/i18n/i18n.ts';
import type { BundleComparison, BundleLook } from '../../shared/ipc/contract.ts';
import { useTranslate } from '../ui/use-translate.ts';

/** Says whether a merge would change anything: new text, a recording in the bin, media that may be missing. */
export function isWorthMerging({
  look,
  comparison,
}: {
  readonly look: BundleLook;
  readonly comparison: BundleComparison | null;
}): boolean {
  const counts = Object.values(comparison?.counts ?? {});
  const brings = look.mediaBytes !== null || look.smallBytes !== null;
  return counts.some((count) => count > 0) || (look.known?.inBin ?? false) || brings;
}

function listOf({ counts }: BundleComparison, t: Translate): string {
  const parts = [
    counts.changedTurns && t('bundle.changed', { count: counts.changedTurns }),
    counts.addedTurns && t('bundle.added', { count: counts.addedTurns }),
    counts.removedTurns && t('bundle.removed', { count: counts.removedTurns }),
    counts.speakers && t('bundle.speakersChanged', { count: counts.speakers }),
    counts.reviewed && t('bundle.reviewChanged', { count: counts.reviewed }),
    counts.translated && t('bundle.translated', { count: counts.translated }),
    counts.annotations && t('bundle.annotationsChanged', { count: counts.annotations }),
  ];
  return parts.filter(Boolean).join(', ');
}

/** What a merge brings by itself, and what it asks. */
export function MergeSummary({ comparison }: { comparison: BundleComparison }) {
  const t = useTranslate();
  const list = listOf(comparison, t);
  const count = comparison.conflicts.length;
  return (
    <span className="field-hint bundle-summary">
      {list === '' && count === 0 ? <span>{t('bundle.mergeNothing')}</span> : null}
      {list === '' ? null : <span>{t('bundle.mergeBrings', { list })}</span>}
      {count > 0 && !comparison.common ? <span>{t('bundle.noCommon')}</span> : null}
      {count > 0 ? <span>{t('bundle.toDecide', { count })}</span> : null}
    </span>
  );
}
