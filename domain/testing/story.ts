import type { Command, CommandBody, CommandType, Thread } from '../dossier/commands.ts';
import { decide } from '../dossier/decide.ts';
import { deadlines } from '../dossier/deadlines.ts';
import { DomainError } from '../dossier/errors.ts';
import type { DomainErrorCode } from '../dossier/errors.ts';
import type { DossierEvent } from '../dossier/events.ts';
import { evolve } from '../dossier/evolve.ts';
import { standardPolicy } from '../dossier/policy.ts';
import type { Policy } from '../dossier/policy.ts';
import { currentVersion, openProposal } from '../dossier/state/proposals.ts';
import { reactions } from '../dossier/reactions.ts';
import type { Actor, ContactWay, DeadlineKind, Dossier, Instant, Side } from '../dossier/types.ts';
import { accountOf, people, type PersonName } from './people.ts';
import { commandOf, nothing, seenOf, type Ids, type Seen, type Thing } from './scenario/command-of.ts';
import * as scenarios from './scenario/scenarios.ts';
import type { Act, ActOf, CommandOf, Step } from './scenario/step.ts';

/**
 * A dossier played by the rules alone: what happened, who was told, and what the time is. Each step takes an hour; a deadline is passed
 * when it is due.
 */
export type Story = {
  readonly state: Dossier;
  readonly now: Instant;
  /** Events of the last command. */
  readonly last: DossierEvent[];
  /** `audience:template` and documents owed by the last command. */
  readonly owed: string[];
  /** What people do, one step after the other. */
  run(steps: readonly Step[]): Story;
  give(by: Actor, command: CommandBody): Story;
  /** Code of the refusal; fails the test when the command is accepted. */
  refusal(by: Actor, command: CommandBody): DomainErrorCode;
  error(by: Actor, command: CommandBody): DomainError;
  /** Moves the clock. */
  at(now: Instant): Story;
  /** Moves the clock to a deadline and lets the system pass it. */
  pass(kind: DeadlineKind): Story;
  when(kind: DeadlineKind): Instant | null;
};

export const start = '2026-03-02T15:00:00.000Z';
const hour = 3_600_000;

type Inner = { state: Dossier | null; now: Instant; last: DossierEvent[]; owed: string[] };

function story(inner: Inner): Story {
  const state = inner.state as Dossier;
  const later = new Date(Date.parse(inner.now) + hour).toISOString();
  const give = (by: Actor, command: CommandBody, now: Instant): Story => {
    const events = decide(inner.state, { ...command, by } as Command, now);
    let next = inner.state;
    const owed: string[] = [];
    for (const event of events) {
      next = evolve(next, event);
      for (const owe of reactions(event, next)) {
        owed.push(owe.kind === 'notify' ? `${owe.audience}:${owe.template}` : owe.key);
      }
    }
    return story({ state: next, now, last: events, owed });
  };
  const error = (by: Actor, command: CommandBody): DomainError => {
    try {
      give(by, command, later);
    } catch (refused) {
      if (refused instanceof DomainError) return refused;
      throw refused;
    }
    throw new Error(`${command.type} by ${by.role} was accepted`);
  };
  const when = (kind: DeadlineKind): Instant | null =>
    deadlines(state).find((deadline) => deadline.kind === kind)?.at ?? null;
  const run = ([step, ...others]: readonly Step[]): Story => {
    if (!step) return story(inner);
    const by = people[step.by];
    const { command } = commandOf(step, seenOf(inner.state, by), idsAfter(inner.state, step));
    const due = command.type === 'passDeadline' ? when(command.kind) : null;
    return give(by, command, due ?? later).run(others);
  };
  return {
    state,
    now: inner.now,
    last: inner.last,
    owed: inner.owed,
    run,
    give: (by, command) => give(by, command, later),
    error,
    refusal: (by, command) => error(by, command).code,
    at: (now) => story({ ...inner, now }),
    pass: (kind) => run([{ by: 'system', act: 'passDeadline', kind }]),
    when,
  };
}

/** Nothing yet. */
export function empty(now: Instant = start): Story {
  return story({ state: null, now, last: [], owed: [] });
}

/** The first proposal is `p1`, its versions `p1v1`, `p1v2`, …; of the other things a step makes the last one of its kind. */
const firstOf: Record<Thing, string> = {
  dossier: 'dossier-1',
  proposal: 'p1',
  content: 'p1v1',
  message: 'm1',
  justification: 'j1',
  nature: 'n1',
  document: 'doc-1',
  invitation: 'invitation-1',
  share: 's1',
};

function idsOf(made: Partial<Record<Thing, string>> = {}): Ids {
  return {
    made: (thing) => made[thing] ?? firstOf[thing],
    account: accountOf,
    merchantId: people.respondent.merchantId,
  };
}

/** The ids of what a step makes next. */
function idsAfter(state: Dossier | null, { act }: Act): Ids {
  const open = state && openProposal(state);
  const proposal = `p${(state?.proposals.length ?? 0) + 1}`;
  const content = act === 'editProposal' && open ? `${open.id}v${open.versions.length + 1}` : `${proposal}v1`;
  return idsOf({ proposal, content });
}

/** The command of an act whose author sees this, and which makes things of these ids. */
function body<A extends CommandType>(
  act: ActOf<A>,
  seen: Partial<Seen> = {},
  made: Partial<Record<Thing, string>> = {},
): CommandOf<A> {
  return commandOf(act, { ...nothing, ...seen }, idsOf(made)).command;
}

