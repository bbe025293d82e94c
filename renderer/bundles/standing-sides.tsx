import type { BundleComparison, BundleConflict } from '../../shared/ipc/contract.ts';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { type Speaker, speakerName } from '../../shared/model/speaker.ts';
import type { KeptFinding } from '../../shared/review/review-notes.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { Side, type SideTitles } from './side.tsx';

interface StandingSidesProps {
  conflict: Extract<BundleConflict, { kind: 'standing' }>;
  comparison: BundleComparison;
  titles: SideTitles;
}

/** For whom speakers stand on each side, where the sides say otherwise. */
export function StandingSides({ conflict, comparison, titles }: StandingSidesProps) {
  const t = useTranslate();
  const { language } = useFormats();
  const nameOf = (id: SpeakerId) =>
    speakerName(comparison.speakers.find((speaker) => speaker.id === id) ?? null, language);
  const listOf = (speakers: readonly Speaker[], others: readonly Speaker[]) => {
    const said = new Map(others.map(({ id, mergedInto }) => [id, mergedInto]));
    return (
      <ul className="conflict-standing">
        {speakers
          .filter(({ id, mergedInto }) => mergedInto !== (said.get(id) ?? null))
          .map(({ id, mergedInto }) => (
            <li key={id}>
              {mergedInto
                ? t('bundle.standsFor', { name: nameOf(id), other: nameOf(mergedInto) })
                : t('bundle.standsAlone', { name: nameOf(id) })}
            </li>
          ))}
      </ul>
    );
  };
  const { mine, theirs } = conflict;
  return (
    <div className="conflict-sides">
      <p className="conflict-order">{t('bundle.standingText')}</p>
      <Side title={titles.mine}>{listOf(mine, theirs)}</Side>
      <Side title={titles.theirs}>{listOf(theirs, mine)}</Side>
    </div>
  );
}

interface FindingSidesProps {
  conflict: Extract<BundleConflict, { kind: 'finding' }>;
  titles: SideTitles;
}

/** What each side has said of a finding that one of them lets be. */
export function FindingSides({ conflict, titles }: FindingSidesProps) {
  const t = useTranslate();
  const said = (finding: KeptFinding | null) =>
    finding ? (
      <p className="conflict-text">
        {finding.reason} <span className="quiet">{finding.by}</span>
      </p>
    ) : (
      <p className="conflict-deleted">{t('bundle.notIgnored')}</p>
    );
  return (
    <div className="conflict-sides">
      <Side title={titles.mine}>{said(conflict.mine)}</Side>
      <Side title={titles.theirs}>{said(conflict.theirs)}</Side>
    </div>
  );
}
