import {
  Ban,
  CircleCheck,
  CircleHelp,
  CircleX,
  FilePen,
  Languages,
  Loader,
  type LucideIcon,
  Pause,
  Play,
  Quote,
  TriangleAlert,
} from 'lucide-react';
import { memo } from 'react';
import type { Overrule } from '../../shared/model/article.ts';
import { markText } from '../../shared/model/article.ts';
import { speakerName } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import type { Verdict } from '../../shared/press/match/match-quote.ts';
import {
  overruleState,
  type QuotationMark,
  type QuoteVerdict,
} from '../../shared/press/match/verify-marks.ts';
import { openDialog } from '../actions/dialogs.ts';
import { Button } from '../ui/button.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { useArticle } from './article-state.ts';
import { Differences } from './differences.tsx';
import type { OpenArticle } from './open-article.ts';
import { spanOf, toggleSpan, useSpan } from './span-player.ts';

const ICONS: Readonly<Record<Verdict, LucideIcon>> = {
  exact: CircleCheck,
  edited: FilePen,
  translated: Languages,
  'not-found': CircleX,
};

interface CardProps {
  readonly open: OpenArticle;
  readonly mark: QuotationMark;
  readonly number: number;
  /** Null while it is being sought. */
  readonly verdict: QuoteVerdict | null;
  readonly isActive: boolean;
}

/** A quotation, what is said of it, and, when it is the active one, its evidence and what can be done. */
export const QuotationCard = memo(function QuotationCard({
  open,
  mark,
  number,
  verdict,
  isActive,
}: CardProps) {
  const t = useTranslate();
  const text = useArticle((state) => state.text);
  const words = markText(text, mark);
  const evidence = verdict?.evidence ?? null;
  const title = mark.who?.name ? [mark.who.organisation, mark.who.title].filter(Boolean).join(', ') : '';
  return (
    <li className="quotation" data-id={mark.id} data-active={isActive || undefined}>
      <button
        type="button"
        className="quotation-open"
        aria-expanded={isActive}
        onClick={() => open.goToMark(mark.id)}
      >
        <span className="quotation-head">
          <span className="quotation-number">{number}</span>
          <VerdictBadge verdict={verdict} />
          {evidence?.startMs == null ? null : (
            <span className="time quotation-time">
              {formatTime(evidence.startMs)}
              {evidence.endMs === null ? '' : `–${formatTime(evidence.endMs)}`}
            </span>
          )}
        </span>
        <span className="quotation-who">{mark.who?.name ?? mark.who?.title ?? t('press.noSpeaker')}</span>
        {title === '' ? null : <span className="quotation-title">{title}</span>}
        <span className="quotation-words">{words}</span>
      </button>
      {verdict ? <Notes mark={mark} verdict={verdict} text={text} /> : null}
      {isActive && verdict ? <Evidence open={open} mark={mark} verdict={verdict} /> : null}
    </li>
  );
});

export function VerdictBadge({ verdict }: { verdict: QuoteVerdict | null }) {
  const t = useTranslate();
  const Icon = verdict ? ICONS[verdict.verdict] : Loader;
  return (
    <span className="quotation-verdict" data-verdict={verdict?.verdict ?? 'seeking'}>
      <Icon size={14} aria-hidden />
      {verdict ? t(`press.verdict.${verdict.verdict}`) : t('press.seeking')}
    </span>
  );
}

