import { AppError } from '#contracts/errors.ts';
import { wholeDays } from '#domain/calendar/durations.ts';
import { actionFor, type ActionView } from '#domain/dossier/index.ts';
import { execute, type CommandEngine } from '../open-dossier/execute.ts';
import { otherParty, type Named } from '../open-dossier/party-names.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';
import { mediationConditions, type MediationConditions } from '../shell/turn-panel.ts';

export type MediationFacts = {
  other: Named;
  /** Why mediation cannot be asked for now; null when it can. */
  refusal: ActionView['why'];
  /** It can be, now or once a condition is met: what then follows is worth reading. */
  canCome: boolean;
  conditions: MediationConditions;
  /** Days from the assignment of the mediator to the target date (F-135). */
  targetDays: number;
};

/** What a party reads before asking for mediation (F-105, A-01, A-10). @throws AppError `actor.not_a_party`. */
export function mediationForm(_deps: unknown, opened: OpenDossier): MediationFacts {
  const { state, actor, now } = opened;
  if (opened.side === null) throw new AppError('actor.not_a_party');
  const { why: refusal } = actionFor(state, { actor, now }, 'requestMediation');
  return {
    other: otherParty(opened),
    refusal,
    canCome: refusal === null || refusal === 'mediation.too_soon' || refusal === 'dossier.not_in_negotiation',
    conditions: mediationConditions(opened),
    targetDays: wholeDays(state.policy.mediationTarget),
  };
}

export function requestMediation(deps: { engine: CommandEngine }, opened: OpenDossier, key: string) {
  return execute(deps, opened, { key, command: { type: 'requestMediation' } });
}
