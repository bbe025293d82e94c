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
import { Slider } from '../ui/slider.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { FfmpegSettings } from './ffmpeg-settings.tsx';
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
        <StepBack />
        <SpeechThresholds />
        <ReviewSettings />
        <FfmpegSettings />
        <div className="settings-keys">
          <PresetChoice />
          <Button onPress={() => openDialog('keys')}>{t('settings.openKeys')}</Button>
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
      <Slider
        label={t('settings.fontSize')}
        value={size}
        min={14}
        max={24}
        step={1}
        show={(value) => t('settings.pixels', { size: value })}
        onChange={setSize}
        onChangeEnd={(value) => change({ transcriptFontSize: value })}
      />
      <p className="settings-sample" style={{ fontSize: size }}>
        {t('settings.fontSample')}
      </p>
    </div>
  );
}

/** How far playing steps back when it stops. */
function StepBack() {
  const t = useTranslate();
  const { number } = useFormats();
  const kept = useSession((state) => state.settings.stepBackOnPauseMs);
  const [stepMs, setStepMs] = useState(kept);
  return (
    <div>
      <Slider
        label={t('settings.stepBack')}
        value={stepMs}
        min={0}
        max={5000}
        step={250}
        show={(value) => t('settings.seconds', { seconds: number.format(value / 1000) })}
        onChange={setStepMs}
        onChangeEnd={(value) => change({ stepBackOnPauseMs: value })}
      />
      <p className="field-hint">{t('settings.stepBackHint')}</p>
    </div>
  );
}

/** What counts as speech and as a pause, for proposing turns and leaving out pauses. */
function SpeechThresholds() {
  const t = useTranslate();
  const { number, percent } = useFormats();
  const settings = useSession((state) => state.settings);
  const [sureness, setSureness] = useState(settings.speechSureness);
  const [pauseMs, setPauseMs] = useState(settings.shortestPauseMs);
  return (
    <div className="settings-pair">
      <Slider
        label={t('settings.speechSureness')}
        value={sureness}
        min={0.2}
        max={0.9}
        step={0.05}
        show={(value) => percent.format(value)}
        onChange={setSureness}
        onChangeEnd={(value) => change({ speechSureness: value })}
      />
      <Slider
        label={t('settings.shortestPause')}
        value={pauseMs}
        min={100}
        max={2000}
        step={50}
        show={(value) => t('settings.seconds', { seconds: number.format(value / 1000) })}
        onChange={setPauseMs}
        onChangeEnd={(value) => change({ shortestPauseMs: value })}
      />
    </div>
  );
}
