import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { RecordingId } from '../../shared/model/ids.ts';
import { languageOf } from '../../shared/press/lexicon/conventions.ts';
import { readPasted } from '../../shared/press/read-article.ts';
import { createArticle, readArticleFile } from '../actions/articles.ts';
import { call } from '../api/client.ts';
import { type ArticleDraft, useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { failureText } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { type ArticleFacts, FactsFields } from './facts-fields.tsx';
import { createPressClient } from './press-client.ts';

const TITLE_LETTERS = 80;

/** The first line, as far as a title goes. */
function titleFrom(text: string): string {
  const line = text.trimStart().split('\n')[0] ?? '';
  return line.length <= TITLE_LETTERS
    ? line.trim()
    : `${line.slice(0, TITLE_LETTERS).replace(/\s+\S*$/u, '')}…`;
}

/** Takes a new article in: pasted, or out of a file. Its marks are read before it is opened. */
export function NewArticleDialog({
  recordingId,
  onClose,
}: {
  recordingId: RecordingId | null;
  onClose: () => void;
}) {
  const t = useTranslate();
  const own = useSession((state) => state.language);
  const [draft, setDraft] = useState<ArticleDraft>(() => useSession.getState().articleDraft);
  const [facts, setFacts] = useState<ArticleFacts>({
    title: draft.title,
    language: languageOf(draft.text, own),
    recordingIds: recordingId ? [recordingId] : [],
  });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const take = (read: ArticleDraft) => {
    setDraft(read);
    setFacts((now) => ({
      ...now,
      title: now.title || read.title,
      language: languageOf(read.text, now.language),
    }));
  };
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(failureText(error));
    } finally {
      setBusy(false);
    }
  };
  const choose = () =>
    attempt(async () => {
      const file = await call('files.chooseArticle');
      if (file) take(await readArticleFile(file));
    });
  const add = () =>
    attempt(async () => {
      const client = createPressClient();
      try {
        const text = draft.text.trimEnd();
        const marks = await client.read({ ...draft, text });
        const title = facts.title.trim() || titleFrom(text) || t('press.untitled');
        await createArticle({ ...facts, title, text, marks });
      } finally {
        client.dispose();
      }
    });

  return (
    <Dialog
      title={t('press.newTitle')}
      onClose={onClose}
      width={640}
      footer={
        <>
          <Button isDisabled={busy} onPress={() => void choose()}>
            <FolderOpen size={16} aria-hidden />
            {t('press.open')}
          </Button>
          <span className="dialog-space" />
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={busy} onPress={() => void add()}>
            {t('press.add')}
          </Button>
        </>
      }
    >
      <div
        className="article-form"
        onPasteCapture={(event) => {
          const html = event.clipboardData.getData('text/html');
          if (html === '' || !(event.target instanceof HTMLTextAreaElement)) return;
          event.preventDefault();
          void readPasted(html).then((read) => read && take({ ...read, title: facts.title }));
        }}
      >
        <TextArea
          label={t('press.text')}
          placeholder={t('press.textHint')}
          rows={10}
          value={draft.text}
          onChange={(text) => take({ ...draft, text, captions: [], links: [] })}
          autoFocus
        />
        {draft.assumedEncoding ? (
          <p className="field-hint">{t('press.encoding', { encoding: draft.assumedEncoding })}</p>
        ) : null}
        <FactsFields facts={facts} onChange={(change) => setFacts((now) => ({ ...now, ...change }))} />
        {failure ? (
          <p role="alert" className="field-error">
            {failure}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
