import { Ellipsis, FileText, FolderOpen, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ArticleSummary } from '../../shared/ipc/contract.ts';
import { readPasted } from '../../shared/press/read-article.ts';
import { beginArticle, chooseArticle, openArticle, removeArticle } from '../actions/articles.ts';
import { closeDialog } from '../actions/dialogs.ts';
import { call } from '../api/client.ts';
import { NO_DRAFT, useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { DetailsDialog } from './details-dialog.tsx';
import { NewArticleDialog } from './new-article-dialog.tsx';
import { useRecordings } from './use-recordings.ts';
import './articles.css';

const pastedText = (data: DataTransfer | null) =>
  data?.getData('text/html') || data?.getData('text/plain') || '';

/** Offers what is pasted anywhere on the list as an article. */
function usePaste() {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || useSession.getState().dialog !== null) return;
      const text = pastedText(event.clipboardData);
      if (text.trim() === '') return;
      event.preventDefault();
      void readPasted(text)
        .then((read) => read && beginArticle({ ...NO_DRAFT, ...read }))
        .catch(tellFailure);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}

/** The articles of the library, or of one of its recordings. */
export function ArticlesScreen({
  recordingId,
}: NonNullable<ReturnType<typeof useSession.getState>['articles']>) {
  const t = useTranslate();
  const version = useSession((state) => state.libraryVersion);
  const dialog = useSession((state) => state.dialog);
  const recordings = useRecordings();
  const [articles, setArticles] = useState<readonly ArticleSummary[] | null>(null);
  const [detailed, setDetailed] = useState<ArticleSummary | null>(null);
  usePaste();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read anew
  useEffect(() => {
    let current = true;
    call('articles.list').then((list) => current && setArticles(list), tellFailure);
    return () => {
      current = false;
    };
  }, [version]);

  if (articles === null) return <main className="articles" aria-busy />;
  const shown = articles.filter(
    ({ recordingIds }) =>
      recordingId === null || recordingIds.length === 0 || recordingIds.includes(recordingId),
  );
  const recording = recordings?.find(({ id }) => id === recordingId);
  return (
    <main className="articles">
      <header className="articles-header">
        <h1>{recording ? t('press.articlesOf', { title: recording.title }) : t('press.articles')}</h1>
        <Button onPress={() => void chooseArticle().catch(tellFailure)}>
          <FolderOpen size={16} aria-hidden />
          {t('press.open')}
        </Button>
        <Button look="primary" onPress={() => void beginArticle().catch(tellFailure)}>
          <Plus size={16} aria-hidden />
          {t('press.new')}
        </Button>
      </header>
      {shown.length === 0 ? (
        <section className="articles-empty">
          <FileText size={40} strokeWidth={1.25} aria-hidden />
          <h2>{t('press.emptyTitle')}</h2>
          <p>{t('press.emptyText')}</p>
          <p className="articles-hint">{t('press.emptyHint')}</p>
        </section>
      ) : (
        <ul className="articles-list" aria-label={t('press.articles')}>
          {shown.map((article) => (
            <ArticleRow key={article.id} article={article} onDetails={() => setDetailed(article)} />
          ))}
        </ul>
      )}
      {dialog === 'new-article' ? <NewArticleDialog recordingId={recordingId} onClose={closeDialog} /> : null}
      {detailed ? <DetailsDialog article={detailed} onClose={() => setDetailed(null)} /> : null}
    </main>
  );
}

function ArticleRow({ article, onDetails }: { article: ArticleSummary; onDetails: () => void }) {
  const t = useTranslate();
  const { dateTime } = useFormats();
  const { id, title, quotationCount, changedAt, recordingIds } = article;
  const label = t('press.menuOf', { title });
  const row = (key: string, text: string, run: () => unknown): MenuRow => ({
    kind: 'action',
    id: key,
    label: text,
    run: () => void Promise.resolve().then(run).catch(tellFailure),
  });
  const soughtIn =
    recordingIds.length === 0
      ? t('press.allRecordings')
      : t('press.recordings', { count: recordingIds.length });
  return (
    <li className="article-row">
      <button type="button" className="article-open" onClick={() => void openArticle(id).catch(tellFailure)}>
        <span className="article-row-title">{title}</span>
        <span className="article-row-facts">
          {t('press.count', { count: quotationCount })} · {soughtIn} ·{' '}
          {t('press.changed', { when: dateTime.format(new Date(changedAt)) })}
        </span>
      </button>
      <MenuButton
        label={label}
        rows={[
          row('open', t('press.openNow'), () => openArticle(id)),
          row('details', t('press.details'), onDetails),
          { kind: 'separator', id: 'line' },
          row('remove', t('press.remove'), () => removeArticle(article)),
        ]}
      >
        <IconButton icon={Ellipsis} label={label} />
      </MenuButton>
    </li>
  );
}
