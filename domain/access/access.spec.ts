import { threadNames } from '../dossier/commands.ts';
import { people } from '../testing/people.ts';
import {
  acts,
  agreed,
  agreedInMediation,
  closedByConsumer,
  expired,
  failed,
  inDraft,
  inMediation,
  inNegotiation,
  mediationRequested,
  mediatorProposed,
  represented,
  submitted,
} from '../testing/story.ts';
import type { Story } from '../testing/story.ts';
import { accessOf, canRead, canReadThread, canWriteThread, phaseOf, readerRoleOf } from './index.ts';

const { otherClerk, competitor, consumer, mediator, clerk, officer, otherConsumer, otherMediator } = people;
const { otherFriend, friend, respondent, system } = people;

function sees(story: Story, by: Parameters<typeof readerRoleOf>[1]['actor']): string {
  return readerRoleOf(story.state, { actor: by, now: story.now });
}

describe('who reads a dossier as what', () => {
  test('F-015 each place in the dossier has its column; everyone else is a stranger', () => {
    const story = inMediation();
    expect(sees(story, consumer)).toBe('consumer');
    expect(sees(story, respondent)).toBe('respondent');
    expect(sees(story, clerk)).toBe('handler');
    expect(sees(story, otherClerk)).toBe('otherMerchantRepresentative');
    expect(sees(story, mediator)).toBe('mediator');
    expect(sees(story, officer)).toBe('officer');
    for (const by of [otherConsumer, friend, competitor, otherMediator, system]) {
      expect(sees(story, by)).toBe('stranger');
    }
  });

  test('F-071 A-17 once represented, the consumer reads and the representative acts', () => {
    const story = represented();
    expect(sees(story, consumer)).toBe('representedConsumer');
    expect(sees(story, friend)).toBe('consumerRepresentative');
    expect(sees(story, otherFriend)).toBe('stranger');
    expect(sees(inNegotiation().give(consumer, acts.invite), consumer)).toBe('consumer');
    expect(sees(story.give(consumer, acts.dismiss), friend)).toBe('stranger');
  });

  test('A-21 an evicted member drops to read-only, without the threads', () => {
    const story = inMediation().give(otherClerk, acts.takeCharge('clerk-1'));
    expect(sees(story, clerk)).toBe('otherMerchantRepresentative');
    expect(canRead(story.state, { actor: clerk, now: story.now }, 'summary')).toBe(true);
    expect(canReadThread(story.state, { actor: clerk, now: story.now }, 'merchantCaucus')).toBe(false);
    expect(canReadThread(story.state, { actor: otherClerk, now: story.now }, 'merchantCaucus')).toBe(true);
  });

  test('F-081 a respondent in charge is the handler', () => {
    expect(sees(submitted().give(respondent, acts.takeCharge()), respondent)).toBe('handler');
  });

  test('F-121 a mediator who was replaced or stepped back is a stranger', () => {
    expect(sees(inMediation().give(mediator, acts.recuse), mediator)).toBe('stranger');
    const replaced = inMediation().give(officer, acts.assign('otherMediator-1', 'mediator-1'));
    expect(sees(replaced, mediator)).toBe('stranger');
    expect(sees(replaced, otherMediator)).toBe('assignedMediator');
    expect(sees(replaced.give(otherMediator, acts.declare), otherMediator)).toBe('mediator');
  });
});

describe('the phase of a dossier', () => {
  test('A-09 F-103 A-25 follows its life', () => {
    const phases: [Story, string][] = [
      [inDraft(), 'draft'],
      [expired(), 'expired'],
      [submitted(), 'submitted'],
      [inNegotiation(), 'negotiation'],
      [mediationRequested(), 'negotiation'],
      [inMediation(), 'mediation'],
      [agreed(), 'afterAgreement'],
      [agreed().pass('messagesClose'), 'agreement'],
      [closedByConsumer(), 'withoutAgreement'],
      [failed(), 'withoutAgreement'],
      [agreed().pass('purge'), 'purged'],
    ];
    for (const [story, phase] of phases) expect(phaseOf(story.state, story.now)).toBe(phase);
    expect(phaseOf(agreed().state, '2026-06-01T04:00:00.000Z')).toBe('agreement');
  });
});

