import { matchTimes } from '../press/match-time.mjs';
import { figure } from './figures.mjs';

/** Seeking the quotations of an article in a transcript of three hours. */
export async function measure() {
  const { index, quotes, again, reindexed } = matchTimes();
  return [
    figure({ what: '6,000 turns made ready for quotations', value: index }),
    figure({ what: '40 quotations sought in 6,000 turns', value: quotes }),
    figure({ what: 'the same after an edit of one quotation', value: again }),
    figure({ what: '6,000 turns made ready after an edit of one', value: reindexed }),
  ];
}
