import type { Turn } from '../model/turn.ts';

/** Why somebody may not check a turn; each has its sentence under `review.refused`. */
export type CheckRefusal = 'unnamed' | 'own';

/**
 * Returns why `author` may not check a turn, or null when they may. Where a second person's check is asked for, the
 * name of who checks must be known and another than that of who changed the turn last; a turn of which nobody knows
 * who changed it may be checked by anybody with a name. Names are compared without regard to case and spaces.
 */
export function checkRefusal(
  turn: Pick<Turn, 'editedBy'>,
  author: string,
  secondPersonChecks: boolean,
): CheckRefusal | null {
  if (!secondPersonChecks) return null;
  if (author.trim() === '') return 'unnamed';
  return turn.editedBy !== undefined && plain(turn.editedBy) === plain(author) ? 'own' : null;
}

const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('kk');
