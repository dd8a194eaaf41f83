import { DomainError } from '../../errors.ts';
import type { EventBody } from '../../events.ts';
import { requireMediation } from '../../guards.ts';
import type { CommandOf } from '../../guards.ts';
import type { Dossier, ReportAnswer, Side } from '../../types.ts';

/** F-136: requests of the mediator to reach this side, which the Office has now done; no other side's, and no report of another kind. */
export function requestsAnswered(state: Dossier, { side, answer }: { side: Side; answer: ReportAnswer }): EventBody[] {
  const asked = (state.mediation?.openReports ?? []).filter((each) => each.kind === 'nudge' && each.side === side);
  if (asked.length === 0) return [];
  return [{ type: 'reportAnswered', reports: asked.map(({ at }) => at), kind: 'nudge', side, answer }];
}

/**
 * F-130, F-136: one report, and no other, is answered. A request to reach a side is not answered by having been read: the Office reaches the side, says that
 * it cannot, or that nothing more is to be done.
 */
export function answerReport(state: Dossier, { report, answer }: CommandOf<'answerReport'>): EventBody[] {
  const open = requireMediation(state).openReports.find(({ at }) => at === report);
  if (!open) throw new DomainError('mediation.report_answered');
  if ((open.kind === 'nudge') === (answer === 'seen')) throw new DomainError('value.invalid');
  return [{ type: 'reportAnswered', reports: [report], kind: open.kind, side: open.side, answer }];
}
