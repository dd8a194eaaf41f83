import type { Command } from '../dossier/commands.ts';
import { deadlines } from '../dossier/deadlines.ts';
import { decide } from '../dossier/decide.ts';
import { DomainError } from '../dossier/errors.ts';
import { evolve } from '../dossier/evolve.ts';
import { followsAnother } from '../access/index.ts';
import { hasAccepted, openProposal } from '../dossier/state/proposals.ts';
import type { Actor, Dossier, Instant, Status } from '../dossier/types.ts';
import { accountOf, people } from './people.ts';
import { commandOf, seenOf, type Ids } from './scenario/command-of.ts';
import type { Act } from './scenario/step.ts';

/** One kind of step found by the walk: who did what, and between which statuses. */
export type WalkedStep = { from: Status | 'none'; to: string; command: string; events: string[] };

export type Walk = {
  /** Abstract states met: what the rules look at, without ids, dates and counts. */
  states: number;
  steps: WalkedStep[];
};

const start: Instant = '2026-03-02T15:00:00.000Z';

/** One for each place that the rules tell apart, and a second mediator. */
const { consumer, friend, clerk, respondent, mediator, otherMediator, officer, system } = people;
const everyone: Actor[] = [consumer, friend, clerk, respondent, mediator, otherMediator, officer, system];

/**
 * Every state that a dossier can reach, up to what makes no difference to the rules, by trying every command of everyone in each of them.
 * Two dossiers with the same abstraction are one state: proposals count by how many
 * sides have made one, a document by whether it was withdrawn.
 */
export function walk(): Walk {
  const seen = new Set<string>();
  const steps = new Map<string, WalkedStep>();
  const queue: { state: Dossier | null; now: Instant }[] = [{ state: null, now: start }];
  for (let at = queue.shift(); at; at = queue.shift()) {
    for (const { command, now } of candidates(at.state, at.now)) {
      const reached = step(at.state, command, now);
      if (!reached) continue;
      const { state, events } = reached;
      const from = at.state?.status ?? 'none';
      const to = state.status === 'closed' ? `closed (${state.closing.outcome})` : state.status;
      const name = command.type === 'passDeadline' ? `passDeadline ${command.kind.split(':')[0]}` : command.type;
      steps.set(`${from} ${to} ${name} ${events.join()}`, { from, to, command: name, events });
      const key = abstraction(state);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ state, now });
    }
  }
  return { states: seen.size, steps: [...steps.values()] };
}

function step(state: Dossier | null, command: Command, now: Instant): { state: Dossier; events: string[] } | null {
  try {
    const events = decide(state, command, now);
    const next = events.reduce<Dossier | null>(evolve, state);
    return next && { state: next, events: events.map(({ type }) => type) };
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Everything that everyone may try here, and the first deadline of each kind. */
function candidates(state: Dossier | null, now: Instant): { command: Command; now: Instant }[] {
  const soon = new Date(Date.parse(now) + 60_000).toISOString();
  const tried = everyone.flatMap((by) =>
    acts(state, soon).map((act) => ({ command: attempt(act, state, by), now: soon })),
  );
  const due = (state ? deadlines(state) : []).map(({ kind, at }) => ({
    command: attempt({ act: 'passDeadline', kind }, state, system),
    now: at > now ? at : now,
  }));
  return [...tried, ...due];
}

/** A command as well formed as it can be here, whoever gives it. There is one document and one invitation, which each may name. */
function attempt(act: Act, state: Dossier | null, by: Actor): Command {
  const seen = { ...seenOf(state, by), documentId: 'document', invitationId: 'invitation' };
  const ids: Ids = {
    // Each proposal is another; of everything else one tells as much as many.
    made: (thing) => (thing === 'proposal' ? `id-${state?.seq ?? 0}` : thing),
    account: accountOf,
    merchantId: clerk.merchantId,
  };
  return { ...commandOf(act, seen, ids).command, by } as Command;
}

function acts(state: Dossier | null, now: Instant): Act[] {
  const muchLater = Date.parse(state?.draftExpiresAt ?? now) + 40 * 86_400_000;
  return [
    { act: 'createDossier' },
    { act: 'submitDossier' },
    { act: 'extendDraft', until: new Date(muchLater).toISOString() },
    { act: 'nameRepresentative' },
    { act: 'acceptInvitation' },
    { act: 'removeRepresentative' },
    { act: 'takeCharge' },
    { act: 'giveCharge', to: 'clerk' },
    { act: 'refuseToNegotiate' },
    { act: 'propose' },
    { act: 'editProposal' },
    { act: 'acceptProposal' },
    { act: 'withdrawAcceptance' },
    { act: 'askForRevision' },
    { act: 'postMessage', thread: 'negotiation' },
    { act: 'postMessage', thread: 'mediationRoom' },
    { act: 'postMessage', thread: 'mediationRoom', announcesClosing: true },
    { act: 'shareMessages' },
    { act: 'openCaucus' },
    { act: 'addDocument' },
    { act: 'withdrawDocument' },
    { act: 'closeDossier' },
    { act: 'requestMediation' },
    { act: 'assignMediator', mediator: 'mediator' },
    { act: 'assignMediator', mediator: 'otherMediator' },
    { act: 'declareNoConflict' },
    { act: 'recuse' },
    { act: 'releaseMediator' },
    { act: 'withdrawFromMediation' },
    { act: 'reportToOffice' },
    { act: 'closeMediation' },
    { act: 'nudge', side: 'merchant' },
    { act: 'contactSide', side: 'merchant', way: 'reached' },
    { act: 'answerReport', answer: 'seen' },
    { act: 'breakGlass' },
    { act: 'endBreakGlass' },
  ];
}

/** What the rules look at. Moments already passed are counted by kind of ladder only where they change what may follow. */
function abstraction(state: Dossier): string {
  const open = openProposal(state);
  const { mediation, closing } = state;
  return JSON.stringify([
    state.status,
    state.representative?.status ?? null,
    state.handlerId,
    state.documents.map(({ withdrawnAt }) => withdrawnAt !== null),
    new Set(state.proposals.map(({ author }) => author)).size,
    open && [open.author, hasAccepted(open, 'consumer'), hasAccepted(open, 'merchant'), open.revisionsAsked.length > 0],
    mediation && [
      mediation.mediatorId,
      mediation.declaredAt !== null,
      mediation.ledBy.length > 0,
      followsAnother(mediation),
      mediation.openedCaucuses.length > 0,
      mediation.withdrawal?.side ?? null,
      mediation.closingAnnouncedAt !== null,
      [...mediation.recused].sort(),
    ],
    closing?.outcome ?? null,
    state.passed.includes('messagesClose'),
    // What the mediator told the Office changes nothing but that it may be answered: seen where little else has happened, it is seen.
    state.status === 'mediation' &&
      state.mediation.openReports.length > 0 &&
      !open &&
      state.documents.length === 0 &&
      state.representative === null &&
      state.mediation.withdrawal === null &&
      state.mediation.lastWordAt === null,
    // An officer who reads changes nothing of what may follow but that they may end it: seen in one status, it is seen.
    state.status === 'submitted' && state.contentReaders.length > 0,
  ]);
}
