import {
  acts,
  agreed,
  closedByConsumer,
  countered,
  inMediation,
  inNegotiation,
  mediationRequested,
  onTheTable,
  submitted,
} from '../../testing/story.ts';
import { people } from '../../testing/people.ts';
import { deadlines } from '../deadlines.ts';
import { turn } from '../turn.ts';

const { otherClerk, consumer, clerk, otherConsumer, respondent } = people;

describe('the negotiation', () => {
  test('F-090 after take-over the merchant accepts the consumer’s proposal', () => {
    const story = inNegotiation().give(clerk, acts.accept('p1'));
    expect(story.last.map((event) => event.type)).toEqual(['proposalAccepted', 'agreementConcluded', 'dossierClosed']);
    expect(story.last[1]).toMatchObject({ proposalId: 'p1', version: 1, contentId: 'p1v1' });
  });

  test('F-090 F-091 or counters it, which supersedes it; and so on in turn', () => {
    const story = countered();
    expect(onTheTable(story)).toBe('p2@1 by merchant');
    expect(story.state.proposals.map((proposal) => proposal.state)).toEqual(['superseded', 'open']);
    expect(story.owed).toEqual(['consumerSide:counter-proposal-received']);
    const again = story.give(consumer, acts.propose('p3', 'p2'));
    expect(onTheTable(again)).toBe('p3@1 by consumer');
    expect(again.owed).toEqual(['merchantSide:counter-proposal-received']);
  });

  test('F-092 the turn passes with each proposal', () => {
    const story = countered();
    expect(turn(story.state, story.now)).toMatchObject({ who: 'consumer', what: 'answerProposal', since: story.now });
    expect(turn(story.state, story.now, 'merchant')).toMatchObject({ who: 'consumer', what: 'waitAnswer' });
    const again = story.give(consumer, acts.propose('p3', 'p2'));
    expect(turn(again.state, again.now).who).toBe('merchant');
  });

  test('F-091 nobody proposes twice in a row: one edits instead', () => {
    expect(countered().refusal(clerk, acts.propose('p3', 'p2'))).toBe('proposal.own_open');
    expect(inNegotiation().refusal(consumer, acts.propose('p3', 'p1'))).toBe('proposal.own_open');
  });

  test('F-091 a counter-proposal names the proposal it answers; a stale one or a used id is refused', () => {
    expect(countered().error(consumer, acts.propose('p3', 'p1'))).toMatchObject({
      code: 'proposal.stale',
      params: { proposalId: 'p2' },
    });
    expect(countered().refusal(consumer, acts.propose('p3', null))).toBe('proposal.stale');
    expect(countered().refusal(consumer, acts.propose('p1', 'p2'))).toBe('proposal.exists');
  });

  test('F-036 F-095 the consumer edits the first proposal before take-over, and until it is answered', () => {
    const early = submitted().give(consumer, acts.edit('p1', 1));
    expect(onTheTable(early)).toBe('p1@2 by consumer');
    const later = early.give(clerk, acts.takeCharge()).give(consumer, acts.edit('p1', 2));
    expect(onTheTable(later)).toBe('p1@3 by consumer');
    expect(later.owed).toEqual(['merchantSide:proposal-edited']);
    expect(later.give(clerk, acts.propose('p2', 'p1')).refusal(consumer, acts.edit('p1', 3))).toBe('proposal.answered');
    expect(submitted().refusal(consumer, acts.propose('p2', 'p1'))).toBe('dossier.not_in_negotiation');
  });

  test('F-095 editing keeps every version, and starts from the last one', () => {
    const story = inNegotiation().give(consumer, acts.edit('p1', 1));
    expect(story.state.proposals[0]?.versions.map(({ version, contentId }) => [version, contentId])).toEqual([
      [1, 'p1v1'],
      [2, 'p1v2'],
    ]);
    expect(story.refusal(consumer, acts.edit('p1', 1))).toBe('proposal.stale');
  });

  test('F-095 only its author’s side edits a proposal, whoever is in charge now', () => {
    expect(countered().refusal(consumer, acts.edit('p2', 1))).toBe('proposal.not_author');
    expect(countered().refusal(otherClerk, acts.edit('p2', 1))).toBe('dossier.not_in_charge');
    const taken = countered().give(otherClerk, acts.takeCharge('clerk-1'));
    expect(onTheTable(taken.give(otherClerk, acts.edit('p2', 1)))).toBe('p2@2 by merchant');
    expect(countered().refusal(clerk, acts.edit('p9', 1))).toBe('proposal.unknown');
  });

  test('F-099 F-102 accepting the other’s proposal concludes and closes at once', () => {
    const story = countered().give(consumer, acts.accept('p2'));
    expect(story.state).toMatchObject({
      status: 'closed',
      closing: { outcome: 'agreement', agreement: { proposalId: 'p2', version: 1 }, reason: null, by: 'consumer' },
    });
    expect(story.state.proposals[1]?.acceptances).toMatchObject([{ side: 'consumer', version: 1, by: 'consumer-1' }]);
  });

  test('F-100 an agreement is only one side’s yes to the other’s words: nobody accepts their own proposal', () => {
    expect(inNegotiation().refusal(consumer, acts.accept('p1'))).toBe('proposal.own');
    expect(countered().refusal(clerk, acts.accept('p2'))).toBe('proposal.own');
  });

  test('F-101 F-144 an agreement owes its document and tells both sides', () => {
    expect(agreed().owed).toEqual([
      'renderDocument:agreement',
      'consumerSide:agreement-concluded',
      'merchantSide:agreement-concluded',
    ]);
  });

  test('A-13 accepting while the other edits is refused and names the present version', () => {
    const story = inNegotiation().give(consumer, acts.edit('p1', 1));
    expect(story.error(clerk, acts.accept('p1', 1))).toMatchObject({
      code: 'proposal.stale',
      params: { proposalId: 'p1', version: 2 },
    });
    expect(story.give(clerk, acts.accept('p1', 2)).state.closing?.agreement).toEqual({ proposalId: 'p1', version: 2 });
  });

  test('A-14 accepting needs an explicit « j’ai lu »', () => {
    expect(inNegotiation().refusal(clerk, acts.accept('p1', 1, false))).toBe('proposal.not_read');
  });

  test('F-099 a superseded proposal is answered: it cannot be accepted any more', () => {
    expect(countered().refusal(clerk, acts.accept('p1'))).toBe('proposal.answered');
    expect(countered().refusal(consumer, acts.accept('p9'))).toBe('proposal.unknown');
  });

  test('F-087 only the member in charge acts for the merchant', () => {
    for (const by of [otherClerk, respondent]) {
      expect(inNegotiation().refusal(by, acts.accept('p1'))).toBe('dossier.not_in_charge');
    }
    expect(countered().refusal(otherConsumer, acts.accept('p2'))).toBe('actor.not_a_party');
  });

  test('A-09 parties go on proposing and accepting while the mediator is awaited', () => {
    const story = mediationRequested();
    expect(onTheTable(story.give(consumer, acts.propose('p3', 'p2')))).toBe('p3@1 by consumer');
    expect(story.give(clerk, acts.edit('p2', 1)).state.status).toBe('mediationRequested');
    expect(story.give(consumer, acts.accept('p2')).state.closing?.outcome).toBe('agreement');
  });

  test('F-104 either side closes at any time with a reason and a justification that the other sees', () => {
    for (const by of [consumer, clerk]) {
      for (const story of [inNegotiation(), countered(), mediationRequested()]) {
        const closed = story.give(by, acts.close);
        expect(closed.state).toMatchObject({
          status: 'closed',
          closing: { outcome: 'withdrawn', reason: 'no_interest', justificationId: 'j1', by: by.role },
        });
        expect(closed.owed[0]).toBe(by === consumer ? 'merchantSide:dossier-closed' : 'consumerSide:dossier-closed');
      }
    }
    expect(inNegotiation().refusal(consumer, { ...acts.close, reason: '' })).toBe('value.invalid');
    expect(inMediation().refusal(consumer, acts.close)).toBe('dossier.in_mediation');
    expect(closedByConsumer().refusal(clerk, acts.close)).toBe('dossier.closed');
  });

  test('F-104 what was on the table when it closed has lapsed', () => {
    const story = closedByConsumer();
    expect(story.state.proposals[0]?.state).toBe('lapsed');
    expect(story.refusal(clerk, acts.accept('p1'))).toBe('dossier.closed');
  });

  test('F-140 any closing without agreement sends the kit to the consumer’s people', () => {
    for (const by of [consumer, clerk]) {
      expect(inNegotiation().give(by, acts.close).owed).toContain('consumerSide:information-kit');
    }
    expect(agreed().owed.join()).not.toContain('information-kit');
  });

  test('B-02 a side that is awaited is reminded on business days, then the Office is told', () => {
    const story = countered();
    // Taken from Monday 2 March 2026; no holiday before Good Friday, 3 April.
    expect(story.when('turnReminder:1')).toBe('2026-03-09T13:00:00.000Z');
    expect(story.when('turnReminder:2')).toBe('2026-03-16T13:00:00.000Z');
    expect(story.when('turnReminder:3')).toBe('2026-03-20T13:00:00.000Z');
    expect(story.when('turnAlert')).toBe('2026-03-23T13:00:00.000Z');
    expect(story.pass('turnReminder:1').owed).toEqual(['consumerSide:turn-reminder']);
    expect(story.pass('turnReminder:3').owed).toEqual(['consumerSide:turn-reminder-last']);
    expect(story.pass('turnAlert').owed).toEqual(['office:turn-alert']);
  });

  test('F-097 T-07 no time to answer is set: after the whole ladder nothing is waited for, and the answer is still taken', () => {
    const rungs = ['turnReminder:1', 'turnReminder:2', 'turnReminder:3', 'turnAlert'] as const;
    let story = countered();
    expect(deadlines(story.state).map(({ kind }) => kind)).toEqual(rungs);
    for (const rung of rungs) story = story.pass(rung);
    expect(deadlines(story.state)).toEqual([]);
    const late = story.at('2028-03-02T15:00:00.000Z');
    expect(late.state.status).toBe('negotiation');
    expect(late.give(consumer, acts.accept('p2')).state.closing?.outcome).toBe('agreement');
  });

  test('B-02 the ladder starts afresh when the turn passes or the proposal changes', () => {
    const reminded = countered().pass('turnReminder:1');
    expect(reminded.when('turnReminder:1')).toBeNull();
    const answered = reminded.give(consumer, acts.propose('p3', 'p2'));
    expect(answered.when('turnReminder:1')).toBe('2026-03-16T13:00:00.000Z');
    const edited = reminded.give(clerk, acts.edit('p2', 1));
    expect(edited.when('turnReminder:1')).toBe('2026-03-16T13:00:00.000Z');
    expect(edited.state.awaiting).toEqual({ who: 'consumer', since: edited.now });
  });
});