/** What is doubtful about a quotation, and what a person has decided. */
function Notes({ mark, verdict, text }: { mark: QuotationMark; verdict: QuoteVerdict; text: string }) {
  const t = useTranslate();
  const { language } = useFormats();
  const { flags, agreement, withheld, speaker, evidence } = verdict;
  const said = speakerName(speaker, language);
  const named = mark.who?.name ?? mark.who?.title ?? t('press.noSpeaker');
  const state = overruleState(text, mark);
  return (
    <ul className="quotation-notes">
      {withheld ? (
        <Note icon={Ban} tone="danger">
          {t('press.withheld')}
        </Note>
      ) : null}
      {flags.map(({ kind, quoted, said: heard }) => (
        <Note key={`${kind} ${quoted}`} icon={TriangleAlert} tone="danger">
          {heard === null
            ? t(`press.flagUnsaid.${kind}`, { quoted })
            : t(`press.flag.${kind}`, { quoted, said: heard })}
        </Note>
      ))}
      {agreement === 'differs' ? (
        <Note icon={TriangleAlert} tone="danger">
          {t('press.saidByOther', { name: said, named })}
        </Note>
      ) : null}
      {agreement === 'unknown' && evidence ? (
        <Note icon={CircleHelp} tone="quiet">
          {said ? t('press.saidBy', { name: said }) : t('press.saidByNobody')}
        </Note>
      ) : null}
      {evidence?.severalSpeakers ? (
        <Note icon={TriangleAlert} tone="warning">
          {t('press.severalSpeakers')}
        </Note>
      ) : null}
      {mark.quoteId === null ? null : (
        <Note icon={Quote} tone="quiet">
          {t('press.card')}
        </Note>
      )}
      {mark.overrule && state ? <Decision overrule={mark.overrule} state={state} /> : null}
    </ul>
  );
}

function Note({
  icon: Icon,
  tone,
  children,
}: {
  icon: LucideIcon;
  tone: 'danger' | 'warning' | 'quiet' | 'good';
  children: React.ReactNode;
}) {
  return (
    <li className="quotation-note" data-tone={tone}>
      <Icon size={14} aria-hidden />
      <span>{children}</span>
    </li>
  );
}

function Decision({ overrule, state }: { overrule: Overrule; state: 'accepted' | 'rejected' | 'stale' }) {
  const t = useTranslate();
  const { dateTime } = useFormats();
  const { by, at, note } = overrule;
  const tone = state === 'accepted' ? 'good' : state === 'rejected' ? 'danger' : 'warning';
  return (
    <Note icon={state === 'accepted' ? CircleCheck : TriangleAlert} tone={tone}>
      {t(`press.${state}`, { name: by })}: {note}{' '}
      <time dateTime={at} className="quotation-when">
        {dateTime.format(new Date(at))}
      </time>
    </Note>
  );
}

/** What was said, how it differs, and what can be done about it. */
function Evidence({
  open,
  mark,
  verdict,
}: {
  open: OpenArticle;
  mark: QuotationMark;
  verdict: QuoteVerdict;
}) {
  const t = useTranslate();
  const playing = useSpan((state) => state.playing);
  const played = useSpan((state) => state.span);
  const { evidence } = verdict;
  const span = spanOf(verdict);
  const isPlaying = playing && span !== null && played?.startMs === span.startMs;
  return (
    <div className="quotation-evidence">
      {evidence && evidence.text !== '' ? (
        <>
          <h4>{evidence.differences.length > 0 ? t('press.compared') : t('press.said')}</h4>
          {evidence.differences.length > 0 ? (
            <Differences differences={evidence.differences} />
          ) : (
            <blockquote lang={evidence.language}>{evidence.text}</blockquote>
          )}
        </>
      ) : null}
      {mark.chosen ? (
        <p className="quotation-chosen">
          {t('press.chosen')}
          <Button look="quiet" onPress={() => open.choosePlace(null)}>
            {t('press.forgetChoice')}
          </Button>
        </p>
      ) : null}
      <div className="quotation-actions">
        <Button isDisabled={!span} onPress={() => span && toggleSpan(span)}>
          {isPlaying ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
          {isPlaying ? t('press.pause') : t('press.play')}
        </Button>
        <Button isDisabled={!evidence} onPress={() => void open.goToTurn().catch(tellFailure)}>
          {t('press.goToTurn')}
        </Button>
        <Button look="quiet" onPress={() => openDialog('quotation-places')}>
          {t('press.candidates')}
        </Button>
        <Button look="quiet" onPress={() => openDialog('overrule')}>
          {t('press.overrule')}
        </Button>
      </div>
    </div>
  );
}