describe('what is kept from whom', () => {
  test('F-123 A-02 the mediator never reads the parties’ own messages', () => {
    for (const story of [inMediation(), mediatorProposed(), agreedInMediation(), failed()]) {
      expect(accessOf(story.state, { actor: mediator, now: story.now }, 'negotiationMessages')).toBe('none');
      expect(canRead(story.state, { actor: mediator, now: story.now }, 'sharedMessages')).toBe(true);
    }
  });

  test('F-113 A-03 a caucus is never the other side’s, not even when all is over', () => {
    for (const story of [inMediation(), agreedInMediation(), failed()]) {
      for (const by of [clerk, respondent, otherClerk, officer]) {
        expect(accessOf(story.state, { actor: by, now: story.now }, 'consumerCaucus')).toBe('none');
      }
      for (const by of [consumer, respondent, otherClerk, officer]) {
        expect(accessOf(story.state, { actor: by, now: story.now }, 'merchantCaucus')).toBe('none');
      }
    }
  });

  test('§6 an acceptance that was never answered stays hidden from the other side for ever', () => {
    const story = mediatorProposed()
      .give(consumer, acts.accept('p3'))
      .give(mediator, acts.announce)
      .give(mediator, acts.fail);
    expect(canRead(story.state, { actor: clerk, now: story.now }, 'consumerAcceptance')).toBe(false);
    expect(canRead(story.state, { actor: consumer, now: story.now }, 'consumerAcceptance')).toBe(true);
    const both = agreedInMediation();
    expect(canRead(both.state, { actor: clerk, now: both.now }, 'consumerAcceptance')).toBe(true);
  });

  test('A-30 an officer reads no content but how it ended', () => {
    const story = agreedInMediation();
    for (const resource of ['summary', 'documents', 'negotiationProposals', 'mediationRoom'] as const) {
      expect(canRead(story.state, { actor: officer, now: story.now }, resource)).toBe(false);
    }
    expect(canRead(story.state, { actor: officer, now: story.now }, 'closing')).toBe(true);
  });

  test('A-04 A-23 a company reads nothing of a draft, and the whole file before deciding', () => {
    for (const by of [respondent, clerk]) {
      expect(accessOf(inDraft().state, { actor: by, now: inDraft().now }, 'draft')).toBe('none');
      expect(accessOf(inDraft().state, { actor: by, now: inDraft().now }, 'summary')).toBe('none');
      for (const resource of ['summary', 'documents', 'negotiationProposals'] as const) {
        expect(accessOf(submitted().state, { actor: by, now: submitted().now }, resource)).toBe('read');
      }
    }
  });
});

describe('threads', () => {
  test('F-112 without a mediation there is no room of one to read, not even after closing', () => {
    for (const story of [inNegotiation(), agreed()]) {
      expect(canReadThread(story.state, { actor: consumer, now: story.now }, 'mediationRoom')).toBe(false);
      expect(canReadThread(story.state, { actor: consumer, now: story.now }, 'consumerCaucus')).toBe(false);
      expect(canReadThread(story.state, { actor: consumer, now: story.now }, 'negotiation')).toBe(true);
    }
    const mediated = agreedInMediation();
    expect(canReadThread(mediated.state, { actor: consumer, now: mediated.now }, 'mediationRoom')).toBe(true);
  });

  test('F-040 F-103 a person may write in a thread exactly when the rules accept the message', () => {
    const stories = [
      inDraft(),
      submitted(),
      inNegotiation(),
      inMediation(),
      inMediation().give(mediator, acts.recuse),
      represented(inMediation()),
      agreed(),
      agreedInMediation(),
      failed(),
    ];
    for (const story of stories) {
      for (const by of Object.values(people)) {
        for (const thread of threadNames) {
          const may = canWriteThread(story.state, { actor: by, now: story.now }, thread);
          const written = tries(() => story.at(before(story.now)).give(by, acts.message(thread)));
          expect({ by, thread, may }).toEqual({ by, thread, may: written });
        }
      }
    }
  });

  test('§6 nobody writes where they may not read', () => {
    for (const story of [inNegotiation(), inMediation(), agreed()]) {
      for (const by of Object.values(people)) {
        for (const thread of threadNames) {
          const write = canWriteThread(story.state, { actor: by, now: story.now }, thread);
          if (write) expect(canReadThread(story.state, { actor: by, now: story.now }, thread)).toBe(true);
        }
      }
    }
  });
});

function before(instant: string): string {
  return new Date(Date.parse(instant) - 3_600_000).toISOString();
}

function tries(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
