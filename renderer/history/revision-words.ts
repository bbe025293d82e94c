import type { Translate } from '../../shared/i18n/i18n.ts';
import type { Revision } from '../../shared/model/revision.ts';

/** Returns what a revision is called: the name that a person gave it, else why it was marked. */
export function revisionTitle(t: Translate, { reason, name }: Revision): string {
  return reason !== 'exported' && name !== '' ? name : t(`history.reason.${reason}`);
}

/** Returns what else there is to say of a revision: why, if its title is a name; the exported file; who. */
export function revisionNote(t: Translate, { reason, name, author }: Revision): string {
  const why =
    name === '' || reason === 'named' ? '' : reason === 'exported' ? name : t(`history.reason.${reason}`);
  return [why, author].filter(Boolean).join(' · ');
}
