import type { ReactNode } from 'react';
import { localText } from '../../shared/model/language.ts';
import { type Speaker, speakerName, speakerOn } from '../../shared/model/speaker.ts';
import { useSession } from '../session.ts';
import { useFormats, useTranslate } from './use-translate.ts';
import './speaker-facts.css';

/** Colour and name of a speaker, `children` at the end of the line, title and organisation of the recording's day under it. */
export function SpeakerFacts({ speaker, children }: { speaker: Speaker; children?: ReactNode }) {
  const t = useTranslate();
  const { language } = useFormats();
  const date = useSession((state) => state.opened?.recording.date ?? null);
  const { title, organisation } = speakerOn(speaker, date);
  const details = [localText(title, language), localText(organisation, language)].filter(Boolean).join(' · ');
  return (
    <span className="speaker-facts">
      <span className="speaker-dot" style={{ color: `var(--speaker-${speaker.colour})` }} aria-hidden />
      <span className="speaker-name">{speakerName(speaker, language) || t('speakers.unnamed')}</span>
      {children}
      {details ? <span className="speaker-details">{details}</span> : null}
    </span>
  );
}
