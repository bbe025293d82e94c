import { mergedInto } from '../../shared/model/list-speakers.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { editDelegate, mergeDelegate } from '../actions/delegates.ts';
import { removeUnused, separate, shownName } from '../actions/directory.ts';
import { useSession } from '../session.ts';
import type { MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { chooseSpeaker } from './speaker-changes.ts';

/** Returns what can be done with a speaker of the panel. */
export function useSpeakerMenu(): (speaker: Speaker) => readonly MenuRow[] {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const hasTurn = useSession((state) => state.currentTurnId !== null);
  const row = (
    id: string,
    label: string,
    run: () => void,
    more: { keys?: string; disabled?: boolean } = {},
  ) => ({ kind: 'action', id, label, run, ...more }) as const;

  return (speaker) => [
    row('choose', t('speakers.choose'), () => chooseSpeaker(speaker), {
      keys: 'Enter',
      disabled: !hasTurn,
    }),
    row('edit', t('speakers.edit'), () => editDelegate(speaker), { keys: 'Alt+Enter' }),
    row('merge', t('speakers.merge'), () => mergeDelegate(speaker), { disabled: speakers.size < 2 }),
    ...mergedInto(speakers, speaker.id).map((merged) =>
      row(
        `separate-${merged.id}`,
        t('speakers.separate', { name: shownName(merged, language) }),
        () => void separate(merged).catch(tellFailure),
      ),
    ),
    { kind: 'separator', id: 'line' },
    row('remove', t('speakers.remove'), () => void removeUnused(speaker).catch(tellFailure), {
      keys: 'Delete',
    }),
  ];
}
