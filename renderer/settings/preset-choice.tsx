import { changeSettings } from '../actions/settings.ts';
import { useSession } from '../session.ts';
import { Select } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';

/** The set of keys that commands have unless the person gave them others. */
export function PresetChoice({ hideLabel = false }: { hideLabel?: boolean }) {
  const t = useTranslate();
  const preset = useSession((state) => state.settings.keyPreset);
  return (
    <Select
      label={t('settings.keyPreset')}
      hideLabel={hideLabel}
      value={preset}
      choices={[
        { value: 'minber', label: t('settings.presetMinber') },
        { value: 'otranscribe', label: t('settings.presetOtranscribe') },
        { value: 'f4', label: t('settings.presetF4') },
      ]}
      onChange={(keyPreset) => void changeSettings({ keyPreset }).catch(tellFailure)}
    />
  );
}
