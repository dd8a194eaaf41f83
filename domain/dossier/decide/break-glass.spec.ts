import fc from 'fast-check';
import { accessOf, canRead, canReadThread, canWriteThread, readerRoleOf, resources } from '../../access/index.ts';
import { intents } from '../../testing/random/intents.ts';
import { people } from '../../testing/people.ts';
import { must, play } from '../../testing/random/sequences.ts';
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
  submitted,
  type Story,
} from '../../testing/story.ts';
import { mailFor } from '../../visibility/index.ts';
import { threadNames } from '../commands.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { upgradeState } from '../state/upgrade.ts';
import type { Actor, Dossier, Instant } from '../types.ts';
import { readingMinutes } from './break-glass.ts';

const { officer, consumer, clerk, mediator } = people;
const otherOfficer: Actor = { role: 'officer', userId: 'officer-2' };
const opened = ['identities', 'contacts', 'summary', 'documents'];

const minutesAfter = (now: Instant, minutes: number, ms = 0) =>
  new Date(Date.parse(now) + minutes * 60_000 + ms).toISOString();
/** What somebody reads of a dossier at a moment: kinds of things, then conversations. */
const readsOf = (state: Dossier, actor: Actor, now: Instant): string[] => [
  ...resources.filter((resource) => canRead(state, { actor, now }, resource)),
  ...threadNames.filter((thread) => canReadThread(state, { actor, now }, thread)),
];
/** What an officer of the Office reads of it without a reason: how it ended. */
const without = (story: Story) => readsOf(story.state, otherOfficer, story.now);
const open = [
  submitted(),
  inNegotiation(),
  mediatorNamed(),
  inMediation(),
  mediatorProposed(),
  agreedInMediation(),
  failed(),
];

