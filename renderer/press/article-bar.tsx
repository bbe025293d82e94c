import {
  Crop,
  FileCheck2,
  Highlighter,
  RefreshCw,
  Scissors,
  Settings2,
  Share,
  SquareSplitHorizontal,
  Trash2,
} from 'lucide-react';
import { isQuotationKind, MARK_KINDS } from '../../shared/model/article.ts';
import { openDialog } from '../actions/dialogs.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { activeMark, useArticle } from './article-state.ts';
import type { OpenArticle } from './open-article.ts';
import { SpeakerChoice } from './speaker-choice.tsx';

/** What can be done with the mark at the caret and with the selection. */
export function ArticleBar({ open }: { open: OpenArticle }) {
  const t = useTranslate();
  const mark = useArticle(activeMark);
  const hasSelection = useArticle((state) => state.hasSelection);
  const named =
    mark && (isQuotationKind(mark.kind) || mark.kind === 'speaker' || mark.kind === 'introduction');
  return (
    <div className="article-bar" role="toolbar" aria-label={t('press.toolbar')}>
      <MenuButton
        label={t('press.markAs')}
        rows={MARK_KINDS.map((kind) => ({
          kind: 'action',
          id: kind,
          label: t(`press.kind.${kind}`),
          run: () => open.markSelection(kind),
        }))}
      >
        <Button look="quiet" isDisabled={!hasSelection}>
          <Highlighter size={14} aria-hidden />
          {t('press.markAs')}
        </Button>
      </MenuButton>
      {mark ? (
        <>
          <Select
            label={t('press.kindLabel')}
            hideLabel
            value={mark.kind}
            choices={MARK_KINDS.map((value) => ({ value, label: t(`press.kind.${value}`) }))}
            onChange={open.changeKind}
          />
          {named ? <SpeakerChoice key={mark.id} who={mark.who} onChoose={open.changeWho} /> : null}
          <IconButton
            icon={Crop}
            label={t('command.resizeMark')}
            isDisabled={!hasSelection}
            onPress={open.resizeMark}
          />
          <IconButton
            icon={Scissors}
            label={t('command.leaveOut')}
            isDisabled={!hasSelection}
            onPress={open.leaveOut}
          />
          {isQuotationKind(mark.kind) ? (
            <IconButton
              icon={SquareSplitHorizontal}
              label={t('command.splitMark')}
              onPress={open.splitMark}
            />
          ) : null}
          <IconButton icon={Trash2} label={t('press.removeMark')} onPress={open.removeMark} />
        </>
      ) : null}
      <span className="title-bar-space" />
      <IconButton
        icon={RefreshCw}
        label={t('command.readAgain')}
        onPress={() => void open.readAgain().catch(tellFailure)}
      />
      <IconButton icon={Settings2} label={t('press.details')} onPress={() => openDialog('article-details')} />
      <IconButton
        icon={FileCheck2}
        label={t('command.articleReport')}
        onPress={() => openDialog('article-report')}
      />
      <IconButton
        icon={Share}
        label={t('command.exportArticle')}
        onPress={() => openDialog('article-file')}
      />
    </div>
  );
}
