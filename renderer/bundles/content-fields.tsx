import { useEffect, useState } from 'react';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { Checkbox } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** What goes into a bundle besides the text. */
export interface Contents {
  readonly media: boolean;
  readonly history: boolean;
}

/** Reads a recording as it is on disk; null until it is there. */
export function useStored(id: RecordingId): OpenedRecording | null {
  const [stored, setStored] = useState<OpenedRecording | null>(null);
  useEffect(() => {
    let current = true;
    call('recording.open', { recordingId: id })
      .then((opened) => current && setStored(opened))
      .catch(tellFailure);
    return () => {
      current = false;
    };
  }, [id]);
  return stored;
}

interface ContentFieldsProps {
  stored: OpenedRecording | null;
  contents: Contents;
  onChange: (contents: Contents) => void;
}

/** Says what goes into a bundle; media that is not there cannot. */
export function ContentFields({ stored, contents, onChange }: ContentFieldsProps) {
  const t = useTranslate();
  const { number } = useFormats();
  const megabytes = Math.round((stored?.recording.media.bytes ?? 0) / 1e5) / 10;
  const size = t('library.megabytes', { size: number.format(megabytes) });
  const found = stored?.mediaFound ?? true;
  return (
    <fieldset className="bundle-contents">
      <legend className="field-label">{t('bundle.what')}</legend>
      <Checkbox
        label={found ? t('bundle.media', { size }) : t('bundle.mediaMissing')}
        isDisabled={!found}
        checked={contents.media && found}
        onChange={(media) => onChange({ ...contents, media })}
      />
      <Checkbox
        label={t('bundle.history')}
        checked={contents.history}
        onChange={(history) => onChange({ ...contents, history })}
      />
    </fieldset>
  );
}
