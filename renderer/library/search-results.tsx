import { useMemo } from 'react';
import { Collection, GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { FoundRecording, SearchHit } from '../../shared/ipc/contract.ts';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import { openRecordingAt } from '../actions/recordings.ts';
import { useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

interface ListedHit extends SearchHit {
  readonly key: string;
  readonly recordingId: FoundRecording['recordingId'];
}

/** The places in transcripts and annotations where a query was found; Enter opens the recording there. */
export function SearchResults({ found }: { found: readonly FoundRecording[] }) {
  const t = useTranslate();
  const { language, date } = useFormats();
  const groups = useMemo(
    () =>
      found
        .filter(({ hits }) => hits.length > 0)
        .map((recording) => ({
          ...recording,
          id: recording.recordingId,
          hits: recording.hits.map(
            (hit, index): ListedHit => ({
              ...hit,
              key: `${recording.recordingId} ${index}`,
              recordingId: recording.recordingId,
            }),
          ),
        })),
    [found],
  );
  const open = (key: unknown) => {
    const hit = groups.flatMap(({ hits }) => hits).find((candidate) => candidate.key === key);
    if (hit) openRecordingAt(hit.recordingId, hit).catch(tellFailure);
  };
  return (
    <GridList className="results" aria-label={t('library.moments')} onAction={open}>
      <Collection items={groups} dependencies={[language]}>
        {(recording) => (
          <GridListSection>
            <GridListHeader className="results-recording">
              <strong>{recording.title}</strong>
              {recording.date === null ? null : (
                <span>{date.format(new Date(`${recording.date}T12:00`))}</span>
              )}
            </GridListHeader>
            <Collection items={recording.hits} dependencies={[language]}>
              {(hit) => (
                <GridListItem
                  id={hit.key}
                  className="result"
                  textValue={hit.snippet.map(({ text }) => text).join('')}
                >
                  <Hit hit={hit} />
                </GridListItem>
              )}
            </Collection>
          </GridListSection>
        )}
      </Collection>
    </GridList>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const name = speakerName(resolveSpeaker(speakers, hit.speakerId), language);
  return (
    <>
      <span className="result-time time">{hit.atMs === null ? '–' : formatTime(hit.atMs)}</span>
      <span className="result-words">
        <span className="result-speaker">
          {[name, hit.annotation ? t('library.inAnnotation') : ''].filter(Boolean).join(' · ')}
        </span>
        <span className="result-text">
          {hit.snippet.map((part, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one snippet never change places
            part.hit ? <mark key={index}>{part.text}</mark> : part.text,
          )}
        </span>
      </span>
    </>
  );
}
