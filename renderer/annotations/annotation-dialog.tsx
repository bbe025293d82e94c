import { LockKeyhole } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { TimeSpan } from '../../shared/model/annotation.ts';
import { localText } from '../../shared/model/language.ts';
import { formatTime, parseTime } from '../../shared/model/time.ts';
import { cancelAnnotation, editKindsOf, finishAnnotation } from '../actions/annotations.ts';
import { changeSettings } from '../actions/settings.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { NoteColours } from './note-colours.tsx';
import './annotations.css';

/** What an annotation is about and says: for a new one and for one that is changed. */
export function AnnotationDialog() {
  const draft = useSession((state) => state.annotationDraft);
  return draft ? <AnnotationForm key={draft.annotation.id} {...draft} /> : null;
}

type Draft = NonNullable<ReturnType<typeof useSession.getState>['annotationDraft']>;

function AnnotationForm({ annotation, isNew }: Draft) {
  const t = useTranslate();
  const { language } = useFormats();
  const formId = useId();
  const kinds = useSession((state) => state.annotationKinds);
  const [kindId, setKindId] = useState(annotation.kindId);
  const [body, setBody] = useState(annotation.body);
  const [colour, setColour] = useState(annotation.colour);
  const [from, setFrom] = useState(timeText(annotation.span?.startMs));
  const [to, setTo] = useState(timeText(annotation.span?.endMs));
  const [wrong, setWrong] = useState(false);
  const kind = kinds.get(kindId);
  const offered = [...kinds.values()].filter((each) => !each.removed || each.id === annotation.kindId);

  const save = (event?: FormEvent) => {
    event?.preventDefault();
    const span = annotation.span && spanOf(from, to);
    if (annotation.span && !span) {
      setWrong(true);
      return;
    }
    if (isNew) changeSettings({ annotationKind: kindId }).catch(tellFailure);
    finishAnnotation({ kindId, body: body.trim(), colour, span });
  };

  return (
    <Dialog
      title={t(isNew ? 'annotations.newTitle' : 'annotations.editTitle')}
      width={480}
      onClose={cancelAnnotation}
      footer={
        <>
          <Button onPress={cancelAnnotation}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t(isNew ? 'annotations.add' : 'annotations.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="annotation-form"
        onSubmit={save}
        onKeyDown={(event) => {
          if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
        }}
      >
        {annotation.span ? (
          <div className="annotation-times">
            <TextField
              label={t('annotations.from')}
              value={from}
              onChange={(value) => {
                setFrom(value);
                setWrong(false);
              }}
            />
            <TextField
              label={t('annotations.to')}
              value={to}
              error={wrong ? t('annotations.badSpan') : null}
              onChange={(value) => {
                setTo(value);
                setWrong(false);
              }}
            />
          </div>
        ) : annotation.words === '' ? null : (
          <blockquote className="annotation-words annotation-words-form">{annotation.words}</blockquote>
        )}
        <div className="annotation-kind-line">
          <Select
            label={t('annotations.kind')}
            value={kindId}
            choices={offered.map((each) => ({ value: each.id, label: localText(each.name, language) }))}
            onChange={setKindId}
          />
          <Button
            onPress={() =>
              editKindsOf({
                kindId,
                body,
                colour,
                span: (annotation.span && spanOf(from, to)) ?? annotation.span,
              })
            }
          >
            {t('annotations.editKinds')}
          </Button>
        </div>
        {kind?.withheld ? (
          <p className="annotation-withheld">
            <LockKeyhole size={14} aria-hidden />
            {t('annotations.withheldHint')}
          </p>
        ) : null}
        <TextArea
          label={t('annotations.body')}
          value={body}
          onChange={setBody}
          rows={4}
          maxLength={20_000}
          autoFocus
        />
        <NoteColours value={colour} onChange={setColour} ofKind={kind?.colour ?? 0} />
      </form>
    </Dialog>
  );
}

const timeText = (ms: number | undefined) => (ms === undefined ? '' : formatTime(ms, 'h:mm:ss.mmm'));

function spanOf(from: string, to: string): TimeSpan | null {
  const [startMs, endMs] = [parseTime(from), parseTime(to)];
  return startMs !== null && endMs !== null && startMs < endMs ? { startMs, endMs } : null;
}
