import { useEffect, useState } from 'react';
import { Meter } from 'react-aria-components';
import { isChangedSinceCheck, type Turn } from '../../shared/model/turn.ts';
import { turnsNow, watchTurns } from '../actions/watch-turns.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const COUNT_EVERY_MS = 300;

function countTurns(turns: readonly Turn[]) {
  let checked = 0;
  let flagged = 0;
  let changed = 0;
  for (const turn of turns) {
    if (turn.status === 'checked') checked++;
    else if (turn.status === 'flagged') flagged++;
    else if (isChangedSinceCheck(turn)) changed++;
  }
  return { checked, flagged, changed, turns: turns.length };
}

/** How many turns are checked, flagged, and changed since they were checked. */
export function ReviewProgress() {
  const t = useTranslate();
  const { number, percent } = useFormats();
  const [counts, setCounts] = useState(() => countTurns(turnsNow()));
  useEffect(() => watchTurns(COUNT_EVERY_MS, (turns) => setCounts(countTurns(turns))), []);
  const { checked, flagged, changed, turns } = counts;
  const share = turns === 0 ? 0 : checked / turns;
  const more = [
    flagged > 0 ? t('review.flagged', { count: flagged }) : '',
    changed > 0 ? t('review.changed', { count: changed }) : '',
  ].filter(Boolean);
  return (
    <Meter
      className="review-progress"
      aria-label={t('review.progress')}
      value={share * 100}
      valueLabel={percent.format(share)}
    >
      <span className="time">
        {t('app.checkedOf', { checked: number.format(checked), total: number.format(turns) })}
      </span>
      <span className="review-track">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {more.length > 0 ? <span className="review-more">{more.join(' · ')}</span> : null}
    </Meter>
  );
}
