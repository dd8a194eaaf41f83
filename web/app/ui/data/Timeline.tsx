import type { ReactNode } from 'react';

export type TimelineStep = {
  label: ReactNode;
  /** When it was, or by when it is expected. */
  when?: ReactNode;
  state: 'done' | 'current' | 'coming';
};

/**
 * The phases of a dossier (F-002): what has been, where we are, what can come, with the target date of a mediation (F-135, A-24, T-03). Words for
 * the state are read out.
 */
export function Timeline({
  steps,
  label,
  states,
}: {
  steps: TimelineStep[];
  label: string;
  states: Record<TimelineStep['state'], string>;
}) {
  return (
    <ol className="pc-timeline" aria-label={label}>
      {steps.map((step, position) => (
        <li
          key={position}
          className={`pc-phase pc-phase-${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="pc-phase-label">
            {step.label}
            <span className="qc-sr-only"> ({states[step.state]})</span>
          </span>
          {step.when ? <span className="pc-phase-when">{step.when}</span> : null}
        </li>
      ))}
    </ol>
  );
}
