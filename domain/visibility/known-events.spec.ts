import fc from 'fast-check';
import { actions } from '../dossier/actions/actions.ts';
import type { DossierEvent, EventBody, EventType } from '../dossier/events.ts';
import { intents, type Intent } from '../testing/random/intents.ts';
import { people } from '../testing/people.ts';
import { must, play } from '../testing/random/sequences.ts';
import {
  acts,
  agreedInMediation,
  expired,
  failed,
  inDraft,
  inMediation,
  inNegotiation,
  mediatorNamed,
  mediatorProposed,
  represented,
  start,
  submitted,
  type Story,
} from '../testing/story.ts';
import { standardPolicy } from '../dossier/policy.ts';
import { deadlines } from '../dossier/deadlines.ts';
import { turn } from '../dossier/turn.ts';
import type { Actor, Dossier, Instant, Side } from '../dossier/types.ts';
import { canRead, phaseOf, readerRoleOf, readerRoles, type Phase, type ReaderRole } from '../access/index.ts';
import { eventTypes, lastKnown, canKnow, knownDeadlines, seats, type Seat } from './index.ts';

const { otherClerk, competitor, consumer, mediator, clerk, officer, otherMediator, friend, respondent } = people;

/**
 * Requirements §6 applied to what happens, written out a second time by someone who did not look at the rules: who may know of each event,
 * and when. Whoever has no place in the dossier then is left out of every sentence.
 */
type Sentence = { event: EventBody; who: readonly ReaderRole[] | 'all' | 'allAndNamed'; when?: readonly Phase[] };

const consumers = ['consumer', 'representedConsumer', 'consumerRepresentative'] as const;
const merchants = ['respondent', 'handler', 'otherMerchantRepresentative'] as const;
const talkers = [...consumers, 'respondent', 'handler'] as const;
const office = ['officer', 'readingOfficer'] as const;
const drafts: Phase[] = ['draft', 'expired'];
const ended: Phase[] = ['afterAgreement', 'agreement', 'withoutAgreement'];
const open: Phase[] = ['submitted', 'negotiation', 'mediation', ...ended];
const mediated: Phase[] = ['mediation', ...ended];
const agreements: Phase[] = ['afterAgreement', 'agreement'];

/** Who has a place in the dossier, phase by phase (§6: draft, summary, mediator once assigned, the Office always). */
const present: Record<Phase, ReaderRole[]> = {
  draft: [...consumers, ...office],
  expired: [...consumers, ...office],
  submitted: [...consumers, ...merchants, ...office],
  negotiation: [...consumers, ...merchants, ...office],
  mediation: [...consumers, ...merchants, 'mediator', 'assignedMediator', ...office],
  afterAgreement: [...consumers, ...merchants, 'mediator', 'assignedMediator', ...office],
  agreement: [...consumers, ...merchants, 'mediator', 'assignedMediator', ...office],
  withoutAgreement: [...consumers, ...merchants, 'mediator', 'assignedMediator', ...office],
  purged: [...office],
};

const later = '2026-09-01T13:00:00.000Z';
const accepted = (side: Side, version = 1): EventBody => ({
  type: 'proposalAccepted',
  proposalId: 'p3',
  version,
  side,
});
type MessagePosted = Extract<EventBody, { type: 'messagePosted' }>;
const said = (thread: MessagePosted['thread']): MessagePosted => ({
  type: 'messagePosted',
  thread,
  messageId: 'm1',
});
const passed = (kind: Extract<EventBody, { type: 'deadlinePassed' }>['kind']): EventBody => ({
  type: 'deadlinePassed',
  kind,
});
const closing = { role: 'mediator', reason: null, justificationId: null, natureId: null } as const;

