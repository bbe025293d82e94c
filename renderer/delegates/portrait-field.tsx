import { useState } from 'react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import type { PortraitId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { call } from '../api/client.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { readPortrait } from './read-portrait.ts';

interface PortraitFieldProps {
  speaker: Speaker;
  onChange: (portrait: PortraitId | undefined) => void;
}

/** The portrait, to be chosen, dropped or removed. */
export function PortraitField({ speaker, onChange }: PortraitFieldProps) {
  const t = useTranslate();
  const [wrong, setWrong] = useState(false);
  const keep = async (file: Blob | null | undefined) => {
    if (!file) return;
    try {
      onChange(await call('portraits.keep', { bytes: await readPortrait(file) }));
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <DropZone
      className="portrait-field"
      aria-label={t('delegates.field.portrait')}
      onDrop={async ({ items }) => {
        const file = items.find((item) => item.kind === 'file');
        await keep(file?.kind === 'file' ? await file.getFile() : null);
      }}
    >
      <Avatar speaker={speaker} size={72} />
      <div className="portrait-buttons">
        <FileTrigger
          acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp']}
          onSelect={(files) => void keep(files?.[0])}
        >
          <Button>{t('delegates.portraitChoose')}</Button>
        </FileTrigger>
        {speaker.portrait ? (
          <Button look="quiet" onPress={() => onChange(undefined)}>
            {t('delegates.portraitRemove')}
          </Button>
        ) : null}
        {wrong ? (
          <p className="field-error" role="alert">
            {t('delegates.portraitWrong')}
          </p>
        ) : (
          <Text slot="label" className="field-hint">
            {t('delegates.portraitHint')}
          </Text>
        )}
      </div>
    </DropZone>
  );
}
