import { useEffect, useMemo, useState } from 'react';
import { countSecrets, secretsOf } from '../../shared/formats/withhold.ts';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import { loadAnnotationKinds } from '../actions/annotations.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Checkbox } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { Withheld } from '../ui/withheld.tsx';

/** What goes into a bundle besides the text. */
export interface Contents {
  readonly media: boolean;
  readonly history: boolean;
  /** What is off the record, which cannot be left out. */
  readonly includeWithheld: boolean;
}

/** Reads a recording as it is on disk; null until it is there. */
export function useStored(id: RecordingId): OpenedRecording | null {
  const [stored, setStored] = useState<OpenedRecording | null>(null);
  useEffect(() => {
    let current = true;
    Promise.all([call('recording.open', { recordingId: id }), loadAnnotationKinds()])
      .then(([opened]) => current && setStored(opened))
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
  const kinds = useSession((state) => state.annotationKinds);
  const secretCount = useMemo(
    () => (stored ? countSecrets(stored.turns, secretsOf(stored.annotations, [...kinds.values()])) : 0),
    [stored, kinds],
  );
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
      <Withheld
        count={secretCount}
        included={contents.includeWithheld}
        text={t('bundle.withheld', { count: secretCount })}
        onChange={(includeWithheld) => onChange({ ...contents, includeWithheld })}
      />
    </fieldset>
  );
}
