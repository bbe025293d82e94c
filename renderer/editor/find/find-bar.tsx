import { CaseSensitive, ChevronDown, ChevronUp, Regex, UserRound, WholeWord, X } from 'lucide-react';
import {
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Input, TextField } from 'react-aria-components';
import { Editor, Range } from 'slate';
import type { SpeakerId } from '../../../shared/model/ids.ts';
import { resolveSpeaker, speakerName } from '../../../shared/model/speaker.ts';
import type { FindQuery } from '../../../shared/search/find-matches.ts';
import { markRevision } from '../../actions/revisions.ts';
import { useSession } from '../../session.ts';
import { Button, IconButton, IconToggle } from '../../ui/button.tsx';
import { tell, tellFailure } from '../../ui/toast.tsx';
import { useFormats, useTranslate } from '../../ui/use-translate.ts';
import { shownKeysOf } from '../command-keys.ts';
import type { OpenTranscript } from '../open-transcript.ts';
import { currentTurn } from '../verbs/current-turn.ts';
import type { PlacedMatch } from '../verbs/replace-matches.ts';
import { ReplaceDialog } from './replace-dialog.tsx';
import { useMatches } from './use-matches.ts';
import './find.css';

const LONGEST_QUERY = 500;

export interface FindBarHandle {
  /** Opens the bar, with the field for what is to stand there instead when `replace`. */
  open(replace: boolean): void;
  /** Goes to the next match or the one before; opens the bar when it is closed. */
  step(delta: 1 | -1): void;
}

interface FindBarProps {
  readonly transcript: OpenTranscript;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly ref: Ref<FindBarHandle>;
}

const NOTHING: FindQuery = { text: '', matchCase: false, wholeWord: false, regex: false };

/** Finds and replaces in the text under it. What was sought stays for the next time. */
export function FindBar({ transcript, scroller, ref }: FindBarProps) {
  const [query, setQuery] = useState(NOTHING);
  const [replacement, setReplacement] = useState('');
  const [opened, setOpened] = useState<{ readonly replace: boolean; readonly count: number } | null>(null);
  const stepper = useRef<((delta: 1 | -1) => void) | null>(null);
  const open = (replace: boolean) => {
    const selected = selectedText(transcript);
    if (selected !== '') setQuery((before) => ({ ...before, text: selected }));
    setOpened((before) => ({ replace, count: (before?.count ?? 0) + 1 }));
  };
  useImperativeHandle(ref, () => ({
    open,
    step: (delta) => (stepper.current ? stepper.current(delta) : open(false)),
  }));
  if (!opened) return null;
  return (
    <OpenBar
      transcript={transcript}
      scroller={scroller}
      opened={opened}
      query={query}
      onQuery={setQuery}
      replacement={replacement}
      onReplacement={setReplacement}
      stepper={stepper}
      onClose={() => {
        setOpened(null);
        transcript.focus();
      }}
    />
  );
}

/** Returns what is selected, if it is some of the words of one turn. */
function selectedText({ slate }: OpenTranscript): string {
  if (!slate.selection || Range.isCollapsed(slate.selection)) return '';
  const [start, end] = Range.edges(slate.selection);
  if (start.path[0] !== end.path[0]) return '';
  const text = Editor.string(slate, slate.selection);
  return text.length > LONGEST_QUERY || text.includes('\n') ? '' : text;
}

interface OpenBarProps extends Omit<FindBarProps, 'ref'> {
  readonly opened: { readonly replace: boolean; readonly count: number };
  readonly query: FindQuery;
  readonly onQuery: (query: FindQuery) => void;
  readonly replacement: string;
  readonly onReplacement: (replacement: string) => void;
  readonly stepper: RefObject<((delta: 1 | -1) => void) | null>;
  readonly onClose: () => void;
}

