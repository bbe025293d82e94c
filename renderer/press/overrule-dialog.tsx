import { useState } from 'react';
import { markText } from '../../shared/model/article.ts';
import type { QuotationMark } from '../../shared/press/match/verify-marks.ts';
import { askAuthor } from '../actions/author.ts';
import { closeDialog } from '../actions/dialogs.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextArea } from '../ui/field.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { useArticle } from './article-state.ts';
import type { OpenArticle } from './open-article.ts';

/** A person's word against the program's, with the reason. */
export function OverruleDialog({
  open,
  mark,
  onClose,
}: {
  open: OpenArticle;
  mark: QuotationMark;
  onClose: () => void;
}) {
  const t = useTranslate();
  const [accepted, setAccepted] = useState<'yes' | 'no'>(mark.overrule?.accepted === false ? 'no' : 'yes');
  const [note, setNote] = useState(mark.overrule?.note ?? '');
  const words = markText(
    useArticle((state) => state.text),
    mark,
  );
  const save = async () => {
    closeDialog();
    const by = await askAuthor();
    if (by === null) return;
    const at = new Date().toISOString();
    open.overrule({ accepted: accepted === 'yes', note: note.trim(), by, at, words });
  };
  const withdraw = () => {
    closeDialog();
    open.overrule(null);
  };
  return (
    <Dialog
      title={t('press.overruleTitle')}
      onClose={onClose}
      footer={
        <>
          {mark.overrule ? <Button onPress={withdraw}>{t('press.withdraw')}</Button> : null}
          <span className="dialog-space" />
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={note.trim() === ''} onPress={() => void save()}>
            {t('press.save')}
          </Button>
        </>
      }
    >
      <div className="article-form">
        <blockquote className="dialog-words">{words}</blockquote>
        <Select
          label={t('press.decision')}
          value={accepted}
          choices={[
            { value: 'yes', label: t('press.overruleAccept') },
            { value: 'no', label: t('press.overruleReject') },
          ]}
          onChange={setAccepted}
        />
        <TextArea
          label={t('press.note')}
          placeholder={t('press.noteHint')}
          rows={3}
          value={note}
          onChange={setNote}
          maxLength={20_000}
          autoFocus
        />
      </div>
    </Dialog>
  );
}
