import { Users } from 'lucide-react';
import type { Take } from '../../shared/bundle/takes.ts';
import { formatTime } from '../../shared/model/time.ts';
import { Button } from '../ui/button.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import type { OpenTranscript } from './open-transcript.ts';
import { isOutside } from './with-take.ts';

/** Says whose share of the recording is worked on here, and from when to when. */
export function TakeBanner({ take, transcript }: { take: Take; transcript: OpenTranscript }) {
  const t = useTranslate();
  const goToStart = () => {
    const first = transcript.turns().find(({ startMs }) => startMs !== null && !isOutside(take, { startMs }));
    if (first) transcript.goToTurn(first.id);
  };
  const from = formatTime(take.startMs);
  const to = formatTime(take.endMs);
  return (
    <section className="take-banner" aria-label={t('bundle.factTake')}>
      <Users size={16} strokeWidth={1.75} aria-hidden />
      <p>{t('bundle.banner', { name: take.name, from, to })}</p>
      <Button look="quiet" onPress={goToStart}>
        {t('bundle.goToStart')}
      </Button>
    </section>
  );
}
