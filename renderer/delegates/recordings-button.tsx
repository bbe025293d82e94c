import { useState } from 'react';
import { MenuTrigger, Popover } from 'react-aria-components';
import type { Speaker } from '../../shared/model/speaker.ts';
import { shownName } from '../actions/directory.ts';
import { openRecording } from '../actions/recordings.ts';
import { call } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { type MenuRow, MenuRows } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** In how many recordings somebody speaks; a list of them opens one. */
export function RecordingsButton({ speaker, count }: { speaker: Speaker; count: number }) {
  const t = useTranslate();
  const { language, number, date } = useFormats();
  const [rows, setRows] = useState<readonly MenuRow[]>([]);
  const label = t('delegates.recordingsOf', { name: shownName(speaker, language) });
  const load = async () => {
    const recordings = await call('speakers.recordings', { speakerId: speaker.id });
    setRows(
      recordings.map((recording) => ({
        kind: 'action',
        id: recording.recordingId,
        label: recording.date
          ? `${recording.title} · ${date.format(new Date(`${recording.date}T12:00`))}`
          : recording.title,
        run: () => void openRecording(recording.recordingId).catch(tellFailure),
      })),
    );
  };
  return (
    <MenuTrigger onOpenChange={(open) => open && void load().catch(tellFailure)}>
      <Button look="quiet" aria-label={`${label}: ${t('delegates.recordings', { count })}`}>
        {number.format(count)}
      </Button>
      <Popover className="popover" offset={4}>
        <MenuRows label={label} rows={rows} />
      </Popover>
    </MenuTrigger>
  );
}
