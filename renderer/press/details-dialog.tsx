import { useState } from 'react';
import type { ArticleSummary } from '../../shared/ipc/contract.ts';
import { changeArticle } from '../actions/articles.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { type ArticleFacts, FactsFields } from './facts-fields.tsx';

/** The title of an article, its language, and where its quotations are sought. */
export function DetailsDialog({
  article,
  onClose,
}: {
  article: Pick<ArticleSummary, 'id' | keyof ArticleFacts>;
  onClose: () => void;
}) {
  const t = useTranslate();
  const [facts, setFacts] = useState<ArticleFacts>(article);
  const save = () => {
    onClose();
    const { language, recordingIds } = facts;
    const title = facts.title.trim() || article.title;
    changeArticle(article.id, { title, language, recordingIds }).catch(tellFailure);
  };
  return (
    <Dialog
      title={article.title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" onPress={save}>
            {t('press.save')}
          </Button>
        </>
      }
    >
      <div className="article-form">
        <FactsFields facts={facts} onChange={(change) => setFacts((now) => ({ ...now, ...change }))} />
      </div>
    </Dialog>
  );
}
