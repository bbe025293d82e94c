import { LANGUAGES, type Language } from '../../shared/model/language.ts';
import { VOICES, type Voice } from '../../shared/model/turn.ts';
import {
  askForTranslation,
  currentTranslation,
  openTracks,
  removeTranslation,
  switchSide,
  toggleSideBySide,
} from '../actions/translations.ts';
import { ports, useSession } from '../session.ts';
import { type CommandId, command } from './command.ts';

const session = () => useSession.getState();
const isOpen = () => session().opened !== null;
const hasTranslations = () => openTracks().length > 1;
const hasTurn = () => session().currentTurnId !== null;
const isTranslating = () => hasTurn() && ports.editor?.isTranslation === true;
const currentTurn = () => ports.editor?.turns().find(({ id }) => id === session().currentTurnId);

function acceptCurrent() {
  const { currentTurnId } = session();
  if (currentTurnId) ports.editor?.acceptSource(currentTurnId);
}

const VOICE_COMMANDS: Readonly<Record<Voice, CommandId>> = {
  floor: 'voiceFloor',
  interpreter: 'voiceInterpreter',
};
const LANGUAGE_COMMANDS: Readonly<Record<Language, CommandId>> = {
  kk: 'turnInKazakh',
  ru: 'turnInRussian',
  en: 'turnInEnglish',
};

const withTranslation =
  (verb: (id: NonNullable<ReturnType<typeof currentTranslation>>['id']) => unknown) => () => {
    const translation = currentTranslation();
    return translation && verb(translation.id);
  };

/** What is done with translations, and what is said of the voice and language of a turn. */
export const translationCommands = [
  command('translation', 1, 'newTranslation', () => askForTranslation(null), { when: isOpen }),
  command('translation', 1, 'renameTranslation', withTranslation(askForTranslation), {
    when: () => currentTranslation() !== undefined,
  }),
  command('translation', 1, 'removeTranslation', withTranslation(removeTranslation), {
    when: () => currentTranslation() !== undefined,
  }),
  command('translation', 2, 'switchSide', switchSide, { keys: 'Ctrl+KeyT', when: hasTranslations }),
  command('translation', 2, 'sideBySide', toggleSideBySide, {
    keys: 'Ctrl+Backslash',
    when: hasTranslations,
    checked: () => session().settings.sideBySide && session().opened?.beside != null,
  }),
  command('translation', 3, 'finishTurn', () => ports.editor?.finishTurn(), {
    keys: 'Ctrl+Shift+KeyK',
    when: isTranslating,
  }),
  command('translation', 3, 'reopenTurn', () => ports.editor?.reopenTurn(), { when: isTranslating }),
  command('translation', 3, 'acceptSource', acceptCurrent, { keys: 'Ctrl+KeyD', when: isTranslating }),
  command('translation', 3, 'nextUnfinished', () => ports.editor?.goToUnfinished('next'), {
    keys: 'Ctrl+PageDown',
    when: isTranslating,
  }),
  command('translation', 3, 'previousUnfinished', () => ports.editor?.goToUnfinished('previous'), {
    keys: 'Ctrl+PageUp',
    when: isTranslating,
  }),
  ...VOICES.map((voice) =>
    command(
      'translation',
      4,
      VOICE_COMMANDS[voice],
      () => ports.editor?.setVoice(currentTurn()?.voice === voice ? null : voice),
      { when: hasTurn, checked: () => currentTurn()?.voice === voice },
    ),
  ),
  ...LANGUAGES.map((language) =>
    command(
      'translation',
      5,
      LANGUAGE_COMMANDS[language],
      () => ports.editor?.setTurnLanguage(currentTurn()?.language === language ? null : language),
      { when: hasTurn, checked: () => currentTurn()?.language === language },
    ),
  ),
];
