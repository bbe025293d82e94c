import { ChevronLeft, Moon, PanelRight, Search, Sun, TriangleAlert } from 'lucide-react';
import { MinberError } from '../../shared/ipc/errors.ts';
import { LANGUAGES } from '../../shared/model/language.ts';
import { closeArticle, leaveArticles } from '../actions/articles.ts';
import { leaveDelegates } from '../actions/delegates.ts';
import { openDialog } from '../actions/dialogs.ts';
import { closeRecording } from '../actions/recordings.ts';
import { changeSettings } from '../actions/settings.ts';
import { ports, useSession } from '../session.ts';
import { Button, IconButton, IconToggle } from '../ui/button.tsx';
import type { MenuRow } from '../ui/menu.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const LANGUAGE_NAMES = { kk: 'Қазақша', ru: 'Русский', en: 'English' } as const;

/** What is open, whether it is saved, and the few things that are always at hand. */
export function TitleBar() {
  const t = useTranslate();
  const title = useSession((state) => state.opened?.recording.title ?? state.article?.title);
  const isArticle = useSession((state) => state.article !== null);
  const isList = useSession((state) => state.articles !== null && state.article === null);
  const inDelegates = useSession((state) => state.screen === 'delegates' && state.articles === null);
  const panelVisible = useSession((state) => state.settings.panelVisible);
  const language = useSession((state) => state.language);
  const theme = useSession((state) => state.settings.theme);
  const dark = theme === 'dark' || (theme === 'system' && document.documentElement.dataset.theme === 'dark');
  const languages = LANGUAGES.map(
    (choice): MenuRow => ({
      kind: 'action',
      id: choice,
      label: LANGUAGE_NAMES[choice],
      run: () => void changeSettings({ language: choice }),
    }),
  );
  return (
    <header className="title-bar">
      {isList ? <IconButton icon={ChevronLeft} label={t('command.library')} onPress={leaveArticles} /> : null}
      {title === undefined ? (
        <>
          {inDelegates ? (
            <IconButton icon={ChevronLeft} label={t('delegates.back')} onPress={leaveDelegates} />
          ) : null}
          <span className="title-bar-name">{t('app.name')}</span>
        </>
      ) : (
        <>
          <IconButton
            icon={ChevronLeft}
            label={isArticle ? t('press.articles') : t('command.library')}
            onPress={() => void (isArticle ? closeArticle() : closeRecording())}
          />
          <h1 className="title-bar-recording">{title}</h1>
          <SaveIndicator />
        </>
      )}
      <span className="title-bar-space" />
      <Button look="quiet" onPress={() => openDialog('palette')}>
        <Search size={14} aria-hidden />
        {t('app.search')}
      </Button>
      <IconButton
        icon={dark ? Sun : Moon}
        label={dark ? t('command.themeLight') : t('command.themeDark')}
        onPress={() => void changeSettings({ theme: dark ? 'light' : 'dark' })}
      />
      <MenuButton label={t('app.languageMenu')} rows={languages}>
        <Button
          look="quiet"
          aria-label={`${t('app.languageMenu')}: ${LANGUAGE_NAMES[language]}, ${language}`}
        >
          {language}
        </Button>
      </MenuButton>
      {title === undefined || isArticle ? null : (
        <IconToggle
          icon={PanelRight}
          label={t('command.togglePanel')}
          isSelected={panelVisible}
          onChange={(visible) => void changeSettings({ panelVisible: visible })}
        />
      )}
    </header>
  );
}

/** Whether every word is on disk. */
function SaveIndicator() {
  const t = useTranslate();
  const { clock } = useFormats();
  const state = useSession((session) => session.saveState);
  if (state.kind === 'failed')
    return (
      <span className="save-failed" role="alert" data-testid="save-state">
        <TriangleAlert size={14} aria-hidden />
        <strong>{t('app.saveFailed')}</strong>
        <span>{failureText(new MinberError(state.code, state.params))}</span>
        <Button
          look="quiet"
          onPress={() => void (ports.editor ?? ports.article)?.flush().catch(() => undefined)}
        >
          {t('app.retry')}
        </Button>
      </span>
    );
  const text =
    state.kind === 'pending'
      ? t('app.saving')
      : state.at
        ? t('app.savedAt', { time: clock.format(new Date(state.at)) })
        : t('app.saved');
  return (
    <span className="save-state time" role="status" data-testid="save-state" data-state={state.kind}>
      {text}
    </span>
  );
}
