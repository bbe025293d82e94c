import { X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { SearchFilter } from '../../shared/ipc/contract.ts';
import type { AnnotationKind } from '../../shared/model/annotation.ts';
import { localText } from '../../shared/model/language.ts';
import { speakerName } from '../../shared/model/speaker.ts';
import { TURN_STATUSES } from '../../shared/model/turn.ts';
import { loadSpeakers } from '../actions/speakers.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Select } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const ANY = 'any';

export const NO_FILTER: SearchFilter = { speakerId: null, from: null, to: null, kindId: null, status: null };

interface SearchFiltersProps {
  readonly filter: SearchFilter;
  readonly onChange: (filter: SearchFilter) => void;
}

/** Narrows what is found by who speaks, when, what is remarked on it, and whether it was checked. */
export function SearchFilters({ filter, onChange }: SearchFiltersProps) {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const kinds = useKinds();
  useEffect(() => void loadSpeakers().catch(tellFailure), []);
  const speakerChoices = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return [...speakers.values()]
      .filter(({ mergedInto }) => mergedInto === null)
      .map((speaker) => ({ value: speaker.id as string, label: speakerName(speaker, language) }))
      .sort((a, b) => compare(a.label, b.label));
  }, [speakers, language]);
  const kindChoices = kinds
    .filter(({ removed }) => !removed)
    .map(({ id, name }) => ({ value: id as string, label: localText(name, language) }));
  const isSet = Object.values(filter).some((value) => value !== null);
  return (
    <fieldset className="filters">
      <legend className="visually-hidden">{t('library.filters')}</legend>
      <Select
        label={t('library.filterSpeaker')}
        value={filter.speakerId ?? ANY}
        choices={[{ value: ANY, label: t('library.anySpeaker') }, ...speakerChoices]}
        onChange={(value) =>
          onChange({ ...filter, speakerId: [...speakers.keys()].find((id) => id === value) ?? null })
        }
      />
      <DateInput
        label={t('library.filterFrom')}
        value={filter.from}
        onChange={(from) => onChange({ ...filter, from })}
      />
      <DateInput
        label={t('library.filterTo')}
        value={filter.to}
        onChange={(to) => onChange({ ...filter, to })}
      />
      <Select
        label={t('library.filterStatus')}
        value={filter.status ?? ANY}
        choices={[
          { value: ANY, label: t('library.anyStatus') },
          ...TURN_STATUSES.map((status) => ({ value: status, label: t(`history.status.${status}`) })),
        ]}
        onChange={(value) =>
          onChange({ ...filter, status: TURN_STATUSES.find((status) => status === value) ?? null })
        }
      />
      <Select
        label={t('library.filterKind')}
        value={filter.kindId ?? ANY}
        choices={[{ value: ANY, label: t('library.anyKind') }, ...kindChoices]}
        onChange={(value) =>
          onChange({ ...filter, kindId: kinds.find(({ id }) => id === value)?.id ?? null })
        }
      />
      <Button look="quiet" isDisabled={!isSet} onPress={() => onChange(NO_FILTER)}>
        <X size={14} aria-hidden />
        {t('library.clearFilters')}
      </Button>
    </fieldset>
  );
}

function useKinds(): readonly AnnotationKind[] {
  const [kinds, setKinds] = useState<readonly AnnotationKind[]>([]);
  useEffect(() => void call('annotationKinds.list').then(setKinds, tellFailure), []);
  return kinds;
}
