import { useState } from 'react';
import type { Settings } from '../../shared/ipc/contract.ts';
import { LANGUAGES } from '../../shared/model/language.ts';
import { openDialog } from '../actions/dialogs.ts';
import { changeSettings } from '../actions/settings.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { FfmpegSettings } from './ffmpeg-settings.tsx';
import { KeptSlider } from './kept-slider.tsx';
import { PlaySettings } from './play-settings.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { ReviewSettings } from './review-settings.tsx';
import './settings.css';

const change = (patch: Partial<Settings>) => void changeSettings(patch).catch(tellFailure);

/** Everything here takes effect at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { language } = useFormats();
  const theme = useSession((state) => state.settings.theme);

  return (
    <Dialog
      title={t('settings.title')}
      width={520}
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          {t('settings.done')}
        </Button>
      }
    >
      <div className="settings">
        <div className="settings-pair">
          <Select
            label={t('settings.language')}
            value={language}
            choices={LANGUAGES.map((value) => ({ value, label: t(LANGUAGE_LABELS[value]) }))}
            onChange={(chosen) => change({ language: chosen })}
          />
          <Select
            label={t('settings.theme')}
            value={theme}
            choices={[
              { value: 'system', label: t('settings.themeSystem') },
              { value: 'light', label: t('settings.themeLight') },
              { value: 'dark', label: t('settings.themeDark') },
            ]}
            onChange={(chosen) => change({ theme: chosen })}
          />
        </div>
        <Author />
        <FontSize />
        <PlaySettings />
        <ReviewSettings />
        <FfmpegSettings />
        <div className="settings-keys">
          <PresetChoice />
          <Button onPress={() => openDialog('keys')}>{t('settings.openKeys')}</Button>
          <Button onPress={() => openDialog('devices')}>{t('settings.openDevices')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The name beside annotations and checks; it is kept when the field is left. */
function Author() {
  const t = useTranslate();
  const kept = useSession((state) => state.settings.authorName);
  const [name, setName] = useState(kept);
  return (
    <TextField
      label={t('settings.author')}
      hint={t('settings.authorHint')}
      value={name}
      onChange={setName}
      onBlur={() => change({ authorName: name.trim() })}
      maxLength={100}
    />
  );
}

/** The size of the transcript's text, shown on a line of it. */
function FontSize() {
  const t = useTranslate();
  const kept = useSession((state) => state.settings.transcriptFontSize);
  const [size, setSize] = useState(kept);
  return (
    <div>
      <KeptSlider
        label={t('settings.fontSize')}
        kept={kept}
        min={14}
        max={24}
        step={1}
        show={(value) => t('settings.pixels', { size: value })}
        onMove={setSize}
        onKeep={(value) => change({ transcriptFontSize: value })}
      />
      <p className="settings-sample" style={{ fontSize: size }}>
        {t('settings.fontSample')}
      </p>
    </div>
  );
}
