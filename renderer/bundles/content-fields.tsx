import { useEffect, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { MEDIA_CHOICES, type MediaChoice } from '../../shared/bundle/media-choice.ts';
import type { OpenedRecording, Output } from '../../shared/ipc/contract.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { Checkbox } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { Withheld } from '../ui/withheld.tsx';

/** What goes into a bundle besides the text. */
export interface Contents {
  readonly media: MediaChoice;
  readonly history: boolean;
  /** Whether what is off the record goes too. */
  readonly includeWithheld: boolean;
}

export const FIRST_CONTENTS: Contents = { media: 'original', history: true, includeWithheld: false };

/** A recording as it is on disk, how much of it is off the record, and what a small sound would take. */
export interface Stored extends OpenedRecording {
  readonly withheld: number;
  readonly small: Output<'bundle.smallSound'>;
}

const isKeptBack = ({ includeWithheld }: Contents, stored: Stored | null): boolean =>
  (stored?.withheld ?? 0) > 0 && !includeWithheld;

/** Why something of the media cannot go; null when it can. */
type Hindrance = 'withheld' | 'ffmpeg' | 'missing' | null;

function hindranceOf(choice: MediaChoice, contents: Contents, stored: Stored | null): Hindrance {
  if (choice === 'none' || !stored) return null;
  if (isKeptBack(contents, stored)) return 'withheld';
  if (choice === 'original') return stored.mediaFound ? null : 'missing';
  return stored.small.missing === 'media' ? 'missing' : stored.small.missing;
}

/** Returns what of the choice there is to go: no media that is missing or says what is withheld. */
export function possible(contents: Contents, stored: Stored | null): Contents {
  return {
    ...contents,
    media: hindranceOf(contents.media, contents, stored) ? 'none' : contents.media,
    history: contents.history && !isKeptBack(contents, stored),
  };
}

/** Reads a recording as it is on disk; null until it is there. */
export function useStored(id: RecordingId): Stored | null {
  const [stored, setStored] = useState<Stored | null>(null);
  useEffect(() => {
    let current = true;
    const recordingId = id;
    Promise.all([
      call('recording.open', { recordingId }),
      call('bundle.withheld', { recordingId }),
      call('bundle.smallSound', { recordingId }),
    ])
      .then(([opened, withheld, small]) => current && setStored({ ...opened, withheld, small }))
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

/** Says what goes into a bundle, how large it is, and why something cannot. */
export function ContentFields({ stored, contents, onChange }: ContentFieldsProps) {
  const t = useTranslate();
  const { number } = useFormats();
  const sizeOf = (bytes: number) =>
    t('library.megabytes', { size: number.format(Math.round(bytes / 1e5) / 10) });
  const withheld = stored?.withheld ?? 0;
  const keptBack = isKeptBack(contents, stored);
  const choices = MEDIA_CHOICES.map((choice) => {
    const hindrance = hindranceOf(choice, contents, stored);
    const bytes = choice === 'original' ? stored?.recording.media.bytes : stored?.small.bytes;
    const size = choice === 'none' || hindrance || bytes === undefined ? '' : sizeOf(bytes);
    return { choice, hindrance, size };
  });
  return (
    <div className="bundle-contents">
      <RadioGroup
        className="bundle-media"
        value={possible(contents, stored).media}
        onChange={(value) => {
          const media = MEDIA_CHOICES.find((choice) => choice === value);
          if (media) onChange({ ...contents, media });
        }}
      >
        <Label className="field-label">{t('bundle.factMedia')}</Label>
        {choices.map(({ choice, hindrance, size }) => (
          <Radio key={choice} value={choice} className="bundle-way" isDisabled={hindrance !== null}>
            <strong>{t(`bundle.mediaChoice.${choice}`)}</strong>
            <span className="field-hint">
              {hindrance
                ? t(`bundle.mediaHindrance.${hindrance}`)
                : t(`bundle.mediaHint.${choice}`, { size })}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <Checkbox
        label={keptBack ? t('bundle.historyWithheld') : t('bundle.history')}
        isDisabled={keptBack}
        checked={contents.history && !keptBack}
        onChange={(history) => onChange({ ...contents, history })}
      />
      <Withheld
        count={withheld}
        included={contents.includeWithheld}
        onChange={(includeWithheld) => onChange({ ...contents, includeWithheld })}
      />
    </div>
  );
}
