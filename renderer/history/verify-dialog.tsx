import { Copy, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Verdict } from '../../shared/ipc/contract.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { failureText, tell } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import './history.css';

/** Walks the edit log of the open transcript and says since when nobody has changed it behind the program's back. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const transcriptId = useSession((state) => state.opened?.transcript.id);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (transcriptId === undefined) return;
    const verify = async () => {
      await ports.editor?.flush();
      setVerdict(await call('history.verify', { transcriptId }));
    };
    verify().catch((error: unknown) => setFailure(failureText(error)));
  }, [transcriptId]);
  return (
    <Dialog title={t('history.verifyTitle')} onClose={onClose} width={520}>
      {failure ? (
        <p role="alert" className="field-error">
          {failure}
        </p>
      ) : null}
      {verdict ? <VerdictView verdict={verdict} /> : null}
      {verdict || failure ? null : <p role="status">{t('history.verifying')}</p>}
    </Dialog>
  );
}

function VerdictView({ verdict }: { verdict: Verdict }) {
  const t = useTranslate();
  const { dateTime, number } = useFormats();
  const { sound, sequence, since, entryCount, headHash } = verdict;
  const Icon = sound ? ShieldCheck : ShieldAlert;
  const finding = sound
    ? since === null
      ? t('history.soundEmpty')
      : t('history.sound', {
          since: dateTime.format(new Date(since)),
          count: entryCount,
          changes: number.format(entryCount),
        })
    : t('history.faulty', { sequence: number.format(sequence ?? 0), total: number.format(entryCount) });
  return (
    <div className="verdict">
      <p className="verdict-finding" data-sound={sound} role="status">
        <Icon size={20} strokeWidth={1.75} aria-hidden />
        <span>{finding}</span>
      </p>
      {sound ? null : <p>{t('history.faultyNext')}</p>}
      {headHash === '' ? null : (
        <div className="verdict-hash">
          <div>
            <span className="field-label">{t('history.headHash')}</span>
            <code>{headHash}</code>
          </div>
          <IconButton
            icon={Copy}
            label={t('history.copyHash')}
            onPress={() =>
              void navigator.clipboard.writeText(headHash).then(
                () => tell(t('history.hashCopied')),
                () => tell(t('error.unexpected')),
              )
            }
          />
        </div>
      )}
      <p className="quiet">{t('history.proves')}</p>
    </div>
  );
}
