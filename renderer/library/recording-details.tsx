import { useState } from 'react';
import { LANGUAGES } from '../../shared/model/language.ts';
import type { Recording } from '../../shared/model/recording.ts';
import { formatTime } from '../../shared/model/time.ts';
import { changeRecording } from '../actions/recordings.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const splitTags = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

/** Title, date, place and languages of a recording, to change; and what is known of its file. */
export function RecordingDetails({ recording, onClose }: { recording: Recording; onClose: () => void }) {
  const t = useTranslate();
  const { number } = useFormats();
  const [title, setTitle] = useState(recording.title);
  const [date, setDate] = useState(recording.date);
  const [place, setPlace] = useState(recording.place);
  const [languages, setLanguages] = useState(recording.languages.join(', '));
  const [failure, setFailure] = useState<string | null>(null);
  const { media } = recording;

  const tags = splitTags(languages);
  const languagesWrong = tags.every((tag) => TAG.test(tag)) ? null : t('library.languagesWrong');
  const titleWrong = title.trim() === '' ? t('library.titleWrong') : null;

  const save = async () => {
    try {
      await changeRecording(recording.id, { title, date, place, languages: tags });
      onClose();
    } catch (error) {
      setFailure(failureText(error));
    }
  };

  const facts: [string, string][] = [
    [t('library.factFile'), media.path],
    [
      t('library.factSize'),
      t('library.megabytes', { size: number.format(Math.round(media.bytes / 1e5) / 10) }),
    ],
    [t('library.columnDuration'), formatTime(media.durationMs, 'h:mm:ss.mmm')],
    [
      t('library.factCodecs'),
      [media.container, media.videoCodec, media.audioCodec].filter(Boolean).join(' · '),
    ],
    [t('library.factHash'), media.sha256 ?? t('library.hashPending')],
  ];

  return (
    <Dialog
      title={t('library.detailsTitle')}
      onClose={onClose}
      width={560}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={Boolean(titleWrong ?? languagesWrong)}
            onPress={() => void save()}
          >
            {t('library.saveDetails')}
          </Button>
        </>
      }
    >
      <form
        className="details"
        onSubmit={(event) => {
          event.preventDefault();
          if (!titleWrong && !languagesWrong) void save();
        }}
      >
        <TextField
          label={t('library.columnTitle')}
          value={title}
          onChange={setTitle}
          error={titleWrong}
          autoFocus
        />
        <div className="details-pair">
          <DateInput label={t('library.columnDate')} value={date} onChange={setDate} />
          <TextField label={t('library.place')} value={place} onChange={setPlace} />
        </div>
        <TextField
          label={t('library.columnLanguages')}
          hint={t('library.languagesHint', { examples: LANGUAGES.join(', ') })}
          value={languages}
          onChange={setLanguages}
          error={languagesWrong}
        />
        {failure ? (
          <p role="alert" className="field-error">
            {failure}
          </p>
        ) : null}
        <button type="submit" hidden />
      </form>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
