import { useState } from 'react';
import type { Finding } from '../../shared/review/check.ts';
import { checkTitle, findingText } from '../../shared/review/finding-text.ts';
import { ignoreFinding } from '../actions/findings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const LONGEST_REASON = 500;

/** Asks why a finding is let be: whoever reads the report wants to know. */
export function IgnoreDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const t = useTranslate();
  const { number } = useFormats();
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  const ignore = () => {
    if (!isGiven) return;
    void ignoreFinding(finding, reason.trim()).catch(tellFailure);
    onClose();
  };
  return (
    <Dialog
      title={t('review.ignoreTitle', { title: checkTitle(finding.check, t) })}
      onClose={onClose}
      width={420}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={!isGiven} onPress={ignore}>
            {t('review.ignore')}
          </Button>
        </>
      }
    >
      <form
        className="ignore"
        onSubmit={(event) => {
          event.preventDefault();
          ignore();
        }}
      >
        <p>{findingText(finding, t, number)}</p>
        <TextField
          label={t('review.reason')}
          hint={t('review.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={LONGEST_REASON}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
