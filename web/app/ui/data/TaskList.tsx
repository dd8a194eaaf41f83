import type { ReactNode } from 'react';
import { Chip } from '../Chip.tsx';

export type Task = {
  label: ReactNode;
  hint?: ReactNode;
  /** Address of the task; a task without one cannot be started yet. */
  to?: string;
  /** « À faire », « Commencé », « Complet ». */
  state: ReactNode;
  /** `done` marks it with a tick, `todo` fills the chip. */
  mark: 'done' | 'todo' | 'started' | 'locked';
};

/** Steps in order, each with its state, in words first. */
export function TaskList({ tasks, label }: { tasks: Task[]; label?: string }) {
  return (
    <ol className="pc-tasks" aria-label={label}>
      {tasks.map((task, position) => (
        <li key={position} className={`pc-task pc-task-${task.mark}`}>
          <span className="pc-task-number" aria-hidden="true">
            {task.mark === 'done' ? '✓' : position + 1}
          </span>
          <span className="pc-task-text">
            {task.to ? (
              <a className="pc-task-link" href={task.to}>
                {task.label}
              </a>
            ) : (
              <span>{task.label}</span>
            )}
            {task.hint ? <span className="pc-task-hint">{task.hint}</span> : null}
          </span>
          <Chip filled={task.mark === 'todo'}>{task.state}</Chip>
        </li>
      ))}
    </ol>
  );
}
