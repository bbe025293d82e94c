import { CircleCheck, CircleDashed } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { ListBox, ListBoxItem, Radio, RadioGroup } from 'react-aria-components';
import { type Choice, choicesFor } from '../../shared/bundle/merge.ts';
import type { BundleComparison, BundleConflict } from '../../shared/ipc/contract.ts';
import { useTranslate } from '../ui/use-translate.ts';
import { useConflictName } from './conflict-name.ts';
import { ConflictSides } from './conflict-sides.tsx';

/** What was decided, by the key of the conflict. */
export type Decisions = ReadonlyMap<string, Choice>;

interface MergeViewProps {
  comparison: BundleComparison;
  /** Whose bundle it is; null when it does not say. */
  theirs: string | null;
  decisions: Decisions;
  onDecide: (decisions: Decisions) => void;
}

/** The changes that were made on both sides, one at a time: both versions side by side, and which of them stays. */
export function MergeView({ comparison, theirs, decisions, onDecide }: MergeViewProps) {
  const t = useTranslate();
  const { conflicts } = comparison;
  const nameOf = useConflictName(comparison);
  const [key, setKey] = useState(
    () => (conflicts.find((each) => !decisions.has(each.key)) ?? conflicts[0])?.key,
  );
  const index = conflicts.findIndex((each) => each.key === key);
  const conflict = conflicts[index];
  if (!conflict) return null;

  const decide = (choice: Choice) => {
    const after = new Map(decisions).set(conflict.key, choice);
    onDecide(after);
    const next = [...conflicts.slice(index + 1), ...conflicts].find((each) => !after.has(each.key));
    if (next) setKey(next.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([123])$/.exec(event.code)?.[1];
    const choice = digit ? choicesFor(conflict)[Number(digit) - 1] : undefined;
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.code] : undefined;
    if (choice && !event.ctrlKey && !event.altKey) decide(choice);
    else if (step) setKey(conflicts[index + step]?.key ?? key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="conflicts" onKeyDownCapture={onKeyDown}>
      <ListBox
        className="conflict-list"
        aria-label={t('bundle.conflicts')}
        autoFocus
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[conflict.key]}
        onSelectionChange={(keys) => setKey(keys === 'all' ? key : String([...keys][0]))}
      >
        {conflicts.map((each) => (
          <ConflictRow key={each.key} conflict={each} name={nameOf(each)} choice={decisions.get(each.key)} />
        ))}
      </ListBox>
      <section className="conflict-conflict" aria-label={nameOf(conflict)}>
        <ConflictSides
          conflict={conflict}
          comparison={comparison}
          theirs={theirs === null ? t('bundle.theirs') : t('bundle.theirsOf', { name: theirs })}
        />
        <RadioGroup
          className="conflict-choices"
          aria-label={t('bundle.choice')}
          orientation="horizontal"
          value={decisions.get(conflict.key) ?? null}
          onChange={(value) => {
            const choice = choicesFor(conflict).find((each) => each === value);
            if (choice) onDecide(new Map(decisions).set(conflict.key, choice));
          }}
        >
          {choicesFor(conflict).map((choice, number) => (
            <Radio key={choice} value={choice} className="conflict-choice">
              <kbd>{number + 1}</kbd>
              {t(`bundle.keep.${choice}`)}
            </Radio>
          ))}
        </RadioGroup>
        <p className="field-hint">{t('bundle.keysHint')}</p>
      </section>
    </div>
  );
}

interface ConflictRowProps {
  conflict: BundleConflict;
  name: string;
  choice: Choice | undefined;
}

function ConflictRow({ conflict, name, choice }: ConflictRowProps) {
  const t = useTranslate();
  const state = choice ? t(`bundle.chose.${choice}`) : t('bundle.undecided');
  const Icon = choice ? CircleCheck : CircleDashed;
  return (
    <ListBoxItem id={conflict.key} className="conflict-row" textValue={`${name}, ${state}`}>
      <Icon size={16} aria-hidden />
      <span className="conflict-name">{name}</span>
      <span className="conflict-state">{state}</span>
    </ListBoxItem>
  );
}
