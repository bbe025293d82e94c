import { Ellipsis } from 'lucide-react';
import { createContext, useContext } from 'react';
import type { SpeakerId } from '../../shared/model/ids.ts';
import type { ListedSpeaker } from '../../shared/model/list-speakers.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import { shownName } from '../actions/directory.ts';
import { IconButton } from '../ui/button.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { SpeakerFacts } from '../ui/speaker-facts.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import type { SpeakerCounts } from './count-speakers.ts';

const HOUR_MS = 3_600_000;

/** What changes while the rows themselves stay: the list makes its rows anew only for other speakers. */
export const RowFacts = createContext<{
  readonly counts: SpeakerCounts;
  /** The speaker of the turn with the caret. */
  readonly current: SpeakerId | null;
  readonly rowsFor: (speaker: Speaker) => readonly MenuRow[];
}>({ counts: new Map(), current: null, rowsFor: () => [] });

/** Digit, speaker, turns and speaking time; a menu in their place while the row is pointed at. */
export function SpeakerRow({ speaker, digit }: ListedSpeaker) {
  const t = useTranslate();
  const { language } = useFormats();
  const { current, rowsFor } = useContext(RowFacts);
  const label = t('speakers.menuOf', { name: shownName(speaker, language) });
  return (
    <>
      <span className="speaker-digit" data-current={speaker.id === current || undefined}>
        {digit}
      </span>
      <SpeakerFacts speaker={speaker}>
        <Counts speakerId={speaker.id} />
      </SpeakerFacts>
      <MenuButton label={label} rows={rowsFor(speaker)}>
        <IconButton icon={Ellipsis} label={label} />
      </MenuButton>
    </>
  );
}

function Counts({ speakerId }: { speakerId: SpeakerId }) {
  const t = useTranslate();
  const { number } = useFormats();
  const count = useContext(RowFacts).counts.get(speakerId);
  if (!count) return null;
  const time = formatTime(count.spokenMs, count.spokenMs < HOUR_MS ? 'mm:ss' : 'h:mm:ss');
  const said = t('speakers.counts', { count: count.turns, time });
  return (
    <span className="speaker-counts time" title={said}>
      <span aria-hidden>
        {number.format(count.turns)} · {time}
      </span>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}
