import { localText } from '../../shared/model/language.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { useFormats } from '../ui/use-translate.ts';
import { shownName } from './speaker-changes.ts';

/** Colour and name of a speaker, and under them title and organisation where they are known. */
export function SpeakerFacts({ speaker }: { speaker: Speaker }) {
  const { language } = useFormats();
  const details = [localText(speaker.title, language), localText(speaker.organisation, language)]
    .filter(Boolean)
    .join(' · ');
  return (
    <span className="speaker-facts">
      <span className="speaker-dot" style={{ color: `var(--speaker-${speaker.colour})` }} aria-hidden />
      <span className="speaker-name">{shownName(speaker, language)}</span>
      {details ? <span className="speaker-details">{details}</span> : null}
    </span>
  );
}
