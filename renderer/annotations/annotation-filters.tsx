import { Ellipsis, ListFilter } from 'lucide-react';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { localText } from '../../shared/model/language.ts';
import {
  type AnnotationFilter,
  type ListedAnnotation,
  NO_FILTER,
} from '../../shared/model/list-annotations.ts';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import { beginTimeAnnotation } from '../actions/annotations.ts';
import { openDialog } from '../actions/dialogs.ts';
import { useSession } from '../session.ts';
import { Button, IconButton, IconToggle } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const ALL = 'all';

interface FiltersProps {
  /** All annotations, whatever the filter. */
  readonly listed: readonly ListedAnnotation[];
  readonly shownCount: number;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What is shown, and how many those are. */
export function AnnotationFilters({ listed, shownCount, isOpen, onOpen }: FiltersProps) {
  const t = useTranslate();
  const { number } = useFormats();
  const filter = useSession((state) => state.annotationFilter);
  const isFiltered = Object.values(filter).some((value) => value !== null);
  const rows: readonly MenuRow[] = [
    {
      kind: 'action',
      id: 'time',
      label: t('command.annotateTime'),
      run: () => void beginTimeAnnotation().catch(tellFailure),
    },
    {
      kind: 'action',
      id: 'kinds',
      label: t('command.annotationKinds'),
      run: () => openDialog('annotation-kinds'),
    },
  ];
  return (
    <div className="annotations-tools">
      <div className="annotations-line">
        <span className="annotations-count" role="status">
          {isFiltered
            ? t('annotations.shownOf', {
                shown: number.format(shownCount),
                total: number.format(listed.length),
              })
            : t('annotations.count', { count: listed.length, total: number.format(listed.length) })}
        </span>
        {isFiltered ? (
          <Button look="quiet" onPress={() => useSession.setState({ annotationFilter: NO_FILTER })}>
            {t('annotations.showAll')}
          </Button>
        ) : null}
        <IconToggle icon={ListFilter} label={t('annotations.filter')} isSelected={isOpen} onChange={onOpen} />
        <MenuButton label={t('annotations.menu')} rows={rows}>
          <IconButton icon={Ellipsis} label={t('annotations.menu')} />
        </MenuButton>
      </div>
      {isOpen ? <Fields listed={listed} filter={filter} /> : null}
    </div>
  );
}

function Fields({ listed, filter }: { listed: readonly ListedAnnotation[]; filter: AnnotationFilter }) {
  const t = useTranslate();
  const { language } = useFormats();
  const kinds = useSession((state) => state.annotationKinds);
  const speakers = useSession((state) => state.speakers);
  const set = (change: Partial<AnnotationFilter>) =>
    useSession.setState({ annotationFilter: { ...filter, ...change } });
  const all = { value: ALL, label: t('annotations.all') };
  const used = new Set(listed.map(({ annotation }) => annotation.kindId));
  const authors = new Set(
    listed.flatMap(({ annotation }) => [
      annotation.author,
      ...annotation.replies.map(({ author }) => author),
    ]),
  );
  const speaking = new Set(listed.flatMap(({ speakerId }) => speakerId ?? []));
  const given = (value: string) => (value === ALL ? null : value);
  return (
    <div className="annotations-filters">
      <Select
        label={t('annotations.kind')}
        value={filter.kindId ?? ALL}
        choices={[
          all,
          ...[...kinds.values()]
            .filter(({ id }) => used.has(id))
            .map(({ id, name }) => ({ value: id as string, label: localText(name, language) })),
        ]}
        onChange={(value) => set({ kindId: given(value) })}
      />
      <Select
        label={t('annotations.status')}
        value={filter.status ?? ALL}
        choices={[
          all,
          { value: 'open', label: t('annotations.statusOpen') },
          { value: 'resolved', label: t('annotations.statusResolved') },
        ]}
        onChange={(value) => set({ status: value === 'open' || value === 'resolved' ? value : null })}
      />
      <Select
        label={t('annotations.author')}
        value={filter.author ?? ALL}
        choices={[all, ...[...authors].sort().map((name) => ({ value: name, label: name }))]}
        onChange={(value) => set({ author: given(value) })}
      />
      <Select
        label={t('annotations.speaker')}
        value={filter.speakerId ?? ALL}
        choices={[
          all,
          ...[...speaking].map((id) => ({
            value: id as string,
            label: speakerName(resolveSpeaker(speakers, id), language) || t('speakers.unnamed'),
          })),
        ]}
        onChange={(value) => set({ speakerId: given(value) as SpeakerId | null })}
      />
    </div>
  );
}
