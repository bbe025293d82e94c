import { useState } from 'react';
import { formatTime, parseTime } from '../../shared/model/time.ts';
import { ports } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useTranslate } from '../ui/use-translate.ts';

/** Asks for a time and moves the playhead there. */
export function GoToTimeDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const [text, setText] = useState(() => formatTime(ports.playback?.positionMs() ?? 0));
  const [wrong, setWrong] = useState(false);
  const go = () => {
    const ms = parseTime(text);
    if (ms === null) {
      setWrong(true);
      return;
    }
    ports.playback?.seek(Math.min(ms, ports.playback.durationMs()));
    onClose();
  };
  return (
    <Dialog
      title={t('app.goToTime')}
      onClose={onClose}
      width={340}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" onPress={go}>
            {t('app.go')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextField
          label={t('app.goToTimeHint')}
          value={text}
          onChange={(value) => {
            setText(value);
            setWrong(false);
          }}
          error={wrong ? t('app.goToTimeBad') : null}
          onFocus={(event) => event.target.select()}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
