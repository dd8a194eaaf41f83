import { compare, deadlines } from '../deadlines.ts';
import { DomainError } from '../errors.ts';
import type { EventBody } from '../events.ts';
import type { CommandOf } from '../guards.ts';
import type { DeadlineKind, Dossier, Instant } from '../types.ts';

/**
 * Inaction is an event that goes through the rules like any other: a deadline of `deadlines` has come. Refused when it is not due yet, or when what
 * happened since has made it moot.
 */
export function passDeadline(state: Dossier, command: CommandOf<'passDeadline'>, now: Instant): EventBody[] {
  const due = deadlines(state).find(({ kind }) => kind === command.kind);
  if (!due) throw new DomainError('deadline.passed', { kind: command.kind });
  if (compare(now, due.at) < 0) throw new DomainError('deadline.not_due', { kind: command.kind, at: due.at });
  return consequences(state, command.kind);
}

function consequences(state: Dossier, kind: DeadlineKind): EventBody[] {
  switch (kind) {
    case 'draftExpiry':
      return [{ type: 'draftExpired' }];
    case 'draftPurge':
    case 'purge':
      return [{ type: 'dossierPurged' }];
    case 'invitationExpiry':
      return [{ type: 'invitationExpired', invitationId: state.representative?.invitationId ?? '' }];
    case 'withdrawalClose':
      return [closedAfterWithdrawal(state)];
    default:
      return [{ type: 'deadlinePassed', kind }];
  }
}

/**
 * the mediator stayed idle; the reason on file is the one that the party gave. Where nobody ever mediated there is no mediation to attest, and
 * the party has withdrawn.
 */
function closedAfterWithdrawal({ mediation }: Dossier): EventBody {
  const withdrawal = mediation?.withdrawal ?? null;
  return {
    type: 'dossierClosed',
    outcome: mediation?.ledBy.length ? 'mediationFailed' : 'withdrawn',
    role: 'system',
    reason: withdrawal?.reason ?? null,
    justificationId: withdrawal?.justificationId ?? null,
    natureId: null,
  };
}
