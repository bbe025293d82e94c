import { TriangleAlert, X } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { dismissImport } from '../actions/import-recordings.ts';
import { type ImportTask, useSession } from '../session.ts';
import { IconButton } from '../ui/button.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** The files on their way in: how far each is, or why it could not be taken. */
export function ImportList() {
  const t = useTranslate();
  const imports = useSession((state) => state.imports);
  return (
    <ul className="imports" aria-label={t('library.imports')}>
      {imports.map((task) => (
        <ImportRow key={task.grant} task={task} />
      ))}
    </ul>
  );
}

function ImportRow({ task }: { task: ImportTask }) {
  const t = useTranslate();
  const { percent } = useFormats();
  const state = task.fraction === null ? t('library.waiting') : percent.format(task.fraction);
  return (
    <li className={task.failure ? 'import import-failed' : 'import'}>
      {task.failure ? (
        <p role="alert">
          <TriangleAlert size={16} aria-hidden />
          {failureText(task.failure)}
        </p>
      ) : (
        <ProgressBar
          className="import-progress"
          aria-label={task.name}
          value={(task.fraction ?? 0) * 100}
          valueLabel={state}
        >
          <span className="import-name">{task.name}</span>
          <span className="time">{state}</span>
          <span className="import-track">
            <span style={{ width: `${(task.fraction ?? 0) * 100}%` }} />
          </span>
        </ProgressBar>
      )}
      <IconButton
        icon={X}
        label={task.failure ? t('app.dismiss') : t('library.stopImport')}
        onPress={() => dismissImport(task.grant)}
      />
    </li>
  );
}
