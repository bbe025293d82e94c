import type { MessageKey } from '../../shared/i18n/i18n.ts';
import type { Settings } from '../../shared/ipc/contract.ts';
import { changeSettings } from '../actions/settings.ts';
import { useSession } from '../session.ts';
import { Checkbox } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { KeptSlider } from './kept-slider.tsx';

type Thresholds = Settings['reviewThresholds'];

interface Limit {
  readonly name: keyof Thresholds;
  readonly labelKey: MessageKey;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const LIMITS: readonly Limit[] = [
  { name: 'longMinutes', labelKey: 'settings.longMinutes', min: 1, max: 30, step: 1 },
  { name: 'slowestPerSecond', labelKey: 'settings.slowest', min: 1, max: 10, step: 1 },
  { name: 'fastestPerSecond', labelKey: 'settings.fastest', min: 12, max: 60, step: 1 },
  { name: 'farFromSpeechMs', labelKey: 'settings.farFromSpeech', min: 200, max: 10_000, step: 100 },
];

const change = (patch: Partial<Settings>) => void changeSettings(patch).catch(tellFailure);

/** Who may check a turn, and from where on a check speaks up. */
export function ReviewSettings() {
  const t = useTranslate();
  const secondPersonChecks = useSession((state) => state.settings.secondPersonChecks);
  return (
    <fieldset className="settings-group">
      <legend>{t('settings.review')}</legend>
      <Checkbox
        label={t('settings.secondPerson')}
        checked={secondPersonChecks}
        onChange={(checked) => change({ secondPersonChecks: checked })}
      />
      <div className="settings-limits">
        {LIMITS.map((limit) => (
          <LimitSlider key={limit.name} limit={limit} />
        ))}
      </div>
    </fieldset>
  );
}

function LimitSlider({ limit: { name, labelKey, min, max, step } }: { limit: Limit }) {
  const t = useTranslate();
  const { number } = useFormats();
  const kept = useSession((state) => state.settings.reviewThresholds);
  const show = (shown: number) => {
    if (name === 'longMinutes') return t('settings.minutes', { minutes: shown });
    if (name === 'farFromSpeechMs') return t('settings.seconds', { seconds: number.format(shown / 1000) });
    return t('settings.perSecond', { count: shown });
  };
  return (
    <KeptSlider
      label={t(labelKey)}
      kept={kept[name]}
      min={min}
      max={max}
      step={step}
      show={show}
      onKeep={(chosen) => change({ reviewThresholds: { ...kept, [name]: chosen } })}
    />
  );
}
