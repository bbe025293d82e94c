import type { Settings } from '../../shared/ipc/contract.ts';
import { TIME_DISPLAYS } from '../../shared/ipc/player-settings.ts';
import { changeSettings } from '../actions/settings.ts';
import { useSession } from '../session.ts';
import { Checkbox, Select } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { KeptSlider } from './kept-slider.tsx';

const change = (patch: Partial<Settings>) => void changeSettings(patch).catch(tellFailure);

/** How playing goes, what is told of the time, and what counts as speech. */
export function PlaySettings() {
  const t = useTranslate();
  const { number, percent } = useFormats();
  const settings = useSession((state) => state.settings);
  const seconds = (ms: number) => t('settings.seconds', { seconds: number.format(ms / 1000) });
  return (
    <fieldset className="settings-group">
      <legend>{t('settings.playing')}</legend>
      <div className="settings-limits">
        <KeptSlider
          label={t('settings.stepBack')}
          kept={settings.stepBackOnPauseMs}
          min={0}
          max={5000}
          step={250}
          show={seconds}
          onKeep={(stepBackOnPauseMs) => change({ stepBackOnPauseMs })}
        />
        <Select
          label={t('settings.timeDisplay')}
          value={settings.timeDisplay}
          choices={TIME_DISPLAYS.map((value) => ({ value, label: t(`settings.timeDisplays.${value}`) }))}
          onChange={(timeDisplay) => change({ timeDisplay })}
        />
        <KeptSlider
          label={t('settings.speechSureness')}
          kept={settings.speechSureness}
          min={0.2}
          max={0.9}
          step={0.05}
          show={(value) => percent.format(value)}
          onKeep={(speechSureness) => change({ speechSureness })}
        />
        <KeptSlider
          label={t('settings.shortestPause')}
          kept={settings.shortestPauseMs}
          min={100}
          max={2000}
          step={50}
          show={seconds}
          onKeep={(shortestPauseMs) => change({ shortestPauseMs })}
        />
      </div>
      <Checkbox
        label={t('settings.stepBackMore')}
        checked={settings.stepBackMore}
        onChange={(stepBackMore) => change({ stepBackMore })}
      />
      <Checkbox
        label={t('settings.levelSpeech')}
        checked={settings.levelSpeech}
        onChange={(levelSpeech) => change({ levelSpeech })}
      />
      <Checkbox
        label={t('settings.snapToSpeech')}
        checked={settings.snapToSpeech}
        onChange={(snapToSpeech) => change({ snapToSpeech })}
      />
    </fieldset>
  );
}
