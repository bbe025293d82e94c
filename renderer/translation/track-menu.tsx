import { ChevronDown } from 'lucide-react';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import {
  askForTranslation,
  currentTranslation,
  removeTranslation,
  showTrack,
  toggleSideBySide,
} from '../actions/translations.ts';
import { useSession } from '../session.ts';
import { useTranslationProgress } from '../translation-rows.ts';
import { Button } from '../ui/button.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import './translation.css';

type Track = OpenedRecording['tracks'][number];

/** Which text of the recording is open, how far its translation is, and the way to the others. */
export function TrackMenu({ opened }: { opened: OpenedRecording }) {
  const t = useTranslate();
  const { number } = useFormats();
  const trackName = useTrackName();
  const isSideBySide = useSession((state) => state.settings.sideBySide);
  const progress = useTranslationProgress((state) => state.progress);
  const { transcript, tracks, beside } = opened;
  const translation = currentTranslation();
  const run = (work: Promise<void>) => void work.catch(tellFailure);
  const rows: MenuRow[] = [
    ...tracks.map(
      (track): MenuRow => ({
        kind: 'action',
        id: track.id,
        label: track.id === transcript.id ? `✓ ${trackName(track)}` : trackName(track),
        run: () => run(showTrack(track.id)),
      }),
    ),
    { kind: 'separator', id: 'line 1' },
    ...(tracks.length > 1
      ? [
          action('side-by-side', `${beside && isSideBySide ? '✓ ' : ''}${t('command.sideBySide')}`, () =>
            run(toggleSideBySide()),
          ),
          ...tracks
            .filter(
              ({ kind, id }) =>
                kind === 'translation' && transcript.kind === 'original' && id !== beside?.transcript.id,
            )
            .map((track) =>
              action(`beside ${track.id}`, t('translation.besideOriginal', { name: trackName(track) }), () =>
                run(showTrack(transcript.id, track.id)),
              ),
            ),
          { kind: 'separator', id: 'line 2' } as const,
        ]
      : []),
    action('new', t('command.newTranslation'), () => askForTranslation(null)),
    ...(translation
      ? [
          action('rename', t('command.renameTranslation'), () => askForTranslation(translation.id)),
          action('remove', t('command.removeTranslation'), () => run(removeTranslation(translation.id))),
        ]
      : []),
  ];
  return (
    <>
      {progress ? (
        <span className="status-translation">
          {t('translation.doneOf', {
            done: number.format(progress.done),
            total: number.format(progress.total),
          })}
          {progress.stale > 0 ? (
            <strong>
              {t('translation.staleCount', { count: progress.stale, stale: number.format(progress.stale) })}
            </strong>
          ) : null}
        </span>
      ) : null}
      <MenuButton label={t('translation.tracks')} rows={rows}>
        <Button look="quiet" aria-label={`${t('translation.tracks')}: ${trackName(transcript)}`}>
          {trackName(transcript)}
          <ChevronDown size={12} aria-hidden />
        </Button>
      </MenuButton>
    </>
  );
}

const action = (id: string, label: string, run: () => void): MenuRow => ({ kind: 'action', id, label, run });

/** Returns what texts are called: what they are, their language, and their own name. */
function useTrackName() {
  const t = useTranslate();
  const { languageName } = useFormats();
  return ({ kind, language, name }: Pick<Track, 'kind' | 'language' | 'name'>) =>
    [t(`translation.kind.${kind}`), languageName.of(language) ?? language, name].filter(Boolean).join(' · ');
}
