import { createContext, useContext } from 'react';
import type { Take } from '../../shared/bundle/takes.ts';
import type { Translate } from '../../shared/i18n/i18n.ts';
import type { Formatter } from '../../shared/i18n/local-formats.ts';
import type { TurnId } from '../../shared/model/ids.ts';
import { TRANSLATION_STATES, type TranslationState } from '../../shared/model/translation.ts';
import { TAG_KINDS, type TagKind, VOICES, type Voice } from '../../shared/model/turn.ts';
import { CHECK_IDS, type CheckId } from '../../shared/review/check.ts';
import { checkTitle } from '../../shared/review/finding-text.ts';
import type { FindingPlace } from '../findings.ts';

/** The words of every header and mark, translated once for all of them. */
export interface TurnLabels {
  readonly seek: string;
  readonly noTime: string;
  readonly chooseSpeaker: string;
  readonly noSpeaker: string;
  readonly checked: string;
  readonly flagged: string;
  readonly withheld: string;
  /** By whom, '' for nobody known, and when, ISO 8601. */
  checkedBy(name: string, at: string): string;
  changedSinceCheck(name: string): string;
  readonly checks: Readonly<Record<CheckId, string>>;
  readonly tags: Readonly<Record<TagKind, string>>;
  readonly outside: string;
  readonly states: Readonly<Record<TranslationState, string>>;
  readonly stillRight: string;
  readonly sourceGone: string;
  readonly voices: Readonly<Record<Voice, string>>;
  /** The name of a language by its BCP 47 tag. */
  languageName(tag: string): string;
}

/** What headers and marks say and do. It changes with the language alone, so nothing else renders them anew. */
export interface TurnContext {
  /** The share that is this desk's; null: all of it. */
  readonly take: Take | null;
  readonly labels: TurnLabels;
  seek(ms: number): void;
  toggleChecked(id: TurnId): void;
  openFlagNote(id: TurnId): void;
  openSpeakerField(id: TurnId): void;
  /** Shows a finding beside the text. */
  showFinding(place: FindingPlace): void;
  /** Whether another text stands beside this one. */
  readonly isSideBySide: boolean;
  /** Whether the text that is edited is the translation. */
  readonly editsTranslation: boolean;
  /** BCP 47 tag of the text beside. */
  readonly besideLanguage: string | undefined;
  goToTurn(id: TurnId): void;
  /** Goes over to the text beside, to edit it. */
  editBeside(id: TurnId): void;
  acceptSource(id: TurnId): void;
}

export function turnLabels(
  t: Translate,
  dateTime: Formatter<Date>,
  languageName: { of(tag: string): string | undefined },
): TurnLabels {
  return {
    seek: t('editor.seek'),
    noTime: t('editor.noTime'),
    chooseSpeaker: t('editor.chooseSpeaker'),
    noSpeaker: t('editor.noSpeaker'),
    checked: t('editor.checked'),
    flagged: t('editor.flagged'),
    withheld: t('annotations.withheldBadge'),
    checkedBy: (name, at) => {
      const when = dateTime.format(new Date(at));
      return name === '' ? t('editor.checkedAt', { when }) : t('editor.checkedBy', { name, when });
    },
    changedSinceCheck: (name) =>
      name === '' ? t('editor.changedSinceCheck') : t('editor.changedSinceCheckBy', { name }),
    outside: t('bundle.outside'),
    states: Object.fromEntries(
      TRANSLATION_STATES.map((state) => [state, t(`translation.state.${state}`)]),
    ) as Record<TranslationState, string>,
    stillRight: t('translation.stillRight'),
    sourceGone: t('translation.sourceGone'),
    voices: Object.fromEntries(VOICES.map((voice) => [voice, t(`translation.voice.${voice}`)])) as Record<
      Voice,
      string
    >,
    languageName: (tag) => languageName.of(tag) ?? tag,
    checks: Object.fromEntries(CHECK_IDS.map((check) => [check, checkTitle(check, t)])) as Record<
      CheckId,
      string
    >,
    tags: Object.fromEntries(TAG_KINDS.map((tag) => [tag, t(`tag.${tag}`)])) as Record<TagKind, string>,
  };
}

const context = createContext<TurnContext | null>(null);
export const TurnContextProvider = context.Provider;

/** Returns what headers and marks share. Throws outside the editor. */
export function useTurnContext(): TurnContext {
  const value = useContext(context);
  if (!value) throw new Error('A turn is rendered outside the editor');
  return value;
}
