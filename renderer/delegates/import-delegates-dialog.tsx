import { useEffect, useMemo, useState } from 'react';
import { Label, ProgressBar, Radio, RadioGroup } from 'react-aria-components';
import {
  type Columns,
  type Decision,
  firstDecisions,
  type ImportPlan,
  importedSpeakers,
  type ListedPerson,
} from '../../shared/delegates/plan-import.ts';
import { ENCODINGS, type Encoding } from '../../shared/formats/encoding.ts';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { saveImported } from '../actions/directory.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import { failureText } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { ColumnFields } from './column-fields.tsx';
import { PeopleList } from './people-list.tsx';
import { firstColumns, usePlan, useSheet } from './use-import.ts';
import './delegates.css';

const NOT_DECIDED: ReadonlyMap<SpeakerId, Decision> = new Map();

/** A delegate list before anything of it is written: what its columns are, who is in it, who is known already. */
export function ImportDelegatesDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const t = useTranslate();
  const [encoding, setEncoding] = useState<Encoding | undefined>();
  const read = useSheet(file, encoding);
  const sheet = typeof read === 'string' ? null : read;
  const [columns, setColumns] = useState<Columns | null>(null);
  const { plan, fraction } = usePlan(sheet, columns);
  const [decisions, setDecisions] = useState(NOT_DECIDED);
  const [replace, setReplace] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => setColumns(sheet && firstColumns(sheet)), [sheet]);
  useEffect(() => setDecisions(plan ? firstDecisions(plan.people) : NOT_DECIDED), [plan]);

  const speakers = useSession((state) => state.speakers);
  const written = useMemo(
    () => (plan ? importedSpeakers(plan.people, decisions, speakers, { replace }) : []),
    [plan, decisions, speakers, replace],
  );
  const save = async () => {
    setBusy(true);
    try {
      await saveImported(written);
      onClose();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('delegates.importTitle', { name: file.name })}
      width={1040}
      onClose={onClose}
      footer={
        <>
          {failure ? (
            <p className="field-error delegate-error" role="alert">
              {failure}
            </p>
          ) : null}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={busy || written.length === 0} onPress={() => void save()}>
            {plan && written.length === 0
              ? t('delegates.nothingToImport')
              : t('delegates.importNow', { count: written.length })}
          </Button>
        </>
      }
    >
      {typeof read === 'string' ? (
        <p className="field-error" role="alert">
          {t(`delegates.fault.${read}`)}
        </p>
      ) : (
        <div className="delegate-import" aria-busy={plan === null}>
          <div className="delegate-import-choices">
            {sheet && columns ? (
              <>
                {sheet.assumedEncoding || encoding ? (
                  <EncodingField found={sheet.assumedEncoding} value={encoding} onChange={setEncoding} />
                ) : null}
                {sheet.otherSheets.length > 0 ? (
                  <p className="field-hint">
                    {t('delegates.otherSheets', { names: sheet.otherSheets.join(', ') })}
                  </p>
                ) : null}
                <ColumnFields sheet={sheet} columns={columns} onChange={setColumns} />
                <ConflictField replace={replace} onChange={setReplace} />
              </>
            ) : null}
          </div>
          <div className="delegate-import-found">
            {plan ? (
              <Found plan={plan} decisions={decisions} onDecide={setDecisions} />
            ) : (
              <Reading fraction={sheet ? fraction : 0} />
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Reading({ fraction }: { fraction: number }) {
  const t = useTranslate();
  return (
    <ProgressBar
      className="delegate-progress"
      value={fraction * 100}
      aria-label={t('delegates.importReading')}
    >
      <p>{t('delegates.importReading')}</p>
      <div className="delegate-track">
        <div style={{ width: `${fraction * 100}%` }} />
      </div>
    </ProgressBar>
  );
}

interface EncodingFieldProps {
  found: string | null;
  value: Encoding | undefined;
  onChange: (encoding: Encoding | undefined) => void;
}

function EncodingField({ found, value, onChange }: EncodingFieldProps) {
  const t = useTranslate();
  return (
    <Select<Encoding | 'found'>
      label={t('delegates.encoding')}
      value={value ?? 'found'}
      choices={[
        { value: 'found', label: found ?? t('delegates.encodingFound') },
        ...ENCODINGS.map((each) => ({ value: each, label: each })),
      ]}
      onChange={(chosen) => onChange(chosen === 'found' ? undefined : chosen)}
    />
  );
}

function ConflictField({ replace, onChange }: { replace: boolean; onChange: (replace: boolean) => void }) {
  const t = useTranslate();
  return (
    <RadioGroup
      className="delegate-conflict"
      value={replace ? 'replace' : 'keep'}
      onChange={(value) => onChange(value === 'replace')}
    >
      <Label className="field-label">{t('delegates.conflict')}</Label>
      <Radio value="keep" className="import-place">
        {t('delegates.conflictKeep')}
      </Radio>
      <Radio value="replace" className="import-place">
        {t('delegates.conflictReplace')}
      </Radio>
    </RadioGroup>
  );
}

type Kind = 'all' | 'similar' | 'same' | 'new';
const kindOf = ({ same, similar }: ListedPerson): Kind =>
  same ? 'same' : similar.length > 0 ? 'similar' : 'new';

interface FoundProps {
  plan: ImportPlan;
  decisions: ReadonlyMap<SpeakerId, Decision>;
  onDecide: (decisions: ReadonlyMap<SpeakerId, Decision>) => void;
}

/** Who is in the list; those with like names stand first, since they want a decision. */
function Found({ plan: { people, warnings }, decisions, onDecide }: FoundProps) {
  const t = useTranslate();
  const [kind, setKind] = useState<Kind>('all');
  const sorted = useMemo(() => {
    const order: readonly Kind[] = ['similar', 'same', 'new'];
    return [...people].sort((a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)));
  }, [people]);
  const count = (wanted: Kind) => people.filter((person) => kindOf(person) === wanted).length;
  const shown = kind === 'all' ? sorted : sorted.filter((person) => kindOf(person) === kind);
  if (people.length === 0) return <p className="field-hint">{t('delegates.noNames')}</p>;
  return (
    <>
      <Select<Kind>
        hideLabel
        label={t('delegates.people')}
        value={kind}
        choices={[
          { value: 'all', label: t('delegates.peopleAll', { count: people.length }) },
          { value: 'similar', label: t('delegates.peopleSimilar', { count: count('similar') }) },
          { value: 'same', label: t('delegates.peopleSame', { count: count('same') }) },
          { value: 'new', label: t('delegates.peopleNew', { count: count('new') }) },
        ]}
        onChange={setKind}
      />
      <PeopleList
        people={shown}
        decisions={decisions}
        onDecide={(id, decision) => onDecide(new Map(decisions).set(id, decision))}
      />
      {warnings.length > 0 ? (
        <section className="delegate-warnings" aria-label={t('delegates.rowWarnings')}>
          <h3 className="field-label">{t('delegates.rowWarnings')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, and must do so by keyboard */}
          <ul tabIndex={0}>
            {warnings.slice(0, MOST_WARNINGS).map(({ code, row, excerpt }) => (
              <li key={`${row} ${code} ${excerpt}`}>{t(`delegates.row.${code}`, { row, excerpt })}</li>
            ))}
            {warnings.length > MOST_WARNINGS ? (
              <li>{t('delegates.moreWarnings', { count: warnings.length - MOST_WARNINGS })}</li>
            ) : null}
          </ul>
        </section>
      ) : null}
    </>
  );
}
const MOST_WARNINGS = 100;
