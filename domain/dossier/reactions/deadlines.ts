import { compare, deadlines } from '../deadlines.ts';
import type { DossierEvent } from '../events.ts';
import { awaitedSides, someSideIsSilent } from '../state/silent-sides.ts';
import type { DeadlineKind, Dossier } from '../types.ts';
import { sideAudience, toBothSides, toMediator } from './audiences.ts';
import type { Note } from './audiences.ts';

/** Reminders and alerts. A step that comes so late that the next one is due too sends nothing: one mail, not several. */
export function deadlinePassed(event: Extract<DossierEvent, { type: 'deadlinePassed' }>, state: Dossier): Note[] {
  const [ladder, step] = event.kind.split(':');
  const overtaken =
    step !== undefined &&
    deadlines(state).some(
      ({ kind, at }) =>
        (isLaterStep(kind, ladder, Number(step)) || kind === 'draftExpiry') && compare(at, event.at) <= 0,
    );
  if (overtaken) return [];
  switch (ladder) {
    case 'draftReminder':
      return [['consumerSide', 'draft-reminder']];
    case 'takeChargeReminder':
      return [['respondent', 'take-charge-reminder']];
    case 'takeChargeAlert':
      return [
        ['office', 'merchant-silent-alert'],
        ['consumerSide', 'merchant-silent'],
      ];
    case 'mediationAvailable':
      return toBothSides('mediation-available');
    case 'turnReminder': {
      const last = Number(step) === state.policy.turnReminders.length;
      return awaitedSides(state).map((side) => [sideAudience(side), last ? 'turn-reminder-last' : 'turn-reminder']);
    }
    case 'turnAlert':
      return someSideIsSilent(state) ? [['office', 'turn-alert']] : [];
    case 'mediatorReminder':
      return toMediator(state, 'mediator-reminder');
    case 'mediatorAlert':
      return [['office', 'mediator-alert']];
    case 'mediationWarning':
      return toMediator(state, 'mediation-target-near');
    case 'mediationTarget':
      return [...toMediator(state, 'mediation-target-passed'), ['office', 'mediation-target-alert']];
    case 'messagesClose':
      return toBothSides('messages-closed');
    default:
      return [];
  }
}

function isLaterStep(kind: DeadlineKind, ladder: string | undefined, step: number): boolean {
  const [name, number] = kind.split(':');
  return name === ladder && Number(number) > step;
}
