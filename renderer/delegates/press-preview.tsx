import { useState } from 'react';
import { LANGUAGES } from '../../shared/model/language.ts';
import { type Speaker, speakerOn } from '../../shared/model/speaker.ts';
import { attributeQuotes } from '../../shared/press/compose/attribution.ts';
import { HOUSE_STYLES } from '../../shared/press/compose/house-style.ts';
import { useSession } from '../session.ts';
import { DateInput } from '../ui/date-input.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { translateTo, useTranslate } from '../ui/use-translate.ts';

/** How the press writes who said something: full where the speaker is new to the reader, short after that. */
export function PressPreview({ speaker }: { speaker: Speaker }) {
  const t = useTranslate();
  const recorded = useSession((state) => state.opened?.recording.date ?? null);
  const [day, setDay] = useState(recorded ?? new Date().toISOString().slice(0, 10));
  const then = speakerOn(speaker, day);
  return (
    <div className="press-preview">
      <div className="press-day">
        <DateInput label={t('delegates.pressDay')} value={day} onChange={(date) => date && setDay(date)} />
      </div>
      {LANGUAGES.map((language) => {
        const style = HOUSE_STYLES.find((each) => each.language === language);
        const text = translateTo(language)('delegates.pressWords');
        const words = text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
        const lines = style
          ? attributeQuotes(
              [
                { text: words, speaker: then },
                { text: words, speaker: then },
              ],
              style,
            )
          : [];
        return (
          <section key={language} lang={language}>
            <h3 className="field-label" lang={useSession.getState().language}>
              {t(LANGUAGE_LABELS[language])}
            </h3>
            <dl>
              <dt lang={useSession.getState().language}>{t('delegates.pressFirst')}</dt>
              <dd>{lines[0]}</dd>
              <dt lang={useSession.getState().language}>{t('delegates.pressNext')}</dt>
              <dd>{lines[1]}</dd>
            </dl>
          </section>
        );
      })}
    </div>
  );
}
