import { useEffect } from 'react';
import type { TranscriptId } from '../../shared/model/ids.ts';
import type { CheckGiven, Thresholds } from '../../shared/review/check.ts';
import { CHECKS, TRANSLATION_CHECKS } from '../../shared/review/checks/index.ts';
import { countOpenAnnotations } from '../../shared/review/open-annotations.ts';
import { partFindings } from '../../shared/review/review-notes.ts';
import { createTurnsReview } from '../../shared/review/review-turns.ts';
import { turnsNow, watchTurns } from '../actions/watch-turns.ts';
import { call } from '../api/client.ts';
import { forgetFindings, showFindings, useFindings } from '../findings.ts';
import { ports, useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';

/** Changes are gathered for this long, and then wait for a moment in which nothing else is to be done. */
const PAUSE_MS = 300;
const LONGEST_WAIT_MS = 2000;

interface ReviewWatchProps {
  readonly transcriptId: TranscriptId;
  readonly kind: 'original' | 'translation';
}

/** Reviews the open transcript as it is edited, behind the keystrokes. Shows nothing. */
export function ReviewWatch({ transcriptId, kind }: ReviewWatchProps) {
  useEffect(() => {
    const review = createTurnsReview(kind === 'translation' ? TRANSLATION_CHECKS : CHECKS);
    let idle = 0;
    let wasFinished = true;
    const run = () => {
      idle = 0;
      const { speakers, settings, annotations, speech } = useSession.getState();
      const turns = turnsNow();
      const given = givenBy(settings.reviewThresholds, speech);
      const found = review.update(
        { turns, speakers, openAnnotationsOf: countOpenAnnotations(annotations) },
        given,
      );
      showFindings(partFindings(found, useFindings.getState().notes.ignored));
      const isFinished = turns.length > 0 && turns.every(({ status }) => status === 'checked');
      if (isFinished && !wasFinished) void markReviewed(transcriptId).catch(tellFailure);
      wasFinished = isFinished;
    };
    const soon = () => {
      if (idle === 0) idle = requestIdleCallback(run, { timeout: LONGEST_WAIT_MS });
    };
    let isLeft = false;
    void call('review.notes', { transcriptId }).then((notes) => {
      if (isLeft) return;
      useFindings.setState({ notes });
      soon();
    }, tellFailure);
    const stop = watchTurns(PAUSE_MS, soon);
    const unsubscribe = useSession.subscribe((now, was) => {
      if (
        now.speakers !== was.speakers ||
        now.annotations !== was.annotations ||
        now.speech !== was.speech ||
        now.settings.reviewThresholds !== was.settings.reviewThresholds
      )
        soon();
    });
    return () => {
      isLeft = true;
      stop();
      unsubscribe();
      cancelIdleCallback(idle);
      forgetFindings();
    };
  }, [transcriptId, kind]);
  return null;
}

/** The moment at which the last turn was checked is one to go back to. */
async function markReviewed(transcriptId: TranscriptId): Promise<void> {
  await ports.editor?.flush();
  await call('history.mark', { transcriptId, reason: 'reviewed' });
}

let lastGiven: CheckGiven | null = null;

/** The same object for the same thresholds and speech, since the checks of all turns run anew for another. */
function givenBy(thresholds: Thresholds, speech: CheckGiven['speech']): CheckGiven {
  if (lastGiven?.thresholds !== thresholds || lastGiven.speech !== speech) lastGiven = { thresholds, speech };
  return lastGiven;
}
