import { useEffect, useState } from 'react';
import type { Article } from '../../shared/model/article.ts';
import { quotationsOf } from '../../shared/model/article.ts';
import { closeDialog } from '../actions/dialogs.ts';
import { ports, useSession } from '../session.ts';
import { Splitter } from '../ui/splitter.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { ArticleBar } from './article-bar.tsx';
import { useArticle } from './article-state.ts';
import { ArticleText } from './article-text.tsx';
import { CandidatesDialog } from './candidates-dialog.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { NewPeopleDialog } from './new-people-dialog.tsx';
import { type OpenArticle, openArticleEditor } from './open-article.ts';
import { OverruleDialog } from './overrule-dialog.tsx';
import { QuotationPanel } from './quotation-panel.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { setMedia } from './span-player.ts';
import { useRecordings } from './use-recordings.ts';
import './article.css';

const PANEL_WIDTH = 400;

/** An article with its quotations beside it, each with what the recording says of it. */
export function ArticleScreen({ article }: { article: Article }) {
  const t = useTranslate();
  const [open, setOpen] = useState<OpenArticle | null>(null);
  const [panelWidth, setPanelWidth] = useState(PANEL_WIDTH);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once; its facts change without it
  useEffect(() => {
    const opened = openArticleEditor(article);
    ports.article = opened;
    setOpen(opened);
    return () => {
      if (ports.article === opened) ports.article = null;
      opened.dispose();
    };
  }, [article.id]);
  useSought(open, article);
  if (!open) return <main className="article-screen" aria-busy />;
  return (
    <>
      <main className="article-screen">
        <div className="article-main">
          <ArticleBar open={open} />
          <ArticleText open={open} language={article.language} />
        </div>
        <Splitter
          orientation="vertical"
          label={t('press.resizePanel')}
          value={panelWidth}
          min={280}
          max={720}
          reversed
          onChange={setPanelWidth}
          onCommit={setPanelWidth}
        />
        <aside className="article-panel" style={{ width: panelWidth }} aria-label={t('press.quotations')}>
          <QuotationPanel open={open} />
        </aside>
      </main>
      <ArticleStatus />
      <ArticleDialogs open={open} article={article} />
    </>
  );
}

/** Seeks in the article's recordings, in all of the library where it names none, and plays from them. */
function useSought(open: OpenArticle | null, { recordingIds }: Article) {
  const recordings = useRecordings();
  const speakers = useSession((state) => state.speakers);
  const wanted = recordingIds.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the directory says when to seek anew, the ids by their words
  useEffect(() => {
    if (!open || !recordings) return;
    setMedia(new Map(recordings.map(({ id, media }) => [id, media.id])));
    const known = recordings.map(({ id }) => id);
    const chosen = recordingIds.filter((id) => known.includes(id));
    open.seekIn(recordingIds.length === 0 ? known : chosen).catch(tellFailure);
  }, [open, recordings, speakers, wanted]);
}

function ArticleStatus() {
  const t = useTranslate();
  const { number } = useFormats();
  const text = useArticle((state) => state.text);
  const count = useArticle((state) => quotationsOf(state.marks).length);
  const words = text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return (
    <footer className="status-bar time">
      <span>{t('press.count', { count })}</span>
      <span>{t('app.words', { count: words, words: number.format(words) })}</span>
    </footer>
  );
}

function ArticleDialogs({ open, article }: { open: OpenArticle; article: Article }) {
  const dialog = useSession((state) => state.dialog);
  const quotation = useArticle((state) => quotationsOf(state.marks).find(({ id }) => id === state.activeId));
  switch (dialog) {
    case 'article-details':
      return <DetailsDialog article={article} onClose={closeDialog} />;
    case 'article-report':
      return <ReportDialog articleId={article.id} onClose={closeDialog} />;
    case 'new-people':
      return <NewPeopleDialog language={article.language} onClose={closeDialog} />;
    case 'overrule':
      return quotation ? <OverruleDialog open={open} mark={quotation} onClose={closeDialog} /> : null;
    case 'quotation-places':
      return quotation ? <CandidatesDialog open={open} mark={quotation} onClose={closeDialog} /> : null;
    default:
      return null;
  }
}
