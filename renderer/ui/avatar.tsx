import { type Speaker, speakerName } from '../../shared/model/speaker.ts';
import { useFormats } from './use-translate.ts';
import './avatar.css';

/** The portrait of a speaker, else the initials in the speaker's colour. Whoever shows it writes the name beside. */
export function Avatar({ speaker, size = 28 }: { speaker: Speaker; size?: number }) {
  const { language } = useFormats();
  const style = { width: size, height: size, fontSize: size * 0.4 };
  if (speaker.portrait)
    return <img className="avatar" style={style} src={`/portrait/${speaker.portrait}`} alt="" />;
  const tint = `color-mix(in oklch, var(--speaker-${speaker.colour}) var(--tint), var(--surface))`;
  const words = speakerName(speaker, language).split(/\s+/u).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return (
    <span className="avatar" style={{ ...style, backgroundColor: tint }} aria-hidden>
      {initials.join('').toLocaleUpperCase('kk')}
    </span>
  );
}
