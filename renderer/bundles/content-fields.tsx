import { useEffect, useState } from 'react';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { Checkbox } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { Withheld } from '../ui/withheld.tsx';

/** What goes into a bundle besides the text. */
export interface Contents {
  readonly media: boolean;
  readonly history: boolean;
  /** Whether what is off the record goes too. */
  readonly includeWithheld: boolean;
}

export const FIRST_CONTENTS: Contents = { media: true, history: true, includeWithheld: false };

/** A recording as it is on disk, and how much of it is off the record. */
export interface Stored extends OpenedRecording {
  readonly withheld: number;
}

/** Returns what of the choice there is to go: no media that is missing or says what is withheld. */
export function possible(contents: Contents, stored: Stored | null): Contents {
  const isKeptBack = (stored?.withheld ?? 0) > 0 && !contents.includeWithheld;
  return {
    ...contents,
    media: contents.media && (stored?.mediaFound ?? false) && !isKeptBack,
    history: contents.history && !isKeptBack,
  };
}

/** Reads a recording as it is on disk; null until it is there. */
export function useStored(id: RecordingId): Stored | null {
  const [stored, setStored] = useState<Stored | null>(null);
  useEffect(() => {
    let current = true;
    Promise.all([call('recording.open', { recordingId: id }), call('bundle.withheld', { recordingId: id })])
      .then(([opened, withheld]) => current && setStored({ ...opened, withheld }))
      .catch(tellFailure);
    return () => {
      current = false;
    };
  }, [id]);
  return stored;
}

interface ContentFieldsProps {
  stored: Stored | null;
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
  const withheld = stored?.withheld ?? 0;
  const isKeptBack = withheld > 0 && !contents.includeWithheld;
  const mediaLabel = !found
    ? t('bundle.mediaMissing')
    : isKeptBack
      ? t('bundle.mediaWithheld')
      : t('bundle.media', { size });
  return (
    <fieldset className="bundle-contents">
      <legend className="field-label">{t('bundle.what')}</legend>
      <Checkbox
        label={mediaLabel}
        isDisabled={!found || isKeptBack}
        checked={contents.media && found && !isKeptBack}
        onChange={(media) => onChange({ ...contents, media })}
      />
      <Checkbox
        label={isKeptBack ? t('bundle.historyWithheld') : t('bundle.history')}
        isDisabled={isKeptBack}
        checked={contents.history && !isKeptBack}
        onChange={(history) => onChange({ ...contents, history })}
      />
      <Withheld
        count={withheld}
        included={contents.includeWithheld}
        onChange={(includeWithheld) => onChange({ ...contents, includeWithheld })}
      />
    </fieldset>
  );
}
