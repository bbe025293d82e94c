import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { Button } from './button.tsx';
import type { Task } from './use-task.ts';
import { useFormats, useTranslate } from './use-translate.ts';
import './task-footer.css';

interface TaskFooterProps {
  task: Task;
  /** What is being done, while it is. */
  label: string;
  /** The buttons, while nothing is. */
  children: ReactNode;
}

/** The foot of a dialog: its buttons; in their place, while it works, how far the work is and a way to stop it. */
export function TaskFooter({ task, label, children }: TaskFooterProps) {
  const t = useTranslate();
  const { percent } = useFormats();
  if (task.fraction !== null)
    return (
      <>
        <ProgressBar
          className="task-progress"
          aria-label={label}
          value={task.fraction * 100}
          valueLabel={percent.format(task.fraction)}
        >
          {({ percentage, valueText }) => (
            <>
              <span>{label}</span>
              <span className="task-track">
                <span style={{ width: `${percentage ?? 0}%` }} />
              </span>
              <span className="time">{valueText}</span>
            </>
          )}
        </ProgressBar>
        <Button onPress={task.stop}>{t('bundle.stop')}</Button>
      </>
    );
  return (
    <>
      {task.failure ? (
        <p className="field-error task-failure" role="alert">
          {task.failure}
        </p>
      ) : null}
      {children}
    </>
  );
}