function OpenBar(props: OpenBarProps) {
  const { transcript, scroller, opened, query, onQuery, replacement, onReplacement, stepper, onClose } =
    props;
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const [speakerId, setSpeakerId] = useState<SpeakerId | null | undefined>(undefined);
  const [preview, setPreview] = useState<readonly PlacedMatch[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const strip = useRef<HTMLCanvasElement>(null);
  const question = useMemo(() => ({ query, replacement, speakerId }), [query, replacement, speakerId]);
  const found = useMatches(transcript, question, scroller, strip);

  useEffect(() => {
    stepper.current = found.step;
    return () => {
      stepper.current = null;
    };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the field takes the focus again
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [opened.count]);

  const replaceOne = async () => {
    const [matches, before] = [await found.fresh(), found.matches[found.current ?? -1]];
    const target = matches.find(
      ({ index, match }) =>
        index === before?.index && match.piece === before.match.piece && match.start === before.match.start,
    );
    const turn = target && transcript.turns()[target.index];
    if (!turn) return;
    if (transcript.replaceMatches([target]) === 0) return;
    const { piece, start } = target.match;
    found.goOnFrom({ turnId: turn.id, piece, start: start + target.match.replacement.length });
  };
  const replaceChosen = async (chosen: readonly PlacedMatch[]) => {
    setPreview(null);
    await markRevision('before-replace');
    tell(t('find.replaced', { count: transcript.replaceMatches(chosen) }));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.code === 'Escape') onClose();
    else if (event.code === 'Enter' && event.target === field.current) found.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const toggle = (key: 'matchCase' | 'wholeWord' | 'regex') => ({
    label: t(`find.${key}`),
    isSelected: query[key],
    onChange: (on: boolean) => onQuery({ ...query, [key]: on }),
  });

  return (
    <>
      <canvas ref={strip} className="find-strip" aria-hidden />
      {/* biome-ignore lint/a11y/useSemanticElements: Chromium 114 has no search element */}
      <div
        className="find-bar"
        role="search"
        aria-label={t('find.bar')}
        data-own-keys="Escape"
        onKeyDown={keys}
      >
        <div className="find-row">
          <TextField
            aria-label={t('find.query')}
            className="find-field"
            value={query.text}
            maxLength={LONGEST_QUERY}
            isInvalid={found.failure !== null}
            onChange={(text) => onQuery({ ...query, text })}
          >
            <Input ref={field} className="field-input" placeholder={t('find.query')} />
          </TextField>
          <IconToggle icon={CaseSensitive} {...toggle('matchCase')} />
          <IconToggle icon={WholeWord} {...toggle('wholeWord')} />
          <IconToggle icon={Regex} {...toggle('regex')} />
          <SpeakerToggle transcript={transcript} speakerId={speakerId} onChange={setSpeakerId} />
          <IconButton
            icon={ChevronUp}
            label={t('command.findPrevious')}
            keys={shownKeysOf('findPrevious', settings) ?? ''}
            isDisabled={found.current === null}
            onPress={() => found.step(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label={t('command.findNext')}
            keys={shownKeysOf('findNext', settings) ?? ''}
            isDisabled={found.current === null}
            onPress={() => found.step(1)}
          />
          <IconButton icon={X} label={t('app.close')} onPress={onClose} />
        </div>
        {opened.replace ? (
          <div className="find-row">
            <TextField
              aria-label={t('find.replacement')}
              className="find-field"
              value={replacement}
              maxLength={LONGEST_QUERY}
              onChange={onReplacement}
            >
              <Input className="field-input" placeholder={t('find.replacement')} />
            </TextField>
            <Button isDisabled={found.current === null} onPress={() => void replaceOne().catch(tellFailure)}>
              {t('find.replace')}
            </Button>
            <Button
              isDisabled={found.current === null}
              onPress={() => void found.fresh().then(setPreview, tellFailure)}
            >
              {t('find.replaceAll')}
            </Button>
          </div>
        ) : null}
        <FindStatus query={query.text} found={found} />
      </div>
      {preview ? (
        <ReplaceDialog
          transcript={transcript}
          matches={preview}
          onReplace={(chosen) => void replaceChosen(chosen).catch(tellFailure)}
          onClose={() => setPreview(null)}
        />
      ) : null}
    </>
  );
}

function FindStatus({ query, found }: { query: string; found: ReturnType<typeof useMatches> }) {
  const t = useTranslate();
  const { number } = useFormats();
  const { matches, current, failure } = found;
  const said =
    query === ''
      ? t('find.hint')
      : failure === 'bad-pattern'
        ? t('find.badPattern')
        : failure === 'too-slow'
          ? t('find.tooSlow')
          : current === null
            ? t('app.nothingFound')
            : t('find.count', { place: number.format(current + 1), total: number.format(matches.length) });
  return (
    <p className="find-status" role="status" data-failed={failure !== null || undefined}>
      {said}
    </p>
  );
}

interface SpeakerToggleProps {
  readonly transcript: OpenTranscript;
  readonly speakerId: SpeakerId | null | undefined;
  readonly onChange: (speakerId: SpeakerId | null | undefined) => void;
}

/** Narrows the search to the speaker of the turn with the caret. */
function SpeakerToggle({ transcript, speakerId, onChange }: SpeakerToggleProps) {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  // Read again whenever the caret goes to another turn.
  useSession((state) => state.currentTurnId);
  const shown = speakerId === undefined ? (currentTurn(transcript.slate)?.speakerId ?? null) : speakerId;
  const name = speakerName(resolveSpeaker(speakers, shown), language) || t('editor.noSpeaker');
  return (
    <IconToggle
      icon={UserRound}
      label={t('find.onlySpeaker', { name })}
      isSelected={speakerId !== undefined}
      onChange={(on) => onChange(on ? shown : undefined)}
    />
  );
}
