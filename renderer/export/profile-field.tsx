import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { ExportProfile } from '../../shared/formats/profile-file.ts';
import { changeSettings } from '../actions/settings.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { tell, tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import {
  type ExportChoice,
  isFreeName,
  isSameWay,
  type Profiles,
  profileNamed,
  renameProfile,
  withForeignProfile,
  withoutProfile,
  withProfile,
} from './profiles.ts';

interface ProfileFieldProps {
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
}

const keep = (exportProfiles: Profiles) => changeSettings({ exportProfiles: [...exportProfiles] });

/** Which profile the choice began from, and what can be done with profiles. */
export function ProfileField({ choice, onChange }: ProfileFieldProps) {
  const t = useTranslate();
  const profiles = useSession((state) => state.settings.exportProfiles);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const current = profileNamed(profiles, choice.profile);
  const changed = current !== null && !isSameWay(current, choice);

  const use = ({ name, format, options }: ExportProfile) => onChange({ profile: name, format, options });
  const name = (given: string) => {
    setNaming(null);
    const next =
      naming === 'rename' && current
        ? renameProfile(profiles, current.name, given)
        : withProfile(profiles, named(choice, given));
    onChange({ ...choice, profile: given });
    return keep(next);
  };
  const remove = async (profile: ExportProfile) => {
    onChange({ ...choice, profile: null });
    await keep(withoutProfile(profiles, profile.name));
    tell(t('export.profile.removed', { name: profile.name }), {
      label: t('app.undo'),
      run: () =>
        void keep(withProfile(useSession.getState().settings.exportProfiles, profile)).catch(tellFailure),
    });
  };
  const share = async (profile: ExportProfile) => {
    const written = await call('profile.share', profile);
    if (!written) return;
    tell(t('export.profile.shared', { path: written.path }), {
      label: t('export.show'),
      run: () => void call('export.show', { path: written.path }).catch(tellFailure),
    });
  };
  const add = async () => {
    const profile = await call('profile.add');
    if (!profile) return;
    const added = withForeignProfile(profiles, profile);
    await keep(added.profiles);
    use({ ...profile, name: added.name });
  };

  const row = (id: string, label: string, run: () => unknown, disabled = false): MenuRow => ({
    kind: 'action',
    id,
    label,
    disabled,
    run: () => void Promise.resolve().then(run).catch(tellFailure),
  });
  const rows: readonly MenuRow[] = [
    ...(current && changed
      ? [
          row('save', t('export.profile.save', { name: current.name }), () =>
            keep(withProfile(profiles, named(choice, current.name))),
          ),
          row('reset', t('export.profile.reset', { name: current.name }), () => use(current)),
        ]
      : []),
    row('saveAs', t('export.profile.saveAs'), () => setNaming('new')),
    ...(current
      ? [
          row('rename', t('export.profile.rename', { name: current.name }), () => setNaming('rename')),
          row('remove', t('export.profile.remove', { name: current.name }), () => remove(current)),
          { kind: 'separator', id: 'line' } as const,
          row('share', t('export.profile.share', { name: current.name }), () => share(current)),
        ]
      : []),
    row('add', t('export.profile.add'), add),
  ];

  return (
    <div className="export-profile">
      <div className="export-profile-line">
        <Select
          label={t('export.profile.label')}
          value={keyOf(choice.profile)}
          choices={[
            { value: keyOf(null), label: t('export.profile.none') },
            ...profiles.map((profile) => ({ value: keyOf(profile.name), label: profile.name })),
          ]}
          onChange={(key) => {
            const chosen = profiles.find((profile) => keyOf(profile.name) === key);
            if (chosen) use(chosen);
            else onChange({ ...choice, profile: null });
          }}
        />
        <MenuButton label={t('export.profile.menu')} rows={rows}>
          <IconButton icon={Ellipsis} label={t('export.profile.menu')} />
        </MenuButton>
      </div>
      {changed ? <p className="field-hint">{t('export.profile.changed')}</p> : null}
      {naming ? (
        <NameForm
          first={naming === 'rename' ? (current?.name ?? '') : ''}
          profiles={naming === 'rename' && current ? withoutProfile(profiles, current.name) : profiles}
          onDone={(given) => void name(given).catch(tellFailure)}
          onCancel={() => setNaming(null)}
        />
      ) : null}
    </div>
  );
}

const named = ({ format, options }: ExportChoice, name: string): ExportProfile => ({ name, format, options });

/** A profile may be called anything, so none of their keys is that of having none. */
const keyOf = (name: string | null) => (name === null ? 'none' : `profile ${name}`);

interface NameFormProps {
  first: string;
  /** Those whose names are taken. */
  profiles: Profiles;
  onDone: (name: string) => void;
  onCancel: () => void;
}

function NameForm({ first, profiles, onDone, onCancel }: NameFormProps) {
  const t = useTranslate();
  const [name, setName] = useState(first);
  const free = isFreeName(profiles, name);
  return (
    <form
      className="export-profile-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (free) onDone(name.trim());
      }}
    >
      <TextField
        label={t('export.profile.name')}
        value={name}
        onChange={setName}
        maxLength={100}
        error={free || name.trim() === '' ? null : t('export.profile.taken')}
        onFocus={(event) => event.target.select()}
        autoFocus
      />
      <div className="export-profile-buttons">
        <Button onPress={onCancel}>{t('app.cancel')}</Button>
        <Button type="submit" isDisabled={!free}>
          {t('export.profile.keep')}
        </Button>
      </div>
    </form>
  );
}
