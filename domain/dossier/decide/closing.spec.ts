import type { CommandBody } from '../commands.ts';
import {
  acts,
  agreed,
  agreedInMediation,
  closedByConsumer,
  failed,
  inMediation,
  inNegotiation,
  refused,
} from '../../testing/story.ts';
import { people } from '../../testing/people.ts';
import type { Actor, Outcome } from '../types.ts';

const { otherClerk, consumer, mediator, clerk, officer, respondent, system } = people;

describe('a closed dossier', () => {
  test('F-002 ends in one of four ways', () => {
    const outcomes: [Outcome, ReturnType<typeof agreed>][] = [
      ['agreement', agreed()],
      ['refused', refused()],
      ['withdrawn', closedByConsumer()],
      ['mediationFailed', failed()],
    ];
    for (const [outcome, story] of outcomes) expect(story.state.closing?.outcome).toBe(outcome);
  });

  test('F-102 nothing changes it any more but messages after an agreement, who writes them for the company, and the end of a mandate', () => {
    const attempts: [Actor, CommandBody][] = [
      [consumer, acts.propose('p9', null)],
      [consumer, acts.edit('p1', 1)],
      [clerk, acts.accept('p1')],
      [consumer, acts.takeBack('p1')],
      [clerk, acts.file('doc-9')],
      [consumer, acts.close],
      [clerk, acts.requestMediation],
      [officer, acts.assign('otherMediator-1')],
      [officer, acts.nudge()],
      [consumer, acts.leave],
      [consumer, acts.share],
      [consumer, acts.invite],
      [respondent, acts.refuse],
    ];
    const charge: [Actor, CommandBody][] = [
      [otherClerk, acts.takeCharge('clerk-1')],
      [respondent, acts.giveCharge('otherClerk', 'clerk-1')],
    ];
    for (const story of [agreed(), closedByConsumer()]) {
      for (const [by, act] of attempts) expect(story.refusal(by, act)).toBe('dossier.closed');
    }
    for (const story of [closedByConsumer(), refused(), failed(), agreed().pass('messagesClose')]) {
      for (const [by, act] of charge) expect(story.refusal(by, act)).toBe('dossier.closed');
    }
    for (const act of [acts.propose('p9', null), acts.fail, acts.recuse, acts.report()]) {
      expect(failed().refusal(mediator, act)).toBe('dossier.closed');
    }
  });

  test('F-142 T-05 stays a year, to the end of the day, then what it holds is erased', () => {
    for (const story of [agreed(), refused(), closedByConsumer(), failed(), agreedInMediation()]) {
      expect(story.when('purge')).toBe('2027-03-03T04:59:59.999Z');
      const gone = story.pass('purge');
      expect(gone.owed).toEqual(['eraseContent']);
      expect(gone.state.status).toBe('purged');
    }
  });

  test('A-26 after that nothing can be asked of it; outcome, dates and counts stay', () => {
    const gone = agreedInMediation().pass('purge');
    expect(gone.state.closing?.outcome).toBe('agreement');
    expect(gone.state.proposals).toHaveLength(3);
    const anything: [Actor, CommandBody][] = [
      [consumer, acts.message()],
      [clerk, acts.message()],
      [mediator, acts.fail],
      [officer, acts.nudge()],
      [consumer, acts.dismiss],
      [system, acts.pass('purge')],
    ];
    for (const [by, act] of anything) expect(gone.refusal(by, act)).toBe('dossier.purged');
  });

  test('F-140 the kit goes out on every outcome without agreement, and on no other', () => {
    for (const story of [refused(), closedByConsumer(), failed()]) {
      expect(story.owed).toContain('consumerSide:information-kit');
    }
    for (const story of [agreed(), agreedInMediation()]) expect(story.owed.join()).not.toContain('kit');
  });
});

describe('a moment that comes', () => {
  test('B-02 is passed by the system alone, when it is due, and once', () => {
    const story = inNegotiation();
    expect(story.refusal(officer, acts.pass('turnReminder:1'))).toBe('actor.not_allowed');
    expect(story.refusal(system, acts.pass('turnReminder:1'))).toBe('deadline.not_due');
    const passed = story.pass('turnReminder:1');
    expect(passed.refusal(system, acts.pass('turnReminder:1'))).toBe('deadline.passed');
    expect(story.refusal(system, acts.pass('draftExpiry'))).toBe('deadline.passed');
  });

  test('B-02 made moot by an answer, it is refused', () => {
    const late = inNegotiation().at('2026-06-01T12:00:00.000Z').give(clerk, acts.accept('p1'));
    expect(late.refusal(system, acts.pass('turnAlert'))).toBe('deadline.passed');
    expect(inMediation().refusal(system, acts.pass('mediationAvailable'))).toBe('deadline.passed');
  });
});
