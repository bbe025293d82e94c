import { type ReactNode, useState } from 'react';
import { mergedInto } from '../../shared/model/list-speakers.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { useSession } from '../session.ts';
import type { MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { EditSpeakerDialog } from './edit-speaker-dialog.tsx';
import { MergeSpeakerDialog } from './merge-speaker-dialog.tsx';
import { chooseSpeaker, removeUnused, separate, shownName } from './speaker-changes.ts';

type OpenDialog =
  | { readonly kind: 'edit'; readonly speaker: Speaker; readonly known: boolean }
  | { readonly kind: 'merge'; readonly speaker: Speaker };

interface SpeakerMenu {
  rowsFor(speaker: Speaker): readonly MenuRow[];
  /** Opens the dialog; `known` false adds the speaker. */
  edit(speaker: Speaker, known?: boolean): void;
  remove(speaker: Speaker): void;
  dialog: ReactNode;
}

/** What can be done with a speaker, and the dialogs that some of it needs. */
export function useSpeakerMenu(): SpeakerMenu {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const hasTurn = useSession((state) => state.currentTurnId !== null);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const close = () => setOpen(null);
  const edit = (speaker: Speaker, known = true) => setOpen({ kind: 'edit', speaker, known });
  const remove = (speaker: Speaker) => void removeUnused(speaker).catch(tellFailure);
  const row = (
    id: string,
    label: string,
    run: () => void,
    more: { keys?: string; disabled?: boolean } = {},
  ) => ({ kind: 'action', id, label, run, ...more }) as const;

  return {
    edit,
    remove,
    rowsFor: (speaker) => [
      row('choose', t('speakers.choose'), () => chooseSpeaker(speaker), {
        keys: 'Enter',
        disabled: !hasTurn,
      }),
      row('edit', t('speakers.edit'), () => edit(speaker), { keys: 'Alt+Enter' }),
      row('merge', t('speakers.merge'), () => setOpen({ kind: 'merge', speaker }), {
        disabled: speakers.size < 2,
      }),
      ...mergedInto(speakers, speaker.id).map((merged) =>
        row(
          `separate-${merged.id}`,
          t('speakers.separate', { name: shownName(merged, language) }),
          () => void separate(merged).catch(tellFailure),
        ),
      ),
      { kind: 'separator', id: 'line' },
      row('remove', t('speakers.remove'), () => remove(speaker), { keys: 'Delete' }),
    ],
    dialog:
      open?.kind === 'edit' ? (
        <EditSpeakerDialog speaker={open.speaker} known={open.known} onClose={close} />
      ) : open?.kind === 'merge' ? (
        <MergeSpeakerDialog speaker={open.speaker} onClose={close} />
      ) : null,
  };
}
