import { LockKeyhole, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { AnnotationKind } from '../../shared/model/annotation.ts';
import { type AnnotationKindId, newId } from '../../shared/model/ids.ts';
import { LANGUAGES, localText } from '../../shared/model/language.ts';
import { putAnnotationKinds } from '../actions/annotations.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, TextField } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { failureText, tell, tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { NoteColours } from './note-colours.tsx';
import './annotations.css';

/** The vocabulary of the library: a list on the left, the kind that is chosen on the right. */
export function KindsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { language } = useFormats();
  const kinds = useSession((state) => state.annotationKinds);
  const offered = [...kinds.values()].filter((kind) => !kind.removed);
  const [chosenId, setChosenId] = useState<AnnotationKindId | null>(offered[0]?.id ?? null);
  const [error, setError] = useState<string | null>(null);
  const chosen = offered.find(({ id }) => id === chosenId) ?? null;

  const put = (changed: readonly AnnotationKind[]) => {
    setError(null);
    return putAnnotationKinds(changed).catch((failure: unknown) => setError(failureText(failure)));
  };
  const add = () => {
    const kind: AnnotationKind = {
      id: newId<AnnotationKindId>(),
      name: { [language]: t('annotations.kinds.newName') },
      colour: offered.length % 8,
      withheld: false,
      removed: false,
    };
    setChosenId(kind.id);
    return put([kind]);
  };
  const remove = async (kind: AnnotationKind) => {
    await put([{ ...kind, removed: true }]);
    setChosenId(offered.find(({ id }) => id !== kind.id)?.id ?? null);
    tell(t('annotations.kinds.removed', { name: localText(kind.name, language) }), {
      label: t('app.undo'),
      run: () => void putAnnotationKinds([kind]).catch(tellFailure),
    });
  };
  const share = async () => {
    const written = await call('annotationKinds.share');
    if (!written) return;
    tell(t('export.written', { path: written.path }), {
      label: t('export.show'),
      run: () => void call('export.show', { path: written.path }).catch(tellFailure),
    });
  };
  const read = async () => {
    const found = await call('annotationKinds.read');
    if (!found) return;
    await put(found);
    tell(t('annotations.kinds.added', { count: found.length }));
  };

  return (
    <Dialog
      title={t('annotations.kinds.title')}
      width={680}
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => void read().catch(tellFailure)}>{t('annotations.kinds.read')}</Button>
          <Button onPress={() => void share().catch(tellFailure)}>{t('annotations.kinds.share')}</Button>
          <span className="dialog-space" />
          <Button look="primary" onPress={onClose}>
            {t('settings.done')}
          </Button>
        </>
      }
    >
      <div className="kinds">
        <div className="kinds-side">
          <ul className="kinds-list" aria-label={t('annotations.kinds.title')}>
            {offered.map((kind) => (
              <li key={kind.id}>
                <button
                  type="button"
                  className="kinds-row"
                  aria-pressed={kind.id === chosenId}
                  onClick={() => setChosenId(kind.id)}
                >
                  <span className="note-mark" data-note={kind.colour} aria-hidden />
                  <span className="kinds-name">{localText(kind.name, language)}</span>
                  {kind.withheld ? (
                    <LockKeyhole size={13} aria-label={t('annotations.withheldBadge')} />
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
          <Button onPress={() => void add()}>{t('annotations.kinds.add')}</Button>
        </div>
        {chosen ? (
          <KindForm
            key={chosen.id}
            kind={chosen}
            onPut={(kind) => void put([kind])}
            onRemove={() => void remove(chosen)}
            isLast={offered.length === 1}
          />
        ) : null}
      </div>
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : null}
    </Dialog>
  );
}

interface KindFormProps {
  readonly kind: AnnotationKind;
  readonly onPut: (kind: AnnotationKind) => void;
  readonly onRemove: () => void;
  readonly isLast: boolean;
}

/** What is changed here takes effect at once; a name when the field is left. */
function KindForm({ kind, onPut, onRemove, isLast }: KindFormProps) {
  const t = useTranslate();
  const [name, setName] = useState(kind.name);
  const keepName = () => {
    const given = Object.fromEntries(
      LANGUAGES.flatMap((each) => (name[each]?.trim() ? [[each, name[each]?.trim()]] : [])),
    );
    if (Object.keys(given).length > 0) onPut({ ...kind, name: given });
    else setName(kind.name);
  };
  return (
    <div className="kinds-form">
      {LANGUAGES.map((each) => (
        <TextField
          key={each}
          label={t('annotations.kinds.nameIn', { language: t(LANGUAGE_LABELS[each]) })}
          value={name[each] ?? ''}
          onChange={(value) => setName({ ...name, [each]: value })}
          onBlur={keepName}
          maxLength={100}
        />
      ))}
      <NoteColours
        value={kind.colour}
        onChange={(colour) => colour !== null && onPut({ ...kind, name, colour })}
      />
      <Checkbox
        label={t('annotations.kinds.withheld')}
        checked={kind.withheld}
        onChange={(withheld) => onPut({ ...kind, name, withheld })}
      />
      <p className="field-hint">{t('annotations.kinds.withheldHint')}</p>
      <div>
        <IconButton
          icon={Trash2}
          label={t('annotations.kinds.remove')}
          onPress={onRemove}
          isDisabled={isLast}
        />
      </div>
    </div>
  );
}
