import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { Decision, ListedPerson } from '../../shared/delegates/plan-import.ts';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { localText } from '../../shared/model/language.ts';
import { namesOf, type Speaker } from '../../shared/model/speaker.ts';
import { shownName } from '../actions/directory.ts';
import { useSession } from '../session.ts';
import { Select } from '../ui/field.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const ROW_HEIGHT = 52;

interface PeopleListProps {
  people: readonly ListedPerson[];
  decisions: ReadonlyMap<SpeakerId, Decision>;
  onDecide: (id: SpeakerId, decision: Decision) => void;
}

/** People of a list or a text, each with what is to become of them. */
export function PeopleList({ people, decisions, onDecide }: PeopleListProps) {
  const t = useTranslate();
  const { language } = useFormats();
  return (
    <div className="people-list">
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
        <GridList
          aria-label={t('delegates.people')}
          items={people.map((person) => ({ ...person, id: person.speaker.id }))}
          dependencies={[decisions, language]}
          keyboardNavigationBehavior="tab"
        >
          {(person) => (
            <GridListItem className="people-row" textValue={shownName(person.speaker, language)}>
              <PersonFacts person={person} />
              <DecisionField
                person={person}
                decision={decisions.get(person.speaker.id) ?? 'new'}
                onDecide={(decision) => onDecide(person.speaker.id, decision)}
              />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </div>
  );
}

function PersonFacts({ person: { speaker, same, similar } }: { person: ListedPerson }) {
  const t = useTranslate();
  const { language } = useFormats();
  const { title, organisation } = speaker.posts?.[0] ?? speaker;
  const facts = [
    ...namesOf(speaker).slice(1, 3),
    ...[title, organisation, speaker.country].map((text) => localText(text, language)),
  ];
  const likes = similar.slice(0, 2).map((each) => shownName(each.speaker, language));
  return (
    <span className="people-facts">
      <span className="people-name">
        {shownName(speaker, language)}
        <span className="people-match" data-kind={same ? 'same' : similar.length > 0 ? 'similar' : 'new'}>
          {same
            ? t('delegates.isSame')
            : likes.length > 0
              ? t('delegates.isSimilar', { names: likes.join(', ') })
              : t('delegates.isNew')}
        </span>
      </span>
      <span className="people-details">{facts.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

interface DecisionFieldProps {
  person: ListedPerson;
  decision: Decision;
  onDecide: (decision: Decision) => void;
}

function DecisionField({ person: { speaker, same, similar }, decision, onDecide }: DecisionFieldProps) {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const candidates: readonly Speaker[] = same ? [same] : similar.slice(0, 5).map((each) => each.speaker);
  return (
    <Select<string>
      hideLabel
      label={t('delegates.decision', { name: shownName(speaker, language) })}
      value={decision}
      choices={[
        { value: 'new', label: t('delegates.decideNew') },
        ...candidates.map((each) => ({
          value: each.id as string,
          label: t('delegates.decideJoin', { name: shownName(each, language) }),
        })),
        { value: 'skip', label: t('delegates.decideSkip') },
      ]}
      onChange={(value) =>
        onDecide(
          value === 'new' || value === 'skip' ? value : (speakers.get(value as SpeakerId)?.id ?? 'new'),
        )
      }
    />
  );
}