const sentences: Sentence[] = [
  {
    event: { type: 'dossierCreated', dossierId: 'd', consumerId: 'c', merchantId: 'm', policy: standardPolicy },
    who: 'all',
  },
  { event: { type: 'draftExtended', until: later }, who: [...consumers, 'officer'] },
  { event: { type: 'draftExpired' }, who: [...consumers, 'officer'] },
  { event: { type: 'dossierSubmitted' }, who: 'all' },
  { event: { type: 'representativeNamed', invitationId: 'i' }, who: consumers },
  { event: { type: 'invitationAccepted', invitationId: 'i', userId: 'u' }, who: 'all' },
  { event: { type: 'invitationExpired', invitationId: 'i' }, who: consumers },
  { event: { type: 'representativeRemoved', invitationId: 'i', userId: null }, who: consumers },
  { event: { type: 'representativeRemoved', invitationId: 'i', userId: 'u' }, who: 'all' },
  { event: { type: 'chargeTaken', userId: 'u', replaced: null }, who: 'all' },
  { event: { type: 'negotiationRefused', reason: 'r', justificationId: 'j' }, who: 'all' },
  ...(['proposalMade', 'proposalEdited'] as const).flatMap((type): Sentence[] => {
    const common = { proposalId: 'p', contentId: 'c', version: 2, answers: null, voided: [] };
    return [
      {
        event: { type, author: 'merchant', ...common },
        who: [...consumers, ...merchants, 'mediator'],
        when: [...drafts, ...open],
      },
      { event: { type, author: 'consumer', ...common }, who: ['officer'], when: open },
      {
        event: { type, author: 'consumer', ...common },
        who: [...consumers, ...merchants, 'mediator'],
        when: [...drafts, ...open],
      },
      { event: { type, author: 'merchant', ...common }, who: ['officer'], when: open },
      { event: { type, author: 'mediator', ...common }, who: 'all', when: mediated },
    ];
  }),
  { event: accepted('consumer'), who: [...consumers, 'mediator'], when: mediated },
  { event: accepted('consumer'), who: 'all', when: agreements },
  { event: accepted('merchant'), who: ['handler', 'mediator'], when: mediated },
  { event: accepted('merchant'), who: 'all', when: agreements },
  // One that was not met: of a version that was replaced, or taken back. It stays so after an agreement on something else.
  { event: accepted('consumer', 7), who: [...consumers, 'mediator'], when: mediated },
  { event: accepted('merchant', 7), who: ['handler', 'mediator'], when: mediated },
  {
    event: { type: 'acceptanceWithdrawn', proposalId: 'p3', version: 1, side: 'consumer' },
    who: [...consumers, 'mediator'],
    when: mediated,
  },
  {
    event: { type: 'acceptanceWithdrawn', proposalId: 'p3', version: 1, side: 'merchant' },
    who: ['handler', 'mediator'],
    when: mediated,
  },
  { event: { type: 'agreementConcluded', proposalId: 'p3', version: 1, contentId: 'c' }, who: 'all' },
  { event: said('negotiation'), who: talkers, when: open },
  { event: said('mediationRoom'), who: [...talkers, 'mediator'], when: mediated },
  { event: { ...said('mediationRoom'), announcesClosing: true }, who: [...talkers, 'mediator'], when: mediated },
  { event: said('consumerCaucus'), who: [...consumers, 'mediator'], when: mediated },
  { event: said('merchantCaucus'), who: ['handler', 'mediator'], when: mediated },
  {
    event: { type: 'messagesShared', shareId: 's', side: 'consumer', count: 1 },
    who: [...talkers, 'mediator'],
    when: mediated,
  },
  { event: { type: 'documentAdded', documentId: 'd', side: 'consumer' }, who: 'all', when: [...drafts, ...open] },
  {
    event: { type: 'documentWithdrawn', documentId: 'd', justificationId: 'j' },
    who: 'all',
    when: [...drafts, ...open],
  },
  { event: { type: 'mediationRequested', side: 'consumer' }, who: 'all' },
  { event: { type: 'mediatorAssigned', mediatorId: 'm', replaced: null, target: later }, who: 'allAndNamed' },
  { event: { type: 'noConflictDeclared', mediatorId: 'm' }, who: 'all' },
  // No side learns what the other answered, not even after an agreement (ADR 32).
  {
    event: { type: 'revisionAsked', proposalId: 'p3', version: 1, side: 'consumer' },
    who: [...consumers, 'mediator'],
    when: mediated,
  },
  {
    event: { type: 'revisionAsked', proposalId: 'p3', version: 1, side: 'merchant' },
    who: ['handler', 'mediator'],
    when: mediated,
  },
  { event: { type: 'caucusOpened', side: 'consumer' }, who: [...consumers, 'mediator'], when: mediated },
  { event: { type: 'caucusOpened', side: 'merchant' }, who: ['handler', 'mediator'], when: mediated },
  { event: { type: 'mediatorRecused', mediatorId: 'm', reason: 'r' }, who: 'all' },
  { event: { type: 'mediatorReleased', mediatorId: 'm' }, who: 'all' },
  { event: { type: 'mediationWithdrawn', side: 'consumer', reason: 'r', justificationId: 'j' }, who: 'all' },
  { event: { type: 'reportedToOffice', kind: 'imminent', side: null, newTarget: null }, who: ['mediator', 'officer'] },
  { event: { type: 'reportedToOffice', kind: 'delay', side: null, newTarget: later }, who: 'all' },
  { event: { type: 'sideNudged', side: 'consumer' }, who: 'all' },
  { event: { type: 'sideNudged', side: 'merchant' }, who: 'all' },
  { event: { type: 'sideContacted', side: 'consumer', way: 'reached' }, who: 'all' },
  { event: { type: 'sideContacted', side: 'merchant', way: 'missed' }, who: 'all' },
  {
    event: { type: 'reportAnswered', reports: [later], kind: 'nudge', side: 'merchant', answer: 'reached' },
    who: ['mediator', 'officer'],
  },
  { event: { type: 'glassBroken', reason: 'r', justificationId: 'j', until: later }, who: 'allAndNamed' },
  { event: { type: 'breakGlassEnded' }, who: 'allAndNamed' },
  { event: { type: 'dossierClosed', outcome: 'mediationFailed', ...closing }, who: 'allAndNamed' },
  { event: passed('messagesClose'), who: 'allAndNamed' },
  { event: passed('draftReminder:2'), who: [...consumers, 'officer'] },
  { event: passed('draftExpiry'), who: [...consumers, 'officer'] },
  { event: passed('draftPurge'), who: [...consumers, 'officer'] },
  { event: passed('invitationExpiry'), who: consumers },
  { event: passed('mediationWarning'), who: ['mediator', 'officer'] },
  // When a mediator was reminded tells when they last wrote, to whom ever: the Office learns of the whole silence only (ADR 50).
  { event: passed('mediatorReminder:1'), who: ['mediator', 'assignedMediator'] },
  { event: passed('mediatorAlert'), who: ['mediator', 'assignedMediator', 'officer'] },
  ...(
    [
      'takeChargeReminder:1',
      'takeChargeAlert',
      'mediationAvailable',
      'turnReminder:3',
      'turnAlert',
      'mediationTarget',
      'withdrawalClose',
      'purge',
    ] as const
  ).map((kind): Sentence => ({ event: passed(kind), who: 'all' })),
  { event: { type: 'dossierPurged' }, who: 'all' },
];

