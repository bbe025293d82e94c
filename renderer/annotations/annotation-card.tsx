import { CheckCheck, Ellipsis, LockKeyhole, RotateCcw, Unlink } from 'lucide-react';
import { type FormEvent, memo, useEffect, useRef, useState } from 'react';
import { annotationColour } from '../../shared/model/annotation.ts';
import { localText } from '../../shared/model/language.ts';
import type { ListedAnnotation } from '../../shared/model/list-annotations.ts';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import {
  editAnnotation,
  goToAnnotation,
  moveToSelection,
  removeAnnotation,
  replyTo,
  toggleResolved,
} from '../actions/annotations.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** One annotation with its replies. The one that is active can be answered at once. */
export const AnnotationCard = memo(function AnnotationCard({ listed }: { listed: ListedAnnotation }) {
  const t = useTranslate();
  const { language } = useFormats();
  const { annotation, words, startMs, speakerId, detached } = listed;
  const { id, body, author, createdAt, replies, resolved, span } = annotation;
  const kind = useSession((state) => state.annotationKinds.get(annotation.kindId));
  const speaker = useSession((state) => speakerName(resolveSpeaker(state.speakers, speakerId), language));
  const isActive = useSession((state) => state.activeAnnotation === id);
  const label = resolved ? t('annotations.reopen') : t('annotations.resolve');
  return (
    <div
      className="annotation-card"
      data-active={isActive || undefined}
      data-resolved={resolved ? true : undefined}
    >
      <div className="annotation-head">
        <span className="note-mark" data-note={annotationColour(annotation, kind)} aria-hidden />
        <span className="annotation-kind">{localText(kind?.name ?? {}, language)}</span>
        {kind?.withheld ? (
          <LockKeyhole size={13} className="annotation-lock" aria-label={t('annotations.withheldBadge')} />
        ) : null}
        <span className="annotation-space" />
        <IconButton
          icon={resolved ? RotateCcw : CheckCheck}
          size={14}
          label={label}
          onPress={() => void toggleResolved(id).catch(tellFailure)}
        />
        <CardMenu listed={listed} />
      </div>
      <div className="annotation-where">
        {startMs === null ? null : (
          <span className="time">
            {formatTime(startMs)}
            {span ? `–${formatTime(span.endMs)}` : ''}
          </span>
        )}
        {speaker ? <span className="annotation-speaker">{speaker}</span> : null}
        {detached ? (
          <span className="annotation-detached">
            <Unlink size={12} aria-hidden />
            {t('annotations.detached')}
          </span>
        ) : null}
        {resolved ? <span>{t('annotations.resolvedBy', { name: resolved.by })}</span> : null}
      </div>
      {words === '' ? null : <blockquote className="annotation-words">{words}</blockquote>}
      {body === '' ? null : <p className="annotation-body">{body}</p>}
      <Signature author={author} at={createdAt} />
      {replies.map((reply) => (
        <div key={reply.id} className="annotation-reply">
          <p className="annotation-body">{reply.body}</p>
          <Signature author={reply.author} at={reply.at} />
        </div>
      ))}
      {isActive ? <ReplyForm listed={listed} /> : null}
    </div>
  );
});

function Signature({ author, at }: { author: string; at: string }) {
  const { dateTime } = useFormats();
  return (
    <p className="annotation-signature">
      {author} · <time dateTime={at}>{dateTime.format(new Date(at))}</time>
    </p>
  );
}

function ReplyForm({ listed }: { listed: ListedAnnotation }) {
  const t = useTranslate();
  const [body, setBody] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const asked = useSession((state) => state.replyAsked);
  const answered = useRef(asked);
  const { id } = listed.annotation;
  useEffect(() => {
    if (answered.current === asked) return;
    answered.current = asked;
    form.current?.querySelector('textarea')?.focus();
  }, [asked]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() === '') return;
    setBody('');
    replyTo(id, body).catch(tellFailure);
  };
  return (
    <form
      ref={form}
      className="annotation-answer"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
        // The list would take these keys for its own.
        if (event.code !== 'Escape') event.stopPropagation();
      }}
    >
      <TextArea
        label={t('annotations.reply')}
        hideLabel
        placeholder={t('annotations.replyHint')}
        rows={1}
        value={body}
        onChange={setBody}
        maxLength={20_000}
      />
      {body.trim() === '' ? null : (
        <Button look="primary" type="submit">
          {t('annotations.reply')}
        </Button>
      )}
    </form>
  );
}

function CardMenu({ listed }: { listed: ListedAnnotation }) {
  const t = useTranslate();
  const label = t('annotations.menuOf');
  return (
    <MenuButton label={label} rows={rowsOf(listed, t)}>
      <IconButton icon={Ellipsis} size={14} label={label} />
    </MenuButton>
  );
}

/** What can be done with an annotation, for its button and its context menu. */
export function rowsOf(
  { annotation, startMs, detached }: ListedAnnotation,
  t: ReturnType<typeof useTranslate>,
): readonly MenuRow[] {
  const { id, resolved, span } = annotation;
  const row = (key: string, label: string, run: () => unknown, keys?: string): MenuRow => ({
    kind: 'action',
    id: key,
    label,
    run: () => void Promise.resolve().then(run).catch(tellFailure),
    ...(keys ? { keys } : {}),
  });
  return [
    ...(detached ? [] : [row('go', t('annotations.goTo'), () => goToAnnotation(id, startMs), 'Enter')]),
    row('edit', t('annotations.edit'), () => editAnnotation(id), 'Alt+Enter'),
    row('resolve', resolved ? t('annotations.reopen') : t('annotations.resolve'), () => toggleResolved(id)),
    ...(span ? [] : [row('move', t('annotations.move'), () => moveToSelection(id))]),
    { kind: 'separator', id: 'line' },
    row('remove', t('annotations.remove'), () => removeAnnotation(id), 'Delete'),
  ];
}
