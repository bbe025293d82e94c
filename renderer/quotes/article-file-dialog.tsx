import { useState } from 'react';
import type { Article } from '../../shared/model/article.ts';
import { ARTICLE_FORMATS, type ArticleFormat } from '../../shared/press/export/write-article.ts';
import { copyAndTell, tellWritten } from '../actions/compose.ts';
import { call } from '../api/client.ts';
import { ports } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Select } from '../ui/field.tsx';
import { failureText, tell } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import './quotes.css';
import './compose.css';

interface ArticleFileDialogProps {
  readonly article: Pick<Article, 'id'>;
  readonly onClose: () => void;
}

/** The open article as a file, or on the clipboard. */
export function ArticleFileDialog({ article, onClose }: ArticleFileDialogProps) {
  const t = useTranslate();
  const [format, setFormat] = useState<ArticleFormat>('docx');
  const [evidence, setEvidence] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const input = { articleId: article.id, evidence };
  const doing = (work: () => Promise<void>) => () => {
    setFailure(null);
    work().catch((error: unknown) => setFailure(failureText(error)));
  };
  const tellWithheld = (count: number) => {
    if (count > 0) tell(t('quotes.articleFile.withheld', { count }));
  };
  const write = async () => {
    await ports.article?.flush();
    const written = await call('articleFile.write', { ...input, format });
    if (!written) return;
    tellWritten(written.path);
    tellWithheld(written.withheld);
    onClose();
  };
  const copy = async () => {
    await ports.article?.flush();
    const { html, text, withheld } = await call('articleFile.copy', input);
    copyAndTell(text, t('quotes.articleFile.copied'), html);
    tellWithheld(withheld);
  };
  return (
    <Dialog
      title={t('quotes.articleFile.title')}
      width={440}
      onClose={onClose}
      footer={
        <>
          <Button onPress={doing(copy)}>{t('quotes.articleFile.copy')}</Button>
          <span className="dialog-space" />
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" onPress={doing(write)}>
            {t('quotes.articleFile.export')}
          </Button>
        </>
      }
    >
      <div className="article-file">
        <Select
          label={t('quotes.articleFile.format')}
          value={format}
          choices={ARTICLE_FORMATS.map((each) => ({
            value: each,
            label: t(`quotes.articleFile.formats.${each}`),
          }))}
          onChange={setFormat}
        />
        <Checkbox label={t('quotes.articleFile.evidence')} checked={evidence} onChange={setEvidence} />
        {failure ? (
          <p className="field-error" role="alert">
            {failure}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