/** A dossier in each phase, its consumer represented or not. */
const phased: Story[] = [
  inDraft(),
  expired(),
  submitted(),
  inNegotiation(),
  mediatorNamed(),
  inMediation(),
  agreedInMediation(),
  agreedInMediation().pass('messagesClose'),
  failed(),
  agreedInMediation().pass('messagesClose').pass('purge'),
].flatMap((story) => (story.state.closing || story.state.status === 'expired' ? [story] : [story, represented(story)]));
const representedToTheEnd = represented(mediatorProposed())
  .give(friend, acts.accept('p3'))
  .give(clerk, acts.accept('p3'));
/** Closed by itself before who was named had declared. */
const neverDeclared = mediatorNamed().give(consumer, acts.leave).pass('withdrawalClose');
const readByTheOffice = [submitted(), inMediation(), failed()].map((story) => story.give(officer, acts.breakGlass));
const stories = [
  ...phased,
  neverDeclared,
  representedToTheEnd,
  representedToTheEnd.pass('messagesClose'),
  ...readByTheOffice,
];

const everyone: Actor[] = [
  consumer,
  friend,
  respondent,
  clerk,
  otherClerk,
  mediator,
  otherMediator,
  competitor,
  officer,
];

/** The event as the journal holds it. An acceptance of the version agreed has the instant that the state gives it. */
function happened(event: EventBody, { state }: Story): DossierEvent {
  const met =
    event.type === 'proposalAccepted'
      ? state.proposals
          .at(-1)
          ?.acceptances.find(({ side, version }) => side === event.side && version === event.version)
      : undefined;
  return { ...event, by: officer, at: met?.at ?? start };
}

function expected(event: EventBody, readerRole: ReaderRole, phase: Phase): boolean {
  const key = JSON.stringify(event);
  return sentences.some(
    (sentence) =>
      JSON.stringify(sentence.event) === key &&
      includes(sentence.who, readerRole) &&
      (sentence.when ?? [phase]).includes(phase) &&
      present[phase].includes(readerRole),
  );
}