/** Commands as tests of the rules give them one by one, each naming what it is told to, stale and unknown things included. */
export const acts = {
  create: (policy: Policy = standardPolicy) => body({ act: 'createDossier', policy }),
  submit: body({ act: 'submitDossier' }),
  invite: body({ act: 'nameRepresentative' }),
  join: body({ act: 'acceptInvitation' }, { invitationId: 'invitation-1' }),
  dismiss: body({ act: 'removeRepresentative' }),
  takeCharge: (replaces: string | null = null) => body({ act: 'takeCharge' }, { handlerId: replaces }),
  giveCharge: (to: PersonName, replaces: string | null = null) =>
    body({ act: 'giveCharge', to }, { handlerId: replaces }),
  refuse: body({ act: 'refuseToNegotiate', reason: 'not_ours' }),
  propose: (proposal: string, answers: string | null) =>
    body(
      { act: 'propose' },
      { proposal: answers === null ? null : { id: answers, version: 1 } },
      { proposal, content: `${proposal}v1` },
    ),
  edit: (id: string, version: number) =>
    body({ act: 'editProposal' }, { proposal: { id, version } }, { content: `${id}v${version + 1}` }),
  accept: (id: string, version = 1, read = true) =>
    body({ act: 'acceptProposal', read }, { proposal: { id, version } }),
  takeBack: (id: string) => body({ act: 'withdrawAcceptance' }, { proposal: { id, version: 1 } }),
  askForRevision: (id: string, version = 1) => body({ act: 'askForRevision' }, { proposal: { id, version } }),
  message: (thread?: Thread) => body({ act: 'postMessage', thread }),
  announce: body({ act: 'postMessage', thread: 'mediationRoom', announcesClosing: true }),
  share: body({ act: 'shareMessages', count: 2 }),
  openCaucus: body({ act: 'openCaucus' }),
  file: (document?: string) => body({ act: 'addDocument' }, {}, { document }),
  unfile: (documentId = 'doc-1') => body({ act: 'withdrawDocument' }, { documentId }),
  close: body({ act: 'closeDossier', reason: 'no_interest' }),
  requestMediation: body({ act: 'requestMediation' }),
  assign: (mediatorId: string = people.mediator.userId, replaces: string | null = null) => ({
    ...body({ act: 'assignMediator', mediator: 'mediator' }, { mediatorId: replaces }),
    mediatorId,
  }),
  declare: body({ act: 'declareNoConflict' }),
  release: (mediatorId = 'mediator-1') => body({ act: 'releaseMediator' }, { mediatorId }),
  recuse: body({ act: 'recuse', reason: 'conflict' }),
  recuseSayingWhy: body({ act: 'recuse', reason: 'conflict', tellParties: true }),
  leave: body({ act: 'withdrawFromMediation', reason: 'no_interest' }),
  report: (newTarget: Instant | null = null) => body({ act: 'reportToOffice', newTarget }),
  fail: body({ act: 'closeMediation', reason: 'irreconcilable' }),
  nudge: (side: Side = 'merchant') => body({ act: 'nudge', side }),
  contact: (side: Side = 'merchant', way: ContactWay = 'reached') => body({ act: 'contactSide', side, way }),
  answer: (report: Instant, answer: CommandOf<'answerReport'>['answer'] = 'seen') =>
    body({ act: 'answerReport', answer }, { report }),
  breakGlass: body({ act: 'breakGlass', reason: 'court' }),
  endBreakGlass: body({ act: 'endBreakGlass' }),
  extend: (until: Instant) => body({ act: 'extendDraft', until }),
  pass: (kind: DeadlineKind) => body({ act: 'passDeadline', kind }),
};

/** A scenario played from its first step on, under these rules. */
function played(scenario: scenarios.Scenario, policy?: Policy, now?: Instant): Story {
  return empty(now).run(scenario.map((step) => (step.act === 'createDossier' ? { ...step, policy } : step)));
}

export const inDraft = (policy?: Policy, now?: Instant): Story => played(scenarios.draft, policy, now);
export const expired = (): Story => played(scenarios.expired);
export const submitted = (policy?: Policy): Story => played(scenarios.submitted, policy);
/** In charge: `people.clerk`. Open: `p1`, the consumer's. */
export const inNegotiation = (policy?: Policy): Story => played(scenarios.inNegotiation, policy);
/** Open: `p2`, the merchant's; `p1` is superseded. */
export const countered = (policy?: Policy): Story => played(scenarios.countered, policy);
export const mediationRequested = (policy?: Policy): Story => played(scenarios.mediationRequested, policy);
/** Named: `people.mediator`, who has not declared; `p2` is frozen. */
export const mediatorNamed = (policy?: Policy): Story => played(scenarios.mediatorNamed, policy);
/** Mediator: `people.mediator`; `p2` is frozen. */
export const inMediation = (policy?: Policy): Story => played(scenarios.inMediation, policy);
/** Open: `p3`, the mediator's. */
export const mediatorProposed = (policy?: Policy): Story => played(scenarios.mediatorProposed, policy);
/** A representative acts for the consumer. */
export const represented = (before: Story = inNegotiation()): Story => before.run(scenarios.representation);
/** The mediator may close. */
export const closingAnnounced = (): Story => played(scenarios.closingAnnounced);
export const agreed = (): Story => played(scenarios.agreed);
export const agreedInMediation = (): Story => played(scenarios.agreedInMediation);
export const failed = (): Story => played(scenarios.failed);
export const closedByConsumer = (): Story => played(scenarios.closedByConsumer);
export const refused = (): Story => played(scenarios.refused);

/** State and version of the proposal on the table, in one line. */
export function onTheTable(at: Story): string {
  const open = openProposal(at.state);
  return open ? `${open.id}@${currentVersion(open).version} by ${open.author}` : 'nothing';
}
