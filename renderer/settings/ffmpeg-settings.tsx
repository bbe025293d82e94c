import { useEffect, useState } from 'react';
import type { Output } from '../../shared/ipc/contract.ts';
import { changeSettings } from '../actions/settings.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Slider } from '../ui/slider.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';

type Status = Output<'ffmpeg.status'>;

const GET_IT: Readonly<Record<Status['system'], string>> = {
  linux: 'sudo apt install ffmpeg',
  darwin: 'brew install ffmpeg',
  win32: 'winget install --id Gyan.FFmpeg',
};

/** Which ffmpeg is used and what for; where there is none, what that costs and how to get it. */
export function FfmpegSettings() {
  const t = useTranslate();
  const [status, setStatus] = useState<Status | null>(null);
  const ask = (answer: Promise<Status | null>) =>
    void answer.then((told) => told && setStatus(told)).catch(tellFailure);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when it is shown
  useEffect(() => ask(call('ffmpeg.status')), []);

  const { found, chosen, system } = status ?? { found: null, chosen: null, system: null };
  return (
    <fieldset className="settings-group">
      <legend>{t('ffmpeg.title')}</legend>
      <div className="ffmpeg-state" role="status">
        {found ? (
          <>
            <p>
              {t('ffmpeg.found', { version: found.version })} · {t(`ffmpeg.origin.${found.origin}`)}
            </p>
            <p className="ffmpeg-path">{found.path}</p>
            <p className="field-hint">{t('ffmpeg.can')}</p>
          </>
        ) : null}
        {system && !found ? (
          <>
            <p className="field-error">
              {chosen ? t('ffmpeg.broken', { path: chosen }) : t('ffmpeg.missing')}
            </p>
            <p className="field-hint">{t('ffmpeg.cannot')}</p>
            <p className="field-hint">{t(`ffmpeg.get.${system}`)}</p>
            <code className="ffmpeg-command">{GET_IT[system]}</code>
          </>
        ) : null}
      </div>
      <div className="ffmpeg-buttons">
        <Button onPress={() => ask(call('ffmpeg.choose'))}>{t('ffmpeg.choose')}</Button>
        {chosen ? (
          <Button look="quiet" onPress={() => ask(call('ffmpeg.forget'))}>
            {t('ffmpeg.search')}
          </Button>
        ) : null}
        {system && !found && !chosen ? (
          <Button look="quiet" onPress={() => ask(call('ffmpeg.status'))}>
            {t('ffmpeg.again')}
          </Button>
        ) : null}
      </div>
      <ProxyLimit />
    </fieldset>
  );
}

/** How much room copies for playing may take. */
function ProxyLimit() {
  const t = useTranslate();
  const kept = useSession((state) => state.settings.proxyLimitGb);
  const [limit, setLimit] = useState(kept);
  return (
    <div>
      <Slider
        label={t('ffmpeg.proxyLimit')}
        value={limit}
        min={5}
        max={200}
        step={5}
        show={(count) => t('ffmpeg.gigabytes', { count })}
        onChange={setLimit}
        onChangeEnd={(proxyLimitGb) => void changeSettings({ proxyLimitGb }).catch(tellFailure)}
      />
      <p className="field-hint">{t('ffmpeg.proxyHint')}</p>
    </div>
  );
}