/** Who is named to mediate and has not declared yet is among `all` of no sentence (ADR 31). */
function includes(who: Sentence['who'], readerRole: ReaderRole): boolean {
  if (who === 'allAndNamed') return true;
  // Who reads for a reason learns of no more that happened (ADR 37).
  const reader = readerRole === 'readingOfficer' ? 'officer' : readerRole;
  return who === 'all' ? reader !== 'assignedMediator' : who.includes(reader);
}

describe('§6 B-04 who may know that something happened', () => {
  const kinds = new Map(sentences.map(({ event }) => [JSON.stringify(event), event]));
  test.each([...kinds.values()].map((event) => [event.type, event] as const))('%s %j', (_type, event) => {
    for (const story of stories) {
      for (const by of everyone) {
        const readerRole = readerRoleOf(story.state, { actor: by, now: story.now });
        const phase = phaseOf(story.state, story.now);
        const known = canKnow(story.state, { actor: by, now: story.now }, happened(event, story));
        expect({ readerRole, phase, known }).toEqual({ readerRole, phase, known: expected(event, readerRole, phase) });
      }
    }
  });

  test('speaks of every event, every reader and every phase', () => {
    expect(new Set(sentences.map(({ event }) => event.type))).toEqual(new Set<EventType>(eventTypes));
    const met = stories.flatMap(({ state, now }) => everyone.map((actor) => readerRoleOf(state, { actor, now })));
    expect(new Set(met)).toEqual(new Set(readerRoles));
    expect(new Set(stories.map(({ state, now }) => phaseOf(state, now)))).toEqual(new Set(Object.keys(present)));
  });
});

/** The straight way to a mediator's proposal; on the way and after, anything, and what is apt to be hidden from someone. */
const straight: [Intent['who'], Intent['what']][] = [
  ['consumer', 'submitDossier'],
  ['clerk', 'takeCharge'],
  ['clerk', 'propose'],
  ['consumer', 'requestMediation'],
  ['officer', 'assignMediator'],
  ['mediator', 'declareNoConflict'],
  ['mediator', 'propose'],
];
const apart: fc.Arbitrary<Intent> = fc
  .tuple(
    fc.constantFrom<[Intent['who'], Intent['what']]>(
      ['consumer', 'acceptProposal'],
      ['clerk', 'acceptProposal'],
      ['consumer', 'withdrawAcceptance'],
      ['consumer', 'askForRevision'],
      ['clerk', 'askForRevision'],
      ['consumer', 'postMessage'],
      ['clerk', 'postMessage'],
      ['mediator', 'postMessage'],
      ['consumer', 'nameRepresentative'],
      ['mediator', 'reportToOffice'],
      ['officer', 'nudge'],
      ['officer', 'contactSide'],
      ['officer', 'answerReport'],
    ),
    fc.nat(3),
  )
  .map(([[who, what], pick]) => ({ who, what, twist: 0, pick, wait: 1 }));
const sequences = fc
  .tuple(
    fc.integer({ min: 0, max: straight.length }),
    fc.array(fc.oneof(intents, apart), { minLength: 10, maxLength: 24, size: 'max' }),
  )
  .map(([steps, rest]): Intent[] => [
    ...straight.slice(0, steps).map(([who, what]): Intent => ({ who, what, twist: 0, pick: 0, wait: 1 })),
    ...rest,
  ]);

