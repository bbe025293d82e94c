import { useState } from 'react';
import type { TranscriptId } from '../../shared/model/ids.ts';
import { LANGUAGES } from '../../shared/model/language.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { failureText, tell, tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { ReviewProgress } from './review-progress.tsx';

/** Writes the report of the review as a page of A4 or a page for the browser. */
export function ReportDialog({ transcriptId, onClose }: { transcriptId: TranscriptId; onClose: () => void }) {
  const t = useTranslate();
  const own = useSession((state) => state.language);
  const [language, setLanguage] = useState(own);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const write = async (form: 'html' | 'pdf') => {
    setBusy(true);
    setFailure(null);
    try {
      await ports.editor?.flush();
      const written = await call('review.writeReport', { transcriptId, form, language });
      if (!written) return;
      onClose();
      tell(t('review.reportWritten'), {
        label: t('review.showReport'),
        run: () => void call('export.show', written).catch(tellFailure),
      });
    } catch (error) {
      setFailure(failureText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('review.reportOf.title')}
      onClose={onClose}
      width={440}
      footer={
        <>
          <Button isDisabled={busy} onPress={() => void write('html')}>
            {t('review.saveHtml')}
          </Button>
          <Button look="primary" isDisabled={busy} onPress={() => void write('pdf')}>
            {t('review.savePdf')}
          </Button>
        </>
      }
    >
      <div className="report">
        <p>{t('review.reportHint')}</p>
        <ReviewProgress />
        <Select
          label={t('review.reportLanguage')}
          value={language}
          choices={LANGUAGES.map((value) => ({ value, label: t(LANGUAGE_LABELS[value]) }))}
          onChange={setLanguage}
        />
        {failure ? (
          <p role="alert" className="field-error">
            {failure}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
