import type { ReactNode } from 'react';
import { localText } from '../../shared/model/language.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { useFormats } from '../ui/use-translate.ts';
import { shownName } from './speaker-changes.ts';

/** Colour and name of a speaker, `children` at the end of the line, title and organisation under it. */
export function SpeakerFacts({ speaker, children }: { speaker: Speaker; children?: ReactNode }) {
  const { language } = useFormats();
  const details = [localText(speaker.title, language), localText(speaker.organisation, language)]
    .filter(Boolean)
    .join(' · ');
  return (
    <span className="speaker-facts">
      <span className="speaker-dot" style={{ color: `var(--speaker-${speaker.colour})` }} aria-hidden />
      <span className="speaker-name">{shownName(speaker, language)}</span>
      {children}
      {details ? <span className="speaker-details">{details}</span> : null}
    </span>
  );
}
