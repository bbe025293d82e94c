import type { BundleComparison, BundleConflict } from '../../shared/ipc/contract.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { resolveSpeaker, type Speaker, speakerName } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import type { Turn } from '../../shared/model/turn.ts';
import { CHECK_IDS } from '../../shared/review/check.ts';
import type { KeptFinding } from '../../shared/review/review-notes.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** Returns what tells the name of a speaker by id, merges followed; '' for nobody. */
export function useSpeakerNames({ speakers }: BundleComparison): (id: SpeakerId | null) => string {
  const { language } = useFormats();
  const byId = new Map<SpeakerId, Speaker>(speakers.map((speaker) => [speaker.id, speaker]));
  return (id) => speakerName(resolveSpeaker(byId, id), language);
}

/** Returns what tells a conflict apart in a list. */
export function useConflictName(comparison: BundleComparison): (conflict: BundleConflict) => string {
  const t = useTranslate();
  const { language, languageName } = useFormats();
  const nameOf = useSpeakerNames(comparison);
  return (conflict) => {
    if (conflict.kind === 'order') return t('bundle.orderTitle');
    if (conflict.kind === 'standing') return t('bundle.standingTitle');
    const one = conflict.mine ?? conflict.theirs;
    if (!one) return '';
    if (conflict.kind === 'finding') {
      const check = CHECK_IDS.find((id) => id === (one as KeptFinding).check);
      return check ? t(`review.check.${check}.title`) : t('bundle.findingTitle');
    }
    if (conflict.kind === 'speaker') return speakerName(one as Speaker, language);
    if (conflict.kind === 'annotation') return (one as Annotation).words || (one as Annotation).body;
    const { startMs, speakerId } = one as Turn;
    const time = startMs === null ? t('bundle.noTime') : formatTime(startMs);
    const translation = conflict.language && languageName.of(conflict.language);
    return [time, nameOf(speakerId), translation].filter(Boolean).join(' ');
  };
}
