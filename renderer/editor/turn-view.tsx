import type { RenderElementProps } from 'slate-react';
import { formatTime } from '../../shared/model/time.ts';
import { keepCaret } from './keep-caret.ts';
import type { TagElement, TimestampElement, TurnElement } from './slate-types.ts';
import { TurnBeside } from './turn-beside.tsx';
import { useTurnContext } from './turn-context.ts';
import { TurnHeader } from './turn-header.tsx';
import { isOutside } from './with-take.ts';

type Rendered<E> = RenderElementProps & { readonly element: E };

/** Renders a node of the transcript. The function stays the same, or every turn would render at each keystroke. */
export function renderElement(props: RenderElementProps) {
  const { element } = props;
  if (element.type === 'turn') return <TurnView {...props} element={element} />;
  if (element.type === 'timestamp') return <TimestampView {...props} element={element} />;
  return <TagView {...props} element={element} />;
}

/** Returns the ids of all annotations in a turn, with a space between; '' for nearly every turn. */
function notesOf({ children }: TurnElement): string {
  let notes = '';
  for (const child of children)
    if ('text' in child && child.annotations) notes += ` ${child.annotations.join(' ')}`;
  return notes.trimStart();
}

function TurnView({ attributes, children, element }: Rendered<TurnElement>) {
  const { id, status } = element;
  const { take, labels, isSideBySide } = useTurnContext();
  const outside = isOutside(take, element);
  return (
    <div
      {...attributes}
      className="turn"
      data-testid="turn"
      data-turn-id={id}
      data-status={status}
      {...(outside ? { 'data-outside': true } : {})}
    >
      <TurnHeader
        id={id}
        startMs={element.startMs ?? null}
        speakerId={element.speakerId ?? null}
        status={status}
        checkedBy={element.checkedBy}
        checkedAt={element.checkedAt}
        flagNote={element.flagNote}
        notes={notesOf(element)}
        voice={element.voice}
        language={element.language}
      />
      {outside ? (
        <span className="visually-hidden" contentEditable={false}>
          {labels.outside}
        </span>
      ) : null}
      <div className="turn-text" lang={element.language}>
        {children}
      </div>
      {isSideBySide ? <TurnBeside id={id} /> : null}
    </div>
  );
}

function TimestampView({ attributes, children, element }: Rendered<TimestampElement>) {
  const { labels, seek } = useTurnContext();
  const time = formatTime(element.atMs);
  return (
    <span {...attributes} className="mark mark-timestamp">
      {children}
      <button
        type="button"
        tabIndex={-1}
        className="mark-label time"
        aria-label={`${time}, ${labels.seek}`}
        onMouseDown={keepCaret}
        onClick={() => seek(element.atMs)}
      >
        {time}
      </button>
    </span>
  );
}

function TagView({ attributes, children, element }: Rendered<TagElement>) {
  const { labels } = useTurnContext();
  return (
    <span {...attributes} className="mark mark-tag">
      {children}
      <span className="mark-label">[{labels.tags[element.tag]}]</span>
    </span>
  );
}
