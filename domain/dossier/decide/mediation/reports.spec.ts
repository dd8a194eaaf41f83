import fc from 'fast-check';
import { mayBeNamed } from '../../state/parties.ts';
import { upgradeState } from '../../state/upgrade.ts';
import type { MediationReport, Side } from '../../types.ts';
import { people } from '../../../testing/people.ts';
import { assertQuickly, must, numRuns } from '../../../testing/random/sequences.ts';
import { acts, agreed, inMediation, submitted, type Story } from '../../../testing/story.ts';

const { mediator, officer, otherMediator, consumer } = people;

const ask = (side: Side) => ({ ...acts.report(), kind: 'nudge' as const, side });
const open = (story: Story): Pick<MediationReport, 'kind' | 'side'>[] =>
  (story.state.mediation?.openReports ?? []).map(({ kind, side }) => ({ kind, side }));
const moment = (story: Story, index: number) => story.state.mediation?.openReports[index]?.at ?? '';

/** Asked to reach both sides, then told that it comes to an end. */
const told = () =>
  inMediation()
    .give(mediator, ask('merchant'))
    .give(mediator, ask('consumer'))
    .give(mediator, acts.report())
    .give(mediator, { ...acts.report(), kind: 'waiting', side: 'merchant' });

describe('F-136 the Office answers what the mediator asked, each request by itself', () => {
  test('F-136 a reminder, a call or a letter answers requests about that side alone, and no other news', () => {
    const acted = [
      [acts.nudge('merchant'), 'nudged'],
      [acts.contact('merchant'), 'reached'],
      [acts.contact('merchant', 'letter'), 'letter'],
    ] as const;
    for (const [act, answer] of acted) {
      const story = told().give(officer, act);
      expect(story.last).toMatchObject([
        { type: expect.stringMatching(/^side/) },
        // The mediator is told which of these it was.
        { type: 'reportAnswered', side: 'merchant', answer },
      ]);
      expect(open(story).map(({ kind, side }) => `${kind} ${side}`)).toEqual([
        'nudge consumer',
        'imminent null',
        'waiting merchant',
      ]);
      expect(story.owed).toContain('mediator:mediation-report-answered');
    }
  });

  test('F-136 two requests about one side are answered by one act, and told once', () => {
    const story = inMediation().give(mediator, ask('merchant')).give(mediator, ask('merchant'));
    const answered = story.give(officer, acts.contact('merchant'));
    expect(open(answered)).toEqual([]);
    expect(answered.owed).toEqual(['mediator:mediation-report-answered']);
  });

  test('F-136 a call that nobody answered is a fact and answers nothing; the Office then says that it could not reach the side', () => {
    const called = inMediation().give(mediator, ask('merchant')).give(officer, acts.contact('merchant', 'missed'));
    expect(called.last.map(({ type }) => type)).toEqual(['sideContacted']);
    expect(open(called)).toHaveLength(1);
    const answered = called.give(officer, acts.answer(moment(called, 0), 'unreachable'));
    expect(open(answered)).toEqual([]);
    expect(answered.last[0]).toMatchObject({ type: 'reportAnswered', answer: 'unreachable', side: 'merchant' });
    expect(called.give(officer, acts.answer(moment(called, 0), 'settled')).owed).toEqual([
      'mediator:mediation-report-answered',
    ]);
  });

  test('F-130 F-136 news are answered by having been read, a request is not; each once, and by the Office alone', () => {
    const story = told();
    expect(story.refusal(officer, acts.answer(moment(story, 0), 'seen'))).toBe('value.invalid');
    expect(story.refusal(officer, acts.answer(moment(story, 2), 'settled'))).toBe('value.invalid');
    expect(story.refusal(officer, acts.answer('2026-01-01T00:00:00.000Z'))).toBe('mediation.report_answered');
    expect(story.refusal(mediator, acts.answer(moment(story, 2)))).toBe('actor.not_officer');
    const read = story.give(officer, acts.answer(moment(story, 2)));
    expect(open(read)).toHaveLength(3);
    expect(read.refusal(officer, acts.answer(moment(story, 2)))).toBe('mediation.report_answered');
  });

  test('F-136 another mediator does not answer a request, and is told of the answer', () => {
    const story = inMediation()
      .give(mediator, ask('merchant'))
      .give(mediator, acts.recuse)
      .give(officer, acts.assign(otherMediator.userId))
      .give(otherMediator, acts.declare);
    expect(open(story)).toHaveLength(1);
    expect(story.give(officer, acts.nudge('merchant')).owed).toEqual([
      'merchantSide:office-nudge',
      'mediator:mediation-report-answered',
    ]);
  });

  test('F-136 the Office calls or writes to a side of a dossier under way, and only the Office', () => {
    expect(submitted().give(officer, acts.contact('merchant')).owed).toEqual([]);
    expect(inMediation().give(officer, acts.contact('consumer', 'letter')).last).toHaveLength(1);
    expect(inMediation().refusal(consumer, acts.contact())).toBe('actor.not_officer');
    expect(agreed().refusal(officer, acts.contact())).toBe('dossier.closed');
  });

  test('F-130 a report of before each was answered by itself is there to be read; when there was none, none is', () => {
    const { state } = inMediation().give(mediator, acts.report());
    const { openReports, ...mediation } = state.mediation!;
    const stored = (lastReport: unknown) => ({ ...state, mediation: { ...mediation, lastReport } });
    expect(upgradeState(stored(openReports[0])).mediation).toEqual(state.mediation);
    expect(upgradeState(stored(null)).mediation?.openReports).toEqual([]);
  });
});

