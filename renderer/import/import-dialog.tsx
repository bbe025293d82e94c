import { useEffect, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { ReadChoices } from '../../shared/formats/read-choices.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { warningText } from '../../shared/formats/warning-text.ts';
import type { FoundTranscript, GrantedFile } from '../../shared/ipc/contract.ts';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { speakerName } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import { turnText } from '../../shared/model/turn.ts';
import { insertTranscript, readTranscript } from '../actions/import-transcript.ts';
import { TURNS_PLACES, type TurnsPlace } from '../ports.ts';
import { ports, useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import {
  type Answers,
  countTurns,
  firstAnswers,
  keptAnswers,
  newSpeakers,
  plannedTurns,
  timeSpan,
} from './import-plan.ts';
import { ReadingFields } from './reading-fields.tsx';
import { SpeakerAnswer } from './speaker-answer.tsx';
import './import.css';

const MOST_TURNS_SHOWN = 40;

/** What was found in a transcript file, before anything of it is written; it goes where the person says. */
export function ImportDialog({ file, onClose }: { file: GrantedFile; onClose: () => void }) {
  const t = useTranslate();
  const [found, setFound] = useState<FoundTranscript | null>(null);
  const [answers, setAnswers] = useState<Answers>(new Map());
  const [where, setWhere] = useState<TurnsPlace>('after-current');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const [choices, setChoices] = useState<ReadChoices>({});
  const [reading, setReading] = useState(true);

  useEffect(() => {
    let current = true;
    setReading(true);
    readTranscript(file, choices).then(
      (read) => {
        if (!current) return;
        setReading(false);
        setFailure(null);
        setFound((before) => {
          setAnswers((given) => (before ? keptAnswers(before, given, read) : firstAnswers(read)));
          return read;
        });
      },
      (error: unknown) => {
        if (!current) return;
        setReading(false);
        setFailure(failureText(error));
      },
    );
    return () => {
      current = false;
    };
  }, [file, choices]);

  const insert = async () => {
    if (!found) return;
    setBusy(true);
    setFailure(null);
    try {
      await insertTranscript(
        found.name,
        plannedTurns(found, answers),
        newSpeakers(found, answers),
        found,
        where,
      );
      onClose();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('importing.title', { name: file.name })}
      width={1000}
      onClose={onClose}
      footer={
        <>
          {failure ? (
            <p className="field-error import-failure" role="alert">
              {failure}
            </p>
          ) : null}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={busy || reading || !found || found.turns.length === 0}
            onPress={() => void insert()}
          >
            {where === 'instead' ? t('importing.replace') : t('importing.insert')}
          </Button>
        </>
      }
    >
      <div className="import-view" aria-busy={reading}>
        {found ? (
          <>
            <div className="import-choices">
              <Facts found={found} />
              <ReadingFields found={found} choices={choices} onChange={setChoices} />
              <WhereField where={where} onChange={setWhere} />
              <SpeakerList found={found} answers={answers} onChange={setAnswers} />
            </div>
            <div className="import-found">
              <Preview found={found} />
              <Warnings found={found} />
            </div>
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

function Facts({ found }: { found: FoundTranscript }) {
  const t = useTranslate();
  const { number } = useFormats();
  const span = timeSpan(found.turns);
  const writings = found.layout.timeWritings.map((writing) => t(`importing.timeForms.${writing}`)).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    [t('importing.format'), t(formatById(found.format).labelKey)],
    [t('importing.turnCount'), number.format(found.turns.length)],
    [
      t('importing.span'),
      span ? `${formatTime(span.startMs)} – ${formatTime(span.endMs)}` : t('importing.noTimes'),
    ],
    ...(writings === '' ? [] : [[t('importing.timeForm'), writings] as const]),
  ];
  return (
    <dl className="import-facts time">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function WhereField({ where, onChange }: { where: TurnsPlace; onChange: (where: TurnsPlace) => void }) {
  const t = useTranslate();
  return (
    <RadioGroup
      className="import-places"
      value={where}
      onChange={(value) => onChange(TURNS_PLACES.find((place) => place === value) ?? where)}
    >
      <Label className="field-label">{t('importing.where')}</Label>
      {TURNS_PLACES.map((place) => (
        <Radio key={place} value={place} className="import-place">
          {t(`importing.place.${place}`)}
        </Radio>
      ))}
      {where === 'instead' ? (
        <p className="field-hint">{t('importing.replaced', { count: ports.editor?.turns().length ?? 0 })}</p>
      ) : null}
    </RadioGroup>
  );
}

interface SpeakerListProps {
  found: FoundTranscript;
  answers: Answers;
  onChange: (answers: Answers) => void;
}

function SpeakerList({ found, answers, onChange }: SpeakerListProps) {
  const t = useTranslate();
  const counts = countTurns(found);
  const speaking = found.speakers.filter(({ speaker }) => counts.has(speaker.id));
  return (
    <section className="import-speakers" aria-label={t('importing.speakers')}>
      <h3 className="field-label">{t('importing.speakers')}</h3>
      {speaking.length === 0 ? <p className="field-hint">{t('importing.noSpeakers')}</p> : null}
      <ul>
        {speaking.map(({ speaker }) => (
          <SpeakerAnswer
            key={speaker.id}
            speaker={speaker}
            turnCount={counts.get(speaker.id) ?? 0}
            answer={answers.get(speaker.id) ?? 'nobody'}
            onAnswer={(answer) => onChange(new Map(answers).set(speaker.id, answer))}
          />
        ))}
      </ul>
    </section>
  );
}

function Preview({ found }: { found: FoundTranscript }) {
  const t = useTranslate();
  const language = useSession((state) => state.language);
  const names = new Map<SpeakerId, string>(
    found.speakers.map(({ speaker }) => [speaker.id, speakerName(speaker, language)]),
  );
  const left = found.turns.length - MOST_TURNS_SHOWN;
  return (
    <section className="import-preview" aria-label={t('importing.preview')}>
      <h3 className="field-label">{t('importing.preview')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the preview scrolls, and must do so by keyboard */}
      <ol tabIndex={0}>
        {found.turns.slice(0, MOST_TURNS_SHOWN).map((turn) => (
          <li key={turn.id}>
            <p className="import-turn-head">
              <span className="time">{turn.startMs === null ? '–' : formatTime(turn.startMs)}</span>
              <span>{(turn.speakerId && names.get(turn.speakerId)) ?? ''}</span>
            </p>
            <p>{turnText(turn)}</p>
          </li>
        ))}
        {left > 0 ? <li className="field-hint">{t('importing.more', { count: left })}</li> : null}
      </ol>
    </section>
  );
}

function Warnings({ found: { warnings, warningCount } }: { found: FoundTranscript }) {
  const t = useTranslate();
  if (warnings.length === 0) return <p className="field-hint">{t('importing.noWarnings')}</p>;
  const left = warningCount - warnings.length;
  return (
    <section className="import-warnings" aria-label={t('importing.warnings')}>
      <h3 className="field-label">{t('importing.warnings')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, and must do so by keyboard */}
      <ul tabIndex={0}>
        {warnings.map((warning, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and never changes
          <li key={index}>{warningText(warning, t)}</li>
        ))}
        {left > 0 ? <li>{t('importing.more', { count: left })}</li> : null}
      </ul>
    </section>
  );
}
