import { useState } from 'react';
import { keptParts } from '../../shared/formats/kept-parts.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { Withheld } from '../ui/withheld.tsx';
import { ChoiceFields, WRITABLE } from './choice-fields.tsx';
import { firstChoice } from './export-choices.ts';
import type { ExportChoice } from './profiles.ts';
import { usePreview } from './use-preview.ts';
import { writeExport } from './write-export.ts';
import './export.css';

/** Format and options on the left, how the file begins on the right, and what it keeps under that. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { language } = useFormats();
  const transcript = useSession((state) => state.opened?.transcript ?? null);
  const settings = useSession((state) => state.settings);
  const [choice, setChoice] = useState(() => {
    const first = firstChoice(settings, WRITABLE, transcript?.language ?? language, language);
    const tracks = transcript?.kind === 'translation' ? transcript.language : 'original';
    return { ...first, options: { ...first.options, tracks } };
  });
  const [writing, setWriting] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [includeWithheld, setIncludeWithheld] = useState(false);
  const preview = usePreview(transcript?.id ?? null, choice.format, choice.options, includeWithheld);

  const write = async () => {
    if (!transcript) return;
    setWriting(true);
    setError(null);
    const outcome = await writeExport(transcript.id, choice, includeWithheld);
    setWriting(false);
    if (outcome.kind === 'written') onClose();
    if (outcome.kind === 'failed') setError(outcome.text);
  };

  return (
    <Dialog
      title={t('export.title')}
      width={1080}
      onClose={onClose}
      footer={
        <>
          {error ? (
            <p className="field-error export-error" role="alert">
              {error}
            </p>
          ) : null}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={writing || !transcript} onPress={() => void write()}>
            {writing ? t('export.writing') : t('export.write')}
          </Button>
        </>
      }
    >
      <div className="export">
        <ChoiceFields choice={choice} onChange={setChoice} />
        <section className="export-preview" aria-label={t('export.preview')} aria-busy={preview.busy}>
          <h3 className="field-label">{t('export.preview')}</h3>
          {preview.failure ? (
            <div className="export-failure" role="alert">
              <p>{failureText(preview.failure)}</p>
              <Button onPress={preview.retry}>{t('export.retry')}</Button>
            </div>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the preview scrolls, and must do so by keyboard
            <pre className="export-text" tabIndex={0}>
              {preview.shown?.text}
              {preview.shown?.truncated ? <span className="export-cut">{t('export.previewCut')}</span> : null}
            </pre>
          )}
          <Withheld
            count={preview.shown?.withheld ?? 0}
            included={includeWithheld}
            onChange={setIncludeWithheld}
          />
          <Kept {...choice} />
        </section>
      </div>
    </Dialog>
  );
}

/** What the file will hold and what it will not. */
function Kept({ format, options }: ExportChoice) {
  const t = useTranslate();
  const { kept, dropped } = keptParts(formatById(format), options);
  const named = (parts: typeof kept) => parts.map((part) => t(`export.keep.${part}`)).join(' · ');
  return (
    <div className="export-kept" aria-live="polite">
      {kept.length > 0 ? <p>{t('export.keeps', { list: named(kept) })}</p> : null}
      <p>{dropped.length > 0 ? t('export.drops', { list: named(dropped) }) : t('export.dropsNothing')}</p>
    </div>
  );
}
