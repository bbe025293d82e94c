import { useState } from 'react';
import type { ArticleId } from '../../shared/model/ids.ts';
import { LANGUAGES } from '../../shared/model/language.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { failureText, tell, tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';

/** Writes the evidence for an article's quotations as a page of A4 or a page for the browser. */
export function ReportDialog({ articleId, onClose }: { articleId: ArticleId; onClose: () => void }) {
  const t = useTranslate();
  const own = useSession((state) => state.language);
  const [language, setLanguage] = useState(own);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const write = async (form: 'html' | 'pdf') => {
    setBusy(true);
    setFailure(null);
    try {
      await ports.article?.flush();
      const written = await call('articles.writeReport', { articleId, form, language });
      if (!written) return;
      onClose();
      tell(t('press.reportWritten'), {
        label: t('press.showReport'),
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
      title={t('press.report.title')}
      onClose={onClose}
      width={440}
      footer={
        <>
          <Button isDisabled={busy} onPress={() => void write('html')}>
            {t('press.saveHtml')}
          </Button>
          <Button look="primary" isDisabled={busy} onPress={() => void write('pdf')}>
            {t('press.savePdf')}
          </Button>
        </>
      }
    >
      <div className="article-form">
        <p>{t('press.reportHint')}</p>
        <Select
          label={t('press.reportLanguage')}
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
