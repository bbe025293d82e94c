import { type ClipboardEvent, type DragEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { Editor, Node, Transforms } from 'slate';
import {
  Editable,
  ReactEditor,
  type RenderChunkProps,
  type RenderPlaceholderProps,
  Slate,
} from 'slate-react';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import type { TurnId } from '../../shared/model/ids.ts';
import { showFinding } from '../actions/findings.ts';
import { editBeside } from '../actions/translations.ts';
import type { FindingPlace } from '../findings.ts';
import { ports, useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { markSelectedVoid, restoreCaret, scrollCaretIntoView } from './caret.ts';
import { Chunk, MountQueueContext } from './chunk.tsx';
import { FindBar, type FindBarHandle } from './find/find-bar.tsx';
import { FlagNote, type FlagNoteHandle } from './flag-note.tsx';
import { FollowChip, type FollowChipHandle } from './follow-chip.tsx';
import type { PlayheadFollower } from './follow-playhead.ts';
import { mendRun, renderLeaf } from './leaf-view.tsx';
import { createMountQueue } from './mount-queue.ts';
import { type OpenTranscript, openTranscript } from './open-transcript.ts';
import { SpeakerField, type SpeakerFieldHandle } from './speaker-field.tsx';
import { TakeBanner } from './take-banner.tsx';
import { TurnContextProvider, turnLabels } from './turn-context.ts';
import { TurnMenu, type TurnMenuHandle } from './turn-menu.tsx';
import { renderElement } from './turn-view.tsx';
import { useScreen } from './use-screen.ts';
import { useRows } from './watch-rows.ts';
import './editor.css';
import './turn-review.css';
import './take.css';
import './translation.css';

/**
 * The text of a recording, to be written, corrected and played. It is opened once for each reading from the
 * library: a change of the recording's title leaves what is being typed alone.
 */
export function TranscriptEditorView({ opened }: { opened: OpenedRecording }) {
  const [open, setOpen] = useState(() => ({
    turns: opened.turns,
    transcript: openTranscript(opened),
    count: 0,
  }));
  if (open.turns !== opened.turns)
    setOpen({ turns: opened.turns, transcript: openTranscript(opened), count: open.count + 1 });
  return <TranscriptScreen key={open.count} transcript={open.transcript} opened={opened} />;
}

function renderChunk({ attributes, children, lowest }: RenderChunkProps) {
  return lowest ? <Chunk attributes={attributes}>{children}</Chunk> : children;
}

function renderPlaceholder({ attributes, children }: RenderPlaceholderProps) {
  return (
    <span {...attributes} className="turn-placeholder" style={undefined}>
      {children}
    </span>
  );
}

/** Files are dropped on the window, to be imported; Slate takes text alone. */
const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files') || undefined;

function TranscriptScreen({ transcript, opened }: { transcript: OpenTranscript; opened: OpenedRecording }) {
  const t = useTranslate();
  const { dateTime, languageName } = useFormats();
  const { language, kind } = opened.transcript;
  const { beside } = opened;
  const sides = useMemo(() => beside && { edited: kind, beside: beside.turns }, [kind, beside]);
  useRows(transcript, sides);
  const isSideBySide = useSession((state) => state.settings.sideBySide) && beside !== null;
  const { slate } = transcript;
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<SpeakerFieldHandle>(null);
  const note = useRef<FlagNoteHandle>(null);
  const menu = useRef<TurnMenuHandle>(null);
  const chip = useRef<FollowChipHandle>(null);
  const follower = useRef<PlayheadFollower>(null);
  const findBar = useRef<FindBarHandle>(null);
  const [mounts] = useState(createMountQueue);
  const isPointed = useRef(false);
  useScreen(transcript, { scroller, field, note, chip, follower, findBar, mounts });

  const turnContext = useMemo(
    () => ({
      take: transcript.take,
      labels: turnLabels(t, dateTime, languageName),
      seek: (ms: number) => ports.playback?.seek(ms),
      toggleChecked: transcript.toggleChecked,
      openFlagNote: transcript.openFlagNote,
      openSpeakerField: transcript.openSpeakerField,
      showFinding: (place: FindingPlace) => void showFinding(place).catch(tellFailure),
      isSideBySide,
      editsTranslation: kind === 'translation',
      besideLanguage: beside?.transcript.language,
      goToTurn: transcript.goToTurn,
      editBeside: (id: TurnId) => void editBeside(id).catch(tellFailure),
      acceptSource: transcript.acceptSource,
    }),
    [t, dateTime, languageName, transcript, isSideBySide, kind, beside],
  );

  function onChange() {
    const isEdit = slate.operations.some((operation) => operation.type !== 'set_selection');
    transcript.noteChange();
    markSelectedVoid(slate);
    if (isEdit) follower.current?.noteEdit();
  }

  /** What was typed at the edge of an annotation may belong elsewhere than where the browser has put it. */
  function mendStrayed() {
    const { strayed } = slate;
    slate.strayed = null;
    if (strayed && Node.isText(strayed)) mendRun(ReactEditor.toDOMNode(slate, strayed), strayed.text);
  }

  /** Slate waits for an input event that a paste from the menu does not have. */
  function paste(event: ClipboardEvent) {
    event.preventDefault();
    slate.insertData(event.clipboardData);
  }

  /** Text outside the take is not dragged away. */
  function keepOthersText(event: DragEvent) {
    if (!slate.selection || transcript.guard.allowsRange(slate.selection)) return undefined;
    event.preventDefault();
    return true;
  }

  /** The menu is about the turn that it is opened on, so the caret goes there unless it is there. */
  function openMenu(event: MouseEvent<HTMLElement>) {
    const turn = event.target instanceof Element ? event.target.closest('.turn') : null;
    if (turn instanceof HTMLElement) {
      const [index = 0] = ReactEditor.findPath(slate, ReactEditor.toSlateNode(slate, turn));
      if (slate.selection?.focus.path[0] !== index) Transforms.select(slate, Editor.start(slate, [index]));
    }
    menu.current?.open(event);
  }

  return (
    <div className="transcript-frame">
      {transcript.take ? <TakeBanner take={transcript.take} transcript={transcript} /> : null}
      <div
        className={isSideBySide ? 'transcript transcript-beside' : 'transcript'}
        data-edited={kind}
        ref={scroller}
        data-testid="transcript"
        onInput={mendStrayed}
        onCompositionEnd={mendStrayed}
      >
        <TurnContextProvider value={turnContext}>
          <MountQueueContext value={mounts}>
            <Slate editor={slate} onChange={onChange}>
              <Editable
                className="transcript-text"
                role="textbox"
                aria-multiline
                aria-label={t('editor.label')}
                lang={language}
                spellCheck={false}
                placeholder={kind === 'translation' ? '' : t('editor.placeholder')}
                renderPlaceholder={renderPlaceholder}
                renderElement={renderElement}
                renderLeaf={renderLeaf}
                renderChunk={renderChunk}
                scrollSelectionIntoView={scrollCaretIntoView}
                onPointerDown={() => {
                  isPointed.current = true;
                }}
                onPointerUp={() => {
                  isPointed.current = false;
                }}
                onFocus={() => {
                  if (!isPointed.current) restoreCaret(slate);
                }}
                onKeyDown={mounts.noteKey}
                onBlur={transcript.saveSoon}
                onPaste={paste}
                onDrop={holdsFiles}
                onDragStart={keepOthersText}
                onContextMenu={openMenu}
              />
            </Slate>
          </MountQueueContext>
        </TurnContextProvider>
      </div>
      <FollowChip ref={chip} onResume={transcript.resumeFollowing} />
      <FindBar ref={findBar} transcript={transcript} scroller={scroller} />
      <SpeakerField ref={field} transcript={transcript} onClosed={transcript.focus} />
      <FlagNote ref={note} transcript={transcript} onClosed={transcript.focus} />
      <TurnMenu ref={menu} />
    </div>
  );
}