/** What the mediator and the Office do, each about a side; `pick`: which of the open reports is answered, and how. */
const doings = fc.record({
  what: fc.constantFrom('ask', 'tell', 'wait', 'nudge', 'reached', 'missed', 'letter', 'answer', 'recuse', 'assign'),
  side: fc.constantFrom<Side>('consumer', 'merchant'),
  pick: fc.nat(5),
});

test('F-130 F-136 whatever they do, a report is open until an act about the side that it asks to reach, or its own answer', () => {
  let answered = 0;
  assertQuickly(
    fc.property(fc.array(doings, { minLength: 5, maxLength: 40, size: 'max' }), (sequence) => {
      let story = inMediation();
      let expected: { at: string; kind: string; side: Side | null }[] = [];
      for (const { what, side, pick } of sequence) {
        const { mediatorId } = story.state.mediation!;
        const by = mediatorId === mediator.userId ? mediator : otherMediator;
        const report = {
          ...acts.report(),
          ...(what === 'tell' ? {} : { kind: what === 'ask' ? 'nudge' : 'waiting', side }),
        };
        const before = expected;
        if (what === 'recuse' || what === 'ask' || what === 'tell' || what === 'wait') {
          if (mediatorId === null) continue;
          if (what === 'recuse') {
            story = story.give(by, acts.recuse);
            continue;
          }
          story = story.give(by, report as ReturnType<typeof acts.report>);
          expected = [...expected, { at: story.last[0]!.at, kind: report.kind, side: report.side }];
        } else if (what === 'assign') {
          if (mediatorId !== null) continue;
          // Who handed it back is not named again (ADR 49).
          const free = [mediator, otherMediator].filter(({ userId }) => mayBeNamed(story.state, userId));
          const next = free[pick % Math.max(1, free.length)];
          if (!next) continue;
          story = story.give(officer, acts.assign(next.userId)).give(next, acts.declare);
        } else if (what === 'answer') {
          const chosen = expected[pick % Math.max(1, expected.length)];
          if (!chosen) continue;
          story = story.give(officer, acts.answer(chosen.at, chosen.kind === 'nudge' ? 'settled' : 'seen'));
          expected = expected.filter((each) => each !== chosen);
        } else {
          story = story.give(officer, what === 'nudge' ? acts.nudge(side) : acts.contact(side, what));
          if (what !== 'missed') expected = expected.filter((each) => each.kind !== 'nudge' || each.side !== side);
        }
        const kept = story.state.mediation!.openReports.map(({ at, kind, side: of }) => ({ at, kind, side: of }));
        must(JSON.stringify(kept) === JSON.stringify(expected), `${what} ${side}: ${JSON.stringify(kept)}`);
        if (expected.length >= before.length) continue;
        answered += 1;
        const told = story.owed.includes('mediator:mediation-report-answered');
        must(told === (story.state.mediation!.mediatorId !== null), 'the mediator is told');
      }
    }),
    Math.min(numRuns, 1_000),
  );
  expect(answered).toBeGreaterThan(0);
});