describe('§6 what is hidden moves nothing', () => {
  const runs = { numRuns: 250 };

  test('A-30 a reader who may not know of an act finds whose turn it is, what comes next and what can be done as before', () => {
    const hidden = new Map<string, number>();
    fc.assert(
      fc.property(sequences, (sequence) => {
        play(sequence, ({ before, after, events, now }) => {
          if (!before || !after || !events) return;
          for (const by of everyone) {
            const readerRole = readerRoleOf(after, { actor: by, now });
            const placed = [before, after].every((state) => present[phaseOf(state, now)].includes(readerRole));
            if (!placed || readerRole !== readerRoleOf(before, { actor: by, now })) continue;
            if (events.some((event) => canKnow(after, { actor: by, now }, event))) continue;
            const act = events.map(({ type }) => type).join();
            hidden.set(act, (hidden.get(act) ?? 0) + 1);
            must(shown(before, by, now) === shown(after, by, now), `${events[0]?.type} shows to ${readerRole}`);
          }
        });
      }),
      runs,
    );
    for (const act of [
      'messagePosted',
      'proposalAccepted',
      'revisionAsked',
      'representativeNamed',
      'reportedToOffice',
    ]) {
      expect(hidden.get(act) ?? 0).toBeGreaterThan(5);
    }
  });

  test('§6 the last change of each seat, kept command after command, is what the whole journal gives', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const journal: DossierEvent[] = [];
        let kept: Partial<Record<Seat, Instant | null>> = {};
        play(sequence, ({ after, events, now }) => {
          if (!after || !events || after.status === 'purged') return;
          journal.push(...events);
          const news = lastKnown(events, after);
          kept = Object.fromEntries(seatNames.map((seat) => [seat, news[seat] ?? kept[seat] ?? null]));
          for (const seat of seatNames) {
            const reader = everyone.find((by) =>
              (seats[seat] as readonly ReaderRole[]).includes(readerRoleOf(after, { actor: by, now })),
            );
            if (!reader) continue;
            const whole =
              journal.findLast((event) => canKnow(after, { actor: reader, now: event.at }, event))?.at ?? null;
            must(kept[seat] === whole, `${events[0]?.type}: ${seat} ${kept[seat]} ${whole}`);
          }
        });
      }),
      runs,
    );
  });

  test('§6 readers of one seat may know the same', () => {
    const bySeat = Object.values(seats).map(
      (each) => new Set(each.map((readerRole) => JSON.stringify(allKnown(readerRole)))),
    );
    expect(bySeat.map(({ size }) => size)).toEqual(seatNames.map(() => 1));
    expect(new Set(bySeat.flatMap((each) => [...each])).size).toBe(seatNames.length);
    expect(Object.values(seats).flat().toSorted()).toEqual(
      // Who is named to mediate has the mediator's seat, and knows less there.
      readerRoles.filter((readerRole) => readerRole !== 'stranger' && readerRole !== 'assignedMediator').toSorted(),
    );
  });
});

const seatNames = Object.keys(seats) as Seat[];

/** What the rules tell a reader of a state, as services/dossier/open-dossier/load-dossier.ts asks it. */
function shown(state: Dossier, by: Actor, now: Instant): string {
  const own = {
    consumer: canRead(state, { actor: by, now }, 'consumerAcceptance'),
    merchant: canRead(state, { actor: by, now }, 'merchantAcceptance'),
  };
  const side = by.role.startsWith('consumer')
    ? 'consumer'
    : by.role === 'mediator' || by.role === 'officer'
      ? null
      : 'merchant';
  const reader = side ? (own[side] ? side : undefined) : own.consumer && own.merchant ? 'mediator' : undefined;
  const possible = actions(state, by, now);
  const seen = turn(state, now, reader);
  // Who has yet to declare finds the dossier in their list, with whose turn it is, and on the page of the declaration (ADR 31).
  const told = readerRoleOf(state, { actor: by, now }) === 'assignedMediator' ? seen.who : seen;
  return JSON.stringify([state.status, told, possible]);
}

/** Every kind of event in every phase, as {@link expected} has it. */
function allKnown(readerRole: ReaderRole): boolean[] {
  return sentences.flatMap(({ event }) =>
    (Object.keys(present) as Phase[]).map((phase) => expected(event, readerRole, phase)),
  );
}

test('§6 A-24 the Office is told beforehand of no moment that hangs on what a side answered in mediation; the mediator and the sides are', () => {
  const kindsFor = (actor: Actor, { state, now }: Story): string[] =>
    knownDeadlines(state, { actor, now }, deadlines(state)).map(({ kind }) => kind);
  const waits = (kinds: string[], pattern: RegExp) => kinds.some((kind) => pattern.test(kind));
  const turnOf = /^turn(Reminder|Alert)/;
  expect(waits(kindsFor(officer, inNegotiation()), turnOf)).toBe(true);
  const proposed = mediatorProposed();
  const asked = proposed.give(consumer, acts.askForRevision(proposed.state!.proposals.at(-1)!.id));
  for (const story of [proposed, asked]) {
    expect(waits(kindsFor(officer, story), /^(turn|mediator)(Reminder|Alert)/)).toBe(false);
    expect(kindsFor(officer, story)).toContain('mediationTarget');
    for (const side of [consumer, clerk]) expect(waits(kindsFor(side, story), turnOf)).toBe(true);
  }
  // What the mediator alone is awaited for is told to the mediator, and to neither side.
  expect(waits(kindsFor(mediator, asked), /^mediatorReminder/)).toBe(true);
  for (const side of [consumer, clerk]) expect(waits(kindsFor(side, asked), /^mediator(Reminder|Alert)/)).toBe(false);
});
