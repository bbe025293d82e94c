import { ArrowLeftRight } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { type FieldKey, joinSpeakers, type Side } from '../../shared/delegates/merge-fields.ts';
import { indexNames, type SimilarPair } from '../../shared/delegates/similar-names.ts';
import { mergeInto, shownName } from '../actions/directory.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SpeakerFacts } from '../ui/speaker-facts.tsx';
import { tell, tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { FieldChoices } from './field-choices.tsx';
import './compare.css';

const keyOf = ({ one, other }: SimilarPair) => [one.id, other.id].sort().join(' ');

/** Pairs of entries whose names are alike, for a person to say whether they are one. */
export function DuplicatesDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { language, number } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const [apart, setApart] = useState<ReadonlySet<string> | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const all = useMemo(() => indexNames(speakers.values()).pairs(), [speakers]);
  const pairs = apart ? all.filter((pair) => !apart.has(keyOf(pair))) : [];
  const pair = pairs.find((each) => keyOf(each) === chosen) ?? pairs[0] ?? null;

  useEffect(() => {
    call('speakers.apart').then(
      (list) => setApart(new Set(list.map((ids) => [...ids].sort().join(' ')))),
      tellFailure,
    );
  }, []);

  const setPairApart = async (of: SimilarPair, isApart: boolean) => {
    await call('speakers.setApart', { one: of.one.id, other: of.other.id, apart: isApart });
    setApart((before) => {
      const now = new Set(before);
      if (isApart) now.add(keyOf(of));
      else now.delete(keyOf(of));
      return now;
    });
  };
  const part = async (of: SimilarPair) => {
    await setPairApart(of, true);
    const [one, other] = [shownName(of.one, language), shownName(of.other, language)];
    tell(t('delegates.apartTold', { one, other }), {
      label: t('app.undo'),
      run: () => void setPairApart(of, false).catch(tellFailure),
    });
  };

  return (
    <Dialog title={t('delegates.duplicates')} width={920} onClose={onClose}>
      {apart && !pair ? <p className="field-hint">{t('delegates.duplicatesNone')}</p> : null}
      {pair ? (
        <div className="duplicates">
          <div className="duplicates-list">
            <p className="field-hint" role="status">
              {t('delegates.duplicatesLeft', { count: pairs.length })}
            </p>
            <ListBox
              className="merge-list"
              aria-label={t('delegates.duplicates')}
              selectionMode="single"
              disallowEmptySelection
              escapeKeyBehavior="none"
              selectedKeys={[keyOf(pair)]}
              onSelectionChange={(keys) => setChosen(keys === 'all' ? null : String([...keys][0] ?? ''))}
              items={pairs.slice(0, MOST_PAIRS).map((each) => ({ ...each, id: keyOf(each) }))}
            >
              {({ one, other }) => {
                const label = t('delegates.pair', {
                  one: shownName(one, language),
                  other: shownName(other, language),
                });
                return (
                  <ListBoxItem className="speaker-row" textValue={label}>
                    {label}
                  </ListBoxItem>
                );
              }}
            </ListBox>
          </div>
          <Comparison
            key={keyOf(pair)}
            pair={pair}
            likeness={number.format(Math.round(pair.likeness * 100))}
            onApart={() => void part(pair).catch(tellFailure)}
          />
        </div>
      ) : null}
    </Dialog>
  );
}
const MOST_PAIRS = 200;

interface ComparisonProps {
  pair: SimilarPair;
  likeness: string;
  onApart: () => void;
}

function Comparison({ pair, likeness, onApart }: ComparisonProps) {
  const t = useTranslate();
  const { language } = useFormats();
  const [swapped, setSwapped] = useState(false);
  const [choices, setChoices] = useState<ReadonlyMap<FieldKey, Side>>(new Map());
  const [stays, goes] = swapped ? [pair.other, pair.one] : [pair.one, pair.other];
  return (
    <div className="duplicates-pair">
      <p className="field-hint">{t('delegates.likeness', { percent: `${likeness} %` })}</p>
      <div className="duplicates-sides">
        <div>
          <span className="field-label">{t('delegates.stays')}</span>
          <SpeakerFacts speaker={stays} />
        </div>
        <IconButton
          icon={ArrowLeftRight}
          label={t('delegates.swap')}
          onPress={() => {
            setSwapped(!swapped);
            setChoices(new Map());
          }}
        />
        <div>
          <span className="field-label">{t('delegates.goes')}</span>
          <SpeakerFacts speaker={goes} />
        </div>
      </div>
      <FieldChoices one={stays} other={goes} choices={choices} onChange={setChoices} />
      <div className="duplicates-buttons">
        <Button onPress={onApart}>{t('delegates.apart')}</Button>
        <Button
          look="primary"
          onPress={() => void mergeInto(joinSpeakers(stays, goes, choices), goes).catch(tellFailure)}
        >
          {t('delegates.mergeInto', { name: shownName(stays, language) })}
        </Button>
      </div>
    </div>
  );
}