describe('A-30 an officer reads the content of a dossier for a reason', () => {
  test('A-30 names, the problem and the documents, for thirty minutes to the millisecond; nothing that was offered or said', () => {
    expect(readingMinutes).toBe(30);
    for (const before of open) {
      const closed = readsOf(before.state, officer, before.now);
      const { state, now } = before.give(officer, acts.breakGlass);
      expect(readsOf(state, officer, now)).toEqual([...new Set([...opened, ...closed])]);
      expect(readsOf(state, officer, minutesAfter(now, 30, -1))).toEqual([...new Set([...opened, ...closed])]);
      expect(readsOf(state, officer, minutesAfter(now, 30))).toEqual(closed);
      expect(readsOf(before.state, officer, now)).toEqual(closed);
    }
  });

  test('A-30 it is that officer’s and nobody else’s, and changes nothing of what the others read and write', () => {
    for (const before of open) {
      const { state, now } = before.give(officer, acts.breakGlass);
      for (const actor of [otherOfficer, ...Object.values(people).filter((each) => each !== officer)]) {
        for (const resource of resources) {
          expect(accessOf(state, { actor, now }, resource)).toBe(accessOf(before.state, { actor, now }, resource));
        }
      }
    }
  });

  test('A-30 nothing can be written with it: what the officer may do stays what it was, but to end it', () => {
    for (const before of open) {
      const { state, now } = before.give(officer, acts.breakGlass);
      expect(resources.filter((resource) => accessOf(state, { actor: officer, now }, resource) === 'write')).toEqual(
        [],
      );
      expect(threadNames.filter((thread) => canWriteThread(state, { actor: officer, now }, thread))).toEqual([]);
      const story = before.give(officer, acts.breakGlass);
      for (const act of [acts.message(), acts.message('mediationRoom'), acts.file(), acts.close, acts.accept('p1')]) {
        expect(story.refusal(officer, act)).not.toBe('');
      }
    }
  });

  test('A-30 the officer may end it before its time, and nobody else', () => {
    const before = inNegotiation();
    const given = decide(before.state, { ...acts.breakGlass, by: officer }, before.now);
    const state = given.reduce<Dossier>((each, event) => evolve(each, event), before.state);
    const soon = minutesAfter(before.now, 5);
    expect(() => decide(state, { ...acts.endBreakGlass, by: otherOfficer }, soon)).toThrow('content.not_open');
    expect(() => decide(state, { ...acts.breakGlass, by: officer }, soon)).toThrow('content.already_open');
    const [ended] = decide(state, { ...acts.endBreakGlass, by: officer }, soon);
    const after = evolve(state, ended!);
    expect(readsOf(after, officer, soon)).toEqual(without(before));
    expect(() => decide(after, { ...acts.endBreakGlass, by: officer }, soon)).toThrow('content.not_open');
    expect(() => decide(state, { ...acts.endBreakGlass, by: officer }, minutesAfter(before.now, 30))).toThrow(
      'content.not_open',
    );
  });

  test('A-30 two officers each have their own; who reads again later gives a reason again', () => {
    const both = inNegotiation().give(officer, acts.breakGlass);
    const second = decide(both.state, { ...acts.breakGlass, by: otherOfficer }, both.now);
    const state = second.reduce<Dossier>((each, event) => evolve(each, event), both.state);
    for (const actor of [officer, otherOfficer])
      expect(readerRoleOf(state, { actor, now: both.now })).toBe('readingOfficer');
    const again = both.give(officer, acts.breakGlass);
    expect(again.state.contentReaders).toEqual([{ officerId: 'officer-1', until: minutesAfter(again.now, 30) }]);
  });

  test('A-30 A-04 never a draft, never what was erased, never without a reason, never for another role', () => {
    expect(inDraft().refusal(officer, acts.breakGlass)).toBe('dossier.not_submitted');
    expect(expired().refusal(officer, acts.breakGlass)).toBe('dossier.draft_expired');
    const erased = failed().pass('purge');
    expect(erased.refusal(officer, acts.breakGlass)).toBe('dossier.purged');
    expect(inNegotiation().refusal(officer, { ...acts.breakGlass, reason: ' ' })).toBe('value.invalid');
    expect(inNegotiation().refusal(officer, { ...acts.breakGlass, justificationId: '' })).toBe('value.invalid');
    for (const by of [consumer, clerk, mediator]) {
      expect(inMediation().refusal(by, acts.breakGlass)).toBe('actor.not_officer');
    }
    const during = failed()
      .at(minutesAfter(failed().when('purge')!, -61))
      .give(officer, acts.breakGlass)
      .pass('purge');
    expect([during.state.contentReaders, readsOf(during.state, officer, during.now)]).toEqual([[], []]);
  });

  test('A-30 both parties, the represented consumer in person, and the mediator are told at once', () => {
    const told = (story: Story) => story.give(officer, acts.breakGlass).owed;
    const parties = ['consumerSide:break-glass', 'merchantSide:break-glass'];
    expect(told(inNegotiation())).toEqual(parties);
    expect(told(represented())).toEqual([...parties, 'consumer:break-glass']);
    expect(told(inMediation())).toEqual([...parties, 'mediator:break-glass']);
    for (const story of [mediatorNamed(), inMediation()]) {
      const after = story.give(officer, acts.breakGlass);
      const [event] = after.last;
      for (const reader of [consumer, clerk, mediator]) {
        const mail = mailFor(reader, { template: 'break-glass', event: event!, state: after.state, now: after.now });
        expect(mail).toBe('break-glass');
      }
    }
    expect(inNegotiation().give(officer, acts.breakGlass).last).toMatchObject([{ reason: 'court', by: officer }]);
  });

  test('A-30 a dossier of before has been read by nobody', () => {
    const { contentReaders: _, ...stored } = inNegotiation().state;
    expect(upgradeState(stored).contentReaders).toEqual([]);
  });

  test('A-30 whatever happens, content is open to an officer exactly while one of their own openings runs', () => {
    let met = 0;
    fc.assert(
      fc.property(fc.array(intents, { minLength: 10, maxLength: 30, size: 'max' }), (sequence) => {
        let until: Instant | null = null;
        play(
          [
            ...begin,
            ...sequence.flatMap((each) => [each, { ...end, wait: 0 } as const].slice(0, each.pick === 3 ? 2 : 1)),
          ],
          ({ after, events, now }) => {
            if (!after) return;
            for (const event of events ?? []) {
              if (event.type === 'glassBroken') until = event.until;
              if (event.type === 'breakGlassEnded' || event.type === 'dossierPurged') until = null;
            }
            const reads = canRead(after, { actor: officer, now }, 'summary');
            must(reads === (until !== null && now < until), 'read without an opening, or not read with one');
            must(!canRead(after, { actor: otherOfficer, now }, 'summary'), 'read by another officer');
            if (reads) met += 1;
          },
        );
      }),
      { numRuns: 150 },
    );
    expect(met).toBeGreaterThan(20);
  });
});

const begin = [
  { who: 'consumer', what: 'submitDossier', twist: 0, pick: 0, wait: 1 },
  { who: 'officer', what: 'breakGlass', twist: 0, pick: 0, wait: 1 },
] as const;
const end = { who: 'officer', what: 'endBreakGlass', twist: 0, pick: 0, wait: 0 } as const;
