import { memo } from 'react';
import { wordDiff } from '../../shared/history/word-diff.ts';
import type { TurnId } from '../../shared/model/ids.ts';
import { formatTime } from '../../shared/model/time.ts';
import { type Turn, textContent } from '../../shared/model/turn.ts';
import { useRowBeside } from '../translation-rows.ts';
import { keepCaret } from './keep-caret.ts';
import { useTurnContext } from './turn-context.ts';

/** The other text of a row, for reading: a press puts the caret beside it, two go over to edit it. */
export const TurnBeside = memo(function TurnBeside({ id }: { id: TurnId }) {
  const { besideLanguage, goToTurn, editBeside, labels } = useTurnContext();
  const { turns, change, state } = useRowBeside(id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard goes over by a command
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the turn itself
    <div
      className="turn-beside"
      contentEditable={false}
      lang={besideLanguage}
      data-state={state ?? 'none'}
      onMouseDown={keepCaret}
      onClick={() => goToTurn(id)}
      onDoubleClick={() => editBeside(id)}
    >
      {change && turns.length > 0 ? <Change was={change.was} now={change.now} /> : turns.map(shownTurn)}
      {turns.length === 0 && state === 'stale' ? <em>{labels.sourceGone}</em> : null}
    </div>
  );

  function shownTurn({ id: each, content }: Turn) {
    return (
      <p key={each}>
        {content.map((part, index) =>
          part.type === 'text' ? (
            part.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a turn are drawn anew together
            <span key={index} className="mark-label">
              {part.type === 'tag' ? `[${labels.tags[part.tag]}]` : formatTime(part.atMs)}
            </span>
          ),
        )}
      </p>
    );
  }
});

/** What the translation was made from against what the original says now. */
function Change({ was, now }: { was: string; now: string }) {
  return (
    <p className="turn-change">
      {wordDiff(textContent(was), textContent(now)).map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one comparison never change places
        <ChangeRun key={index} run={run} />
      ))}
    </p>
  );
}

function ChangeRun({ run }: { run: ReturnType<typeof wordDiff>[number] }) {
  const text = run.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  if (run.kind === 'same') return text;
  return run.kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
}

/** How far the translation of a row is, and what may be done about it. */
export const RowState = memo(function RowState({ id }: { id: TurnId }) {
  const { labels, acceptSource, editsTranslation } = useTurnContext();
  const { state } = useRowBeside(id);
  if (state === null || state === 'empty') return null;
  return (
    <>
      <span className="turn-state" data-state={state}>
        {labels.states[state]}
      </span>
      {state === 'stale' && editsTranslation ? (
        <button
          type="button"
          tabIndex={-1}
          onMouseDown={keepCaret}
          className="turn-accept"
          onClick={() => acceptSource(id)}
        >
          {labels.stillRight}
        </button>
      ) : null}
    </>
  );
});
