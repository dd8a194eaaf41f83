import fc from 'fast-check';
import { actionFor, actions } from './actions/actions.ts';
import { decide } from './decide.ts';
import { deadlines } from './deadlines.ts';
import type { DossierEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { allowedRoles } from './guards.ts';
import { expectedAt } from '../testing/expected-deadlines.ts';
import { intents } from '../testing/random/intents.ts';
import { people } from '../testing/people.ts';
import { assertQuickly, holds, must, numRuns, play } from '../testing/random/sequences.ts';
import { acts, start } from '../testing/story.ts';
import { isRepresented } from './state/parties.ts';
import { accessOf, resources } from '../access/index.ts';
import { currentVersion, hasAccepted, openProposal, sidesAskingRevision } from './state/proposals.ts';
import { reactions } from './reactions.ts';
import { turn } from './turn.ts';
import type { Dossier, Status } from './types.ts';
import { upgradeState } from './state/upgrade.ts';

/** Where a status may lead, in one command. */
const legal: Record<Status, Status[]> = {
  draft: ['draft', 'submitted', 'expired'],
  expired: ['expired', 'draft', 'purged'],
  submitted: ['submitted', 'negotiation', 'closed'],
  negotiation: ['negotiation', 'mediationRequested', 'closed'],
  mediationRequested: ['mediationRequested', 'mediation', 'closed'],
  mediation: ['mediation', 'closed'],
  closed: ['closed', 'purged'],
  purged: [],
};

describe(`the rules hold over ${numRuns} sequences of commands`, () => {
  test('F-002 a dossier only ever takes the legal ways, and its parts agree with its status', () => {
    holds(({ before, events, after }) => {
      if (!events || !after) return;
      if (before) must(legal[before.status].includes(after.status), `${before.status} → ${after.status}`);
      must(after.seq === (before?.seq ?? 0) + events.length, 'seq counts events');
      must(after.proposals.filter(({ state }) => state === 'open').length <= 1, 'one open proposal at most');
      const early = after.status === 'draft' || after.status === 'expired';
      must(early === (after.submittedAt === null) || after.closing?.outcome === 'draftExpired', 'submitted');
      const charged = ['negotiation', 'mediationRequested', 'mediation'].includes(after.status);
      if (charged) must(after.handlerId !== null && after.firstTakenChargeAt !== null, 'someone is in charge');
      if (early || after.status === 'submitted') must(after.handlerId === null, 'nobody in charge yet');
      if (after.status === 'negotiation')
        must(
          after.proposals.some(({ state }) => state === 'open'),
          'a proposal is open',
        );
      if (after.status === 'mediation') must(after.mediation?.target != null, 'a mediation has a target');
      must(
        (after.status === 'closed') === (after.closing !== null) || after.status === 'purged',
        'closed with its closing',
      );
      if (after.closing)
        must(
          after.proposals.every(({ state }) => state !== 'open'),
          'nothing is open after closing',
        );
    });
  });

  test('B-01 a command is accepted exactly when actions offers it', () => {
    holds(({ before, command, now, events }, intent) => {
      if (!intent || command.type === 'passDeadline') return;
      const asked = command.type === 'postMessage' ? command : command.type;
      const offered = actionFor(before, { actor: command.by, now }, asked);
      if (events) must(offered.allowed, `${command.type} accepted though ${offered.why}`);
      // Two commands name something of the person's own choosing, which may be wrong even when the act is offered.
      const chosen =
        command.type === 'withdrawDocument' || command.type === 'assignMediator' || command.type === 'shareMessages';
      if (intent.twist === 0 && !chosen)
        must(offered.allowed === (events !== null), `${command.type} refused though offered`);
      must(offered.allowed === (offered.why === null), 'a refusal has its reason');
    });
  });

  test('F-099 F-117 A-11 no agreement without both sides on one and the last version', () => {
    holds(({ after }) => {
      const agreement = after?.closing?.agreement;
      must((after?.closing?.outcome === 'agreement') === Boolean(agreement), 'an agreement names its proposal');
      if (!after || !agreement) return;
      const proposal = after.proposals.find(({ id }) => id === agreement.proposalId);
      must(proposal?.state === 'accepted', 'the proposal was accepted');
      if (!proposal) return;
      must(currentVersion(proposal).version === agreement.version, 'the last version');
      const yes = new Set(
        proposal.acceptances.filter(({ version }) => version === agreement.version).map(({ side }) => side),
      );
      if (proposal.author !== 'mediator') yes.add(proposal.author);
      must(yes.has('consumer') && yes.has('merchant'), 'both sides said yes');
    });
  });

  test('F-111 in mediation only the mediator proposes', () => {
    holds(({ before, events }) => {
      for (const event of events ?? []) {
        if (event.type !== 'proposalMade' && event.type !== 'proposalEdited') continue;
        must(
          (before?.status === 'mediation') === (event.author === 'mediator'),
          `${event.author} in ${before?.status}`,
        );
        must((event.by.role === 'mediator') === (event.author === 'mediator'), 'written by its author');
      }
    });
  });

  test('F-071 F-072 F-073 a represented consumer only adds documents and takes the mandate back', () => {
    holds(({ before, command, events }) => {
      if (!before || !isRepresented(before) || command.by.role !== 'consumer') return;
      for (const { type } of events ?? []) must(['documentAdded', 'representativeRemoved'].includes(type), type);
    });
  });

  test('F-102 F-103 A-25 after closing nothing happens but what the rules allow; after the purge nothing at all', () => {
    holds(({ before, events, now, after }) => {
      if (before?.status === 'purged') must(events === null, 'purged');
      if (before?.status !== 'closed') return;
      // What was agreed, how it ended and until when is never touched again.
      const kept = (state: Dossier | null) =>
        JSON.stringify(state?.status === 'closed' && [state.proposals, state.closing, state.messagesOpenUntil]);
      if (after?.status === 'closed') must(kept(before) === kept(after), 'what is closed stays as it is');
      for (const event of events ?? []) {
        const message = event.type === 'messagePosted' && event.thread === 'negotiation';
        const inTime = before.closing?.outcome === 'agreement' && now <= (before.messagesOpenUntil ?? '');
        const fine =
          ((message || event.type === 'chargeTaken') && inTime) ||
          event.type === 'representativeRemoved' ||
          // what is over is read for a reason too (ADR 37).
          event.type === 'glassBroken' ||
          event.type === 'breakGlassEnded' ||
          event.type === 'dossierPurged' ||
          (event.type === 'deadlinePassed' && event.kind === 'messagesClose');
        must(fine, `${event.type} after closing`);
      }
    });
  });

  test('B-10 before declaring no conflict of interest a mediator reads names only, and does nothing but declare or hand back', () => {
    holds(({ before, command, now, events, after }) => {
      if (before && command.by.role === 'mediator' && before.mediation?.declaredAt === null) {
        for (const { type } of events ?? []) must(['noConflictDeclared', 'mediatorRecused'].includes(type), type);
      }
      const named = after?.mediation;
      if (!after || !named?.mediatorId || named.declaredAt) return;
      const by = { actor: { role: 'mediator', userId: named.mediatorId } as const, now };
      const read = resources.filter((resource) => accessOf(after, by, resource) !== 'none');
      must(
        read.every((resource) => resource === 'identities'),
        `${read.join()} open`,
      );
    });
  });

  test('F-116 a side for which the proposal does not do waits for the mediator, who is reminded; another version ends it', () => {
    holds(({ after, events }) => {
      if (!after || after.status !== 'mediation') return;
      const asking = sidesAskingRevision(after);
      if (events?.some(({ type }) => type === 'proposalEdited')) must(asking.length === 0, 'asked of a former version');
      const open = openProposal(after);
      for (const side of asking) must(open !== null && !hasAccepted(open, side), 'asked and accepted');
      const awaited =
        deadlines(after).some(({ kind }) => kind.startsWith('mediator')) || after.passed.includes('mediatorAlert');
      const { mediatorId } = after.mediation;
      if (asking.length > 0 && mediatorId) must(awaited, 'the mediator is awaited');
    });
  });

  test('F-131 a mediator closes what they announced themself to both parties, with nothing proposed since', () => {
    let announced = false;
    holds(({ before, events, after }) => {
      if (before === null) announced = false;
      for (const event of events ?? []) {
        if (event.type === 'messagePosted' && event.announcesClosing) {
          must(event.by.role === 'mediator' && event.thread === 'mediationRoom', 'announced by the mediator, to both');
          must(!announced, 'announced once');
          announced = true;
        }
        const goesOn = event.type === 'proposalMade' || event.type === 'proposalEdited';
        if (goesOn || event.type === 'mediatorAssigned' || event.type === 'mediatorRecused') announced = false;
        if (event.type === 'dossierClosed' && event.role === 'mediator') must(announced, 'closed though not announced');
      }
      must((after?.mediation?.closingAnnouncedAt != null) === announced, 'the state knows');
    });
  });

  test('F-121 B-10 nobody is named again in a dossier that they handed back, and no party reads why of who had not declared', () => {
    holds(({ before, events, after }) => {
      for (const event of events ?? []) {
        if (event.type === 'mediatorAssigned')
          must(!before?.mediation?.recused.includes(event.mediatorId), `${event.mediatorId} named again`);
        if (event.type !== 'mediatorRecused') continue;
        must(after?.mediation?.recused.includes(event.mediatorId) === true, 'forgotten');
        if (event.reasonTold) must(before?.mediation?.declaredAt != null, 'told before the declaration');
      }
    });
  });

  test('F-087 only the member in charge acts for the merchant once charge is taken', () => {
    holds(({ before, command, events }) => {
      const { by } = command;
      if (!events || !before || !('merchantId' in by)) return;
      must(by.merchantId === before.merchantId, 'of this merchant');
      // The respondent says who handles a dossier, whoever has it (F-081).
      if (command.type === 'giveCharge' && by.role === 'respondent') return;
      if (command.type !== 'takeCharge' && command.type !== 'refuseToNegotiate')
        must(by.userId === before.handlerId, 'in charge');
    });
  });

  test('B-02 deadlines are in order, each fires once, and passing what is due always ends', () => {
    holds(({ after, now }) => {
      if (!after) return;
      const all = deadlines(after);
      all.forEach((deadline, index) => must(index === 0 || (all[index - 1]?.at ?? '') <= deadline.at, 'in order'));
      must(new Set(all.map(({ kind }) => kind)).size === all.length, 'each kind once');
      must(
        all.every(({ kind }) => !after.passed.includes(kind)),
        'none that has passed',
      );
      let state = after;
      for (let left = 60; ; left -= 1) {
        const due = deadlines(state).find(({ at }) => at <= now);
        if (!due) return;
        must(left > 0, `passing ${due.kind} never ends`);
        state = decide(state, { ...acts.pass(due.kind), by: people.system }, now).reduce(evolve, state);
      }
    });
  });

  test('F-056 F-103 F-105 F-135 F-142 every deadline equals the calendar’s answer', () => {
    const seen = new Set<string>();
    holds(({ after, events }) => {
      if (!after || !events || events[0]?.type === 'messagePosted') return;
      for (const { kind, at } of deadlines(after)) {
        const name = `${kind} ${at}`;
        if (seen.has(name)) continue;
        seen.add(name);
        must(at === expectedAt(after, kind), `${kind}: ${at}, not ${expectedAt(after, kind)}`);
      }
    });
    expect(seen.size).toBeGreaterThan(100);
  });

  test('state survives JSON, and the journal’s events rebuild it', () => {
    assertQuickly(
      fc.property(fc.array(intents, { minLength: 8, maxLength: 36, size: 'max' }), (sequence) => {
        const journal: DossierEvent[] = [];
        const last = play(sequence, ({ events, after }) => {
          journal.push(...(events ?? []));
          if (after)
            must(JSON.stringify(upgradeState(JSON.parse(JSON.stringify(after)))) === JSON.stringify(after), 'JSON');
        });
        const stored = JSON.parse(JSON.stringify(journal)) as DossierEvent[];
        expect(stored.reduce<Dossier | null>(evolve, null)).toEqual(last);
      }),
      Math.min(numRuns, 2000),
    );
  });

  test('§6 F-115 neither turn nor mails tell one side what the other answered to a proposal', () => {
    holds(({ before, command, now, events, after }) => {
      const [event] = events ?? [];
      if (!before || !after || after.status !== 'mediation') return;
      if (event?.type !== 'proposalAccepted' && event?.type !== 'revisionAsked') return;
      const other = event.side === 'consumer' ? 'merchant' : 'consumer';
      const same = (reader?: 'consumer' | 'merchant') =>
        JSON.stringify(turn(before, now, reader)) === JSON.stringify(turn(after, now, reader));
      must(same() && same(other), 'the turn tells');
      const audience = other === 'consumer' ? /^consumer/ : /^(merchantSide|respondent)/;
      const told = reactions(event, after).filter((owed) => owed.kind === 'notify' && audience.test(owed.audience));
      must(told.length === 0, `${command.by.role} answered and the other side was told`);
      const ladder = (state: Dossier) =>
        JSON.stringify(deadlines(state).filter(({ kind }) => !kind.startsWith('mediator')));
      must(ladder(before) === ladder(after), 'the ladder tells');
    });
  });

  test('B-01 whoever is awaited can do something, and an ended dossier awaits nobody', () => {
    holds(({ after, now }) => {
      if (!after) return;
      const { who } = turn(after, now);
      if (after.status === 'purged' || after.status === 'expired') must(who === 'none', 'nobody');
      if (after.status === 'negotiation' && who === 'merchant') {
        const by = {
          role: 'merchantRepresentative',
          userId: after.handlerId ?? '',
          merchantId: after.merchantId,
        } as const;
        must(actionFor(after, { actor: by, now }, 'acceptProposal').allowed, 'the merchant can accept');
      }
      if (after.status === 'mediationRequested') must(who === 'office', 'the Office assigns');
      // Nobody waits for a mediator whom nothing reminds (ADR 50).
      const reminded =
        deadlines(after).some(({ kind }) => kind.startsWith('mediator')) || after.passed.includes('mediatorAlert');
      if (who === 'mediator') must(reminded, 'the mediator is reminded');
    });
  });

  test('F-144 reactions have distinct keys and name a document only when it exists', () => {
    holds(({ events, after }) => {
      for (const event of events ?? []) {
        if (!after) continue;
        const owed = reactions(event, after);
        must(new Set(owed.map(({ key }) => key)).size === owed.length, 'distinct keys');
        const documents = owed.filter(({ kind }) => kind === 'renderDocument').length;
        const due =
          event.type === 'dossierClosed' && (event.outcome === 'agreement' || event.outcome === 'mediationFailed');
        must(documents === (due ? 1 : 0), 'documents');
      }
    });
  });

  test('B-01 actions speaks of every command a person can give, and of nothing else', () => {
    const given = Object.keys(allowedRoles).filter((type) => type !== 'passDeadline');
    const all = given.sort().join(' ');
    assertQuickly(
      fc.property(fc.array(intents, { minLength: 4, maxLength: 20, size: 'max' }), (sequence) => {
        const state = play(sequence, () => undefined);
        for (const by of Object.values(people)) {
          const types = new Set(actions(state, by, start).map(({ type }) => type));
          must([...types].sort().join(' ') === all, [...types].join(' '));
        }
      }),
      200,
    );
  });
});
