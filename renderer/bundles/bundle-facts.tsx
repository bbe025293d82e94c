import type { BundleLook } from '../../shared/ipc/contract.ts';
import { formatTime } from '../../shared/model/time.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** What is in a bundle. */
export function BundleFacts({ look }: { look: BundleLook }) {
  const t = useTranslate();
  const { number, date, dateTime } = useFormats();
  const { take, mediaBytes, smallBytes, historyCount } = look;
  const words = t('app.words', { count: look.wordCount, words: number.format(look.wordCount) });
  const sizeOf = (bytes: number) =>
    t('library.megabytes', { size: number.format(Math.round(bytes / 1e5) / 10) });
  const media =
    mediaBytes !== null
      ? sizeOf(mediaBytes)
      : smallBytes !== null
        ? t('bundle.factSmall', { size: sizeOf(smallBytes) })
        : t('bundle.factNoMedia');
  const facts: readonly (readonly [string, string] | null)[] = [
    [
      t('bundle.factTitle'),
      [look.title, look.date && date.format(new Date(`${look.date}T12:00`)), look.place]
        .filter(Boolean)
        .join(' · '),
    ],
    take && [
      t('bundle.factTake'),
      t('bundle.takeOf', { name: take.name, from: formatTime(take.startMs), to: formatTime(take.endMs) }),
    ],
    [t('bundle.factLength'), formatTime(look.durationMs)],
    [t('bundle.factText'), t('bundle.factTurns', { count: look.turnCount, words })],
    [t('bundle.factSpeakers'), number.format(look.speakerCount)],
    [t('bundle.factAnnotations'), number.format(look.annotationCount)],
    [
      t('bundle.factHistory'),
      historyCount === null ? t('bundle.factNoHistory') : t('bundle.factEntries', { count: historyCount }),
    ],
    [t('bundle.factMedia'), media],
    [
      t('bundle.factMade'),
      t('bundle.madeBy', { when: dateTime.format(new Date(look.createdAt)), program: look.program }),
    ],
  ];
  return (
    <dl className="bundle-facts time">
      {facts.map((fact) =>
        fact ? (
          <div key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
