import type { Translate } from '../../shared/i18n/i18n.ts';
import type { BundleComparison, BundleConflict } from '../../shared/ipc/contract.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import { LANGUAGES, type Language, type LocalText, localText } from '../../shared/model/language.ts';
import type { Post, Speaker } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { useSpeakerNames } from './conflict-name.ts';
import type { SideTitles } from './side.tsx';

interface FieldSidesProps {
  conflict: Extract<BundleConflict, { kind: 'speaker' | 'annotation' }>;
  comparison: BundleComparison;
  titles: SideTitles;
}

interface Row {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** The fields of a speaker or an annotation in which the sides differ. */
export function FieldSides({ conflict, comparison, titles }: FieldSidesProps) {
  const t = useTranslate();
  const { language } = useFormats();
  const nameOf = useSpeakerNames(comparison);
  const kindName = (id: string) =>
    localText(comparison.kinds.find((kind) => kind.id === id)?.name ?? {}, language);
  const { mine, theirs } = conflict;
  if (!mine || !theirs) return null;
  const rows =
    conflict.kind === 'speaker'
      ? speakerRows(mine as Speaker, theirs as Speaker, t, language, nameOf)
      : annotationRows(mine as Annotation, theirs as Annotation, t, kindName);
  return (
    <table className="conflict-fields">
      <thead>
        <tr>
          <td />
          <th scope="col">{titles.mine}</th>
          <th scope="col">{titles.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter((row) => row.mine !== row.theirs)
          .map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>{row.mine || t('bundle.empty')}</td>
              <td>{row.theirs || t('bundle.empty')}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function speakerRows(
  mine: Speaker,
  theirs: Speaker,
  t: Translate,
  language: Language,
  nameOf: (id: Speaker['mergedInto']) => string,
): readonly Row[] {
  const texts = (['name', 'title', 'organisation', 'country'] as const).flatMap((field) =>
    LANGUAGES.map((language) => {
      const text = (local: LocalText) => local[language] ?? '';
      const label = `${t(`bundle.field.${field}`)} (${t(LANGUAGE_LABELS[language])})`;
      return { label, mine: text(mine[field]), theirs: text(theirs[field]) };
    }),
  );
  const detail = (
    field: 'originalName' | 'aliases' | 'posts' | 'countryCode' | 'portrait',
    read: (of: Speaker) => string,
  ): Row => ({ label: t(`bundle.field.${field}`), mine: read(mine), theirs: read(theirs) });
  return [
    ...texts,
    detail('originalName', ({ originalName }) => originalName?.text ?? ''),
    detail('aliases', ({ aliases = [] }) => aliases.join(', ')),
    detail('posts', ({ posts = [] }) => posts.map((post) => postText(post, language)).join('\n')),
    detail('countryCode', ({ countryCode = '' }) => countryCode),
    detail('portrait', ({ portrait = '' }) => portrait.slice(0, 8)),
    { label: t('bundle.field.colour'), mine: String(mine.colour + 1), theirs: String(theirs.colour + 1) },
    {
      label: t('bundle.field.mergedInto'),
      mine: nameOf(mine.mergedInto),
      theirs: nameOf(theirs.mergedInto),
    },
  ];
}

function postText({ from, until, title, organisation }: Post, language: Language): string {
  const what = [title, organisation].map((text) => localText(text, language)).filter(Boolean);
  return `${from ?? '…'} – ${until ?? '…'}: ${what.join(', ')}`;
}

function annotationRows(
  mine: Annotation,
  theirs: Annotation,
  t: Translate,
  kindName: (id: string) => string,
): readonly Row[] {
  const row = (
    field: 'body' | 'kindId' | 'colour' | 'resolved' | 'span' | 'removed' | 'replies',
    read: (of: Annotation) => string,
  ): Row => ({
    label: t(`bundle.field.${field}`),
    mine: read(mine),
    theirs: read(theirs),
  });
  return [
    row('kindId', ({ kindId }) => kindName(kindId)),
    row('body', ({ body }) => body),
    row('colour', ({ colour }) => (colour === null ? '' : String(colour + 1))),
    row('resolved', ({ resolved }) =>
      resolved ? `${t('bundle.resolved')}, ${resolved.by}` : t('bundle.open'),
    ),
    row('span', ({ span }) => (span ? `${formatTime(span.startMs)} – ${formatTime(span.endMs)}` : '')),
    row('removed', ({ removed }) => (removed ? t('bundle.yes') : t('bundle.no'))),
    row('replies', ({ replies }) => replies.map(({ author, body }) => `${author}: ${body}`).join('\n')),
  ];
}
