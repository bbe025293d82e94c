import type { Difference } from '../../shared/press/match/differences.ts';
import { useTranslate } from '../ui/use-translate.ts';

/** A quotation word by word against what was said: what is only here, and what is only there. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslate();
  const added = (words: string) => (
    <ins>
      <span className="visually-hidden">{t('press.added')} </span>
      {words}
    </ins>
  );
  const omitted = (words: string) => (
    <del>
      <span className="visually-hidden">{t('press.omitted')} </span>
      {words}
    </del>
  );
  return (
    <p className="differences">
      {differences.map(({ op, quoted, said }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity
        <span key={index}>
          {op === 'same' ? quoted : null}
          {op === 'form' || op === 'changed' ? (
            <>
              {omitted(said)} {added(quoted)}
            </>
          ) : null}
          {op === 'added' ? added(quoted) : null}
          {op === 'omitted' ? omitted(said) : null}{' '}
        </span>
      ))}
    </p>
  );
}
