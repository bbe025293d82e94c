import { Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { speakerName } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import type { QuotationMark, QuoteVerdict } from '../../shared/press/match/verify-marks.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { useArticle } from './article-state.ts';
import type { OpenArticle } from './open-article.ts';
import { VerdictBadge } from './quotation-card.tsx';
import { spanOf, toggleSpan } from './span-player.ts';
import { useRecordings } from './use-recordings.ts';

/** Every place where a quotation may have been said, to be heard and chosen. */
export function CandidatesDialog({
  open,
  mark,
  onClose,
}: {
  open: OpenArticle;
  mark: QuotationMark;
  onClose: () => void;
}) {
  const t = useTranslate();
  const { language } = useFormats();
  const recordings = useRecordings();
  const present = useArticle((state) => state.verdicts.get(mark.id));
  const [found, setFound] = useState<readonly QuoteVerdict[] | null>(null);
  useEffect(() => {
    open.candidates(mark.id).then(setFound, tellFailure);
  }, [open, mark.id]);
  const choose = ({ place, transcriptId }: QuoteVerdict) => {
    onClose();
    if (place && transcriptId) open.choosePlace({ ...place, transcriptId });
  };
  return (
    <Dialog title={t('press.candidatesTitle')} onClose={onClose} width={560}>
      {found === null ? <p>{t('press.seeking')}</p> : null}
      {found?.length === 0 ? <p>{t('press.noCandidates')}</p> : null}
      <ol className="candidates">
        {(found ?? []).map((candidate) => {
          const { evidence, place, transcriptId, recordingId, speaker } = candidate;
          if (!evidence || !place) return null;
          const span = spanOf(candidate);
          const isPresent =
            present?.place?.turnId === place.turnId &&
            present.place.start === place.start &&
            present.transcriptId === transcriptId;
          return (
            <li key={`${transcriptId} ${place.turnId} ${place.start}`} data-present={isPresent || undefined}>
              <div className="quotation-head">
                <VerdictBadge verdict={candidate} />
                {evidence.startMs === null ? null : (
                  <span className="time">{formatTime(evidence.startMs)}</span>
                )}
                <span className="candidate-where">
                  {[speakerName(speaker, language), recordings?.find(({ id }) => id === recordingId)?.title]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {span ? (
                  <IconButton icon={Play} label={t('press.play')} onPress={() => toggleSpan(span)} />
                ) : null}
                <Button isDisabled={isPresent} onPress={() => choose(candidate)}>
                  {t('press.choose')}
                </Button>
              </div>
              <blockquote lang={evidence.language}>
                {evidence.text === '' ? t('press.withheld') : evidence.text}
              </blockquote>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
