import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Dialog, Heading, Meter, Modal, ModalOverlay } from 'react-aria-components';
import type { Peaks } from '../../shared/audio/peaks.ts';
import { decodePeaks } from '../../shared/audio/peaks-file.ts';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import { formatTime } from '../../shared/model/time.ts';
import { minutesLeft } from '../../shared/review/audit-rate.ts';
import { call } from '../api/client.ts';
import { matchesKeys, parseKeys, showKeys } from '../commands/keys.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { AUDIT_ACTS, AUDIT_KEYS, type AuditAct } from './audit-keys.ts';
import { AuditNote } from './audit-note.tsx';
import { type AuditSession, type AuditState, createAuditSession } from './audit-session.ts';
import { AuditWave } from './audit-wave.tsx';
import { AuditWords } from './audit-words.tsx';
import './audit.css';

const PEAKS_RETRY_MS = 2000;

interface AuditViewProps {
  readonly opened: OpenedRecording;
  readonly onClose: () => void;
}

/** Every boundary of the transcript, one after the other, with nothing else to think about. Escape leaves. */
export function AuditView({ opened, onClose }: AuditViewProps) {
  const t = useTranslate();
  const { durationMs, id: mediaId } = opened.recording.media;
  const transcriptId = opened.transcript.id;
  const audit = useAuditSession(transcriptId, durationMs);
  const peaks = usePeaksOf(mediaId);
  return (
    <ModalOverlay className="audit-overlay" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className="audit-modal">
        <Dialog className="audit">
          <header className="audit-header">
            <Heading slot="title" className="audit-title">
              {t('review.auditTitle')}
            </Heading>
            {audit ? <AuditProgress audit={audit} /> : null}
            <IconButton icon={X} label={t('review.leave')} keys="Esc" onPress={onClose} />
          </header>
          {audit ? <AuditDesk audit={audit} peaks={peaks} onClose={onClose} /> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useAuditSession(transcriptId: OpenedRecording['transcript']['id'], durationMs: number) {
  const [audit, setAudit] = useState<AuditSession | null>(null);
  useEffect(() => {
    let isLeft = false;
    let made: AuditSession | null = null;
    void call('review.notes', { transcriptId }).then((notes) => {
      if (isLeft) return;
      made = createAuditSession({ transcriptId, durationMs, notes, now: Date.now });
      setAudit(made);
    }, tellFailure);
    return () => {
      isLeft = true;
      made?.stop();
    };
  }, [transcriptId, durationMs]);
  return audit;
}

/** The envelope of the recording as soon as there is one. */
function usePeaksOf(mediaId: OpenedRecording['recording']['media']['id']): Peaks | null {
  const [peaks, setPeaks] = useState<Peaks | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLeft = false;
    const look = async () => {
      const kept = await call('media.peaks', { mediaId });
      const known = kept && decodePeaks(kept);
      if (isLeft) return;
      if (known) setPeaks(known);
      else timer = setTimeout(() => void look().catch(tellFailure), PEAKS_RETRY_MS);
    };
    void look().catch(tellFailure);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [mediaId]);
  return peaks;
}

const useAuditState = (audit: AuditSession): AuditState => useSyncExternalStore(audit.subscribe, audit.state);

function AuditProgress({ audit }: { audit: AuditSession }) {
  const t = useTranslate();
  const { number, percent } = useFormats();
  const { heard, heardAtMs } = useAuditState(audit);
  const done = heard.filter(Boolean).length;
  const minutes = minutesLeft(heardAtMs, heard.length - done);
  const counted = t('review.heardOf', { done: number.format(done), total: number.format(heard.length) });
  const share = heard.length === 0 ? 0 : done / heard.length;
  return (
    <Meter
      className="audit-progress"
      aria-label={t('review.auditProgress')}
      value={share * 100}
      valueLabel={percent.format(share)}
    >
      <span className="time" data-testid="audit-left">
        {minutes === null ? counted : t('review.heardLeft', { counted, count: minutes })}
      </span>
      <span className="review-track">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </Meter>
  );
}

interface AuditDeskProps {
  readonly audit: AuditSession;
  readonly peaks: Peaks | null;
  readonly onClose: () => void;
}

function AuditDesk({ audit, peaks, onClose }: AuditDeskProps) {
  const t = useTranslate();
  const { turns, boundaries, index, loop } = useAuditState(audit);
  const [isNoting, setNoting] = useState(false);
  const boundary = index === null ? null : boundaries[index];
  const run = (act: AuditAct) => {
    if (act === 'flag') setNoting(true);
    else AUDIT_ACTS[act](audit);
  };
  useAuditKeys(isNoting || !boundary ? null : run, onClose);

  if (!boundary)
    return (
      <div className="audit-done">
        <p>{t(boundaries.length === 0 ? 'review.noBoundaries' : 'review.allHeard')}</p>
        <div className="audit-done-buttons">
          {boundaries.length > 0 ? <Button onPress={audit.again}>{t('review.again')}</Button> : null}
          <Button look="primary" autoFocus onPress={onClose}>
            {t('review.backToText')}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="audit-desk">
      <AuditWords turns={turns} boundary={boundary} />
      <p className="audit-time time" data-testid="audit-time" role="status">
        {formatTime(boundary.ms, 'h:mm:ss.mmm')}
      </p>
      <AuditWave peaks={peaks} atMs={boundary.ms} />
      {isNoting ? (
        <AuditNote
          onKeep={(note) => {
            setNoting(false);
            audit.flag(note);
          }}
          onCancel={() => setNoting(false)}
        />
      ) : (
        <div className="audit-acts">
          <Act act="previous" run={run} />
          <span className="audit-nudges">
            <Act act="earlier" run={run} />
            <Act act="earlierFine" run={run} />
            <Act act="laterFine" run={run} />
            <Act act="later" run={run} />
          </span>
          <Act act="setHere" run={run} />
          <Act act="approve" run={run} isMain />
          <Act act="flag" run={run} />
          <Act act="play" run={run} />
          <Act act="loop" run={run} isOn={loop} />
          <Act act="next" run={run} />
        </div>
      )}
    </div>
  );
}

interface ActProps {
  readonly act: Exclude<AuditAct, 'undo' | 'redo'>;
  readonly run: (act: AuditAct) => void;
  readonly isMain?: boolean;
  readonly isOn?: boolean;
}

/** One thing to do, and its key. A press leaves the focus where it is, so that the keys go on working. */
function Act({ act, run, isMain = false, isOn }: ActProps) {
  const t = useTranslate();
  return (
    <button
      type="button"
      className={`button ${isMain ? 'button-primary' : 'button-plain'} audit-act`}
      aria-pressed={isOn}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(act)}
    >
      {t(`review.auditKey.${act}`)}
      <kbd>{showKeys(AUDIT_KEYS[act])}</kbd>
    </button>
  );
}

/** Runs what a key stands for, Escape leaves; null: the keys belong to something else. */
function useAuditKeys(run: ((act: AuditAct) => void) | null, leave: () => void): void {
  useEffect(() => {
    if (!run) return;
    const listen = (event: KeyboardEvent) => {
      // A hint that stands open would take the first Escape for itself.
      if (event.code === 'Escape') {
        event.stopPropagation();
        leave();
        return;
      }
      const isPress = event.code === 'Enter' || event.code === 'Space';
      if (isPress && event.target instanceof HTMLButtonElement) return;
      for (const [act, keys] of Object.entries(AUDIT_KEYS) as [AuditAct, string][]) {
        if (!matchesKeys(event, parseKeys(keys))) continue;
        event.preventDefault();
        event.stopPropagation();
        run(act);
        return;
      }
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  });
}
