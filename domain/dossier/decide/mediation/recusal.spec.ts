import { acts, inMediation, mediationRequested, mediatorNamed, mediatorProposed } from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';
import { canKnow, canKnowRecusalReason } from '../../../visibility/index.ts';
import type { DossierEvent } from '../../events.ts';
import { mayBeNamed } from '../../state/parties.ts';
import { upgradeState } from '../../state/upgrade.ts';

const { consumer, clerk, respondent, otherClerk, mediator, otherMediator, officer } = people;
const mediatorId = mediator.userId;
const otherId = otherMediator.userId;

describe('« Me retirer », by a mediator', () => {
  test('B-10 the Office reads why; the parties when the mediator says so, by mail and in the history, and nowhere else', () => {
    const cases = [
      [inMediation().give(mediator, acts.recuse), 'mediator-recused', false],
      [inMediation().give(mediator, acts.recuseSayingWhy), 'mediator-recused-why', true],
    ] as const;
    for (const [story, template, told] of cases) {
      expect(story.owed).toEqual([
        `consumerSide:${template}`,
        `merchantSide:${template}`,
        'office:mediator-recused-office',
      ]);
      const event = story.last[0] as Extract<DossierEvent, { type: 'mediatorRecused' }>;
      expect(event).toMatchObject({ type: 'mediatorRecused', reason: 'conflict' });
      const next = story.give(officer, acts.assign(otherId)).give(otherMediator, acts.declare);
      for (const { state, now } of [story, next]) {
        for (const actor of [consumer, clerk, respondent, otherClerk]) {
          expect(canKnow(state, { actor, now }, event)).toBe(true);
          expect(canKnowRecusalReason(state, { actor, now }, event)).toBe(told);
        }
        expect(canKnowRecusalReason(state, { actor: officer, now }, event)).toBe(true);
        expect(canKnowRecusalReason(state, { actor: mediator, now }, event)).toBe(false);
      }
      expect(canKnowRecusalReason(next.state, { actor: otherMediator, now: next.now }, event)).toBe(told);
    }
    expect(inMediation().refusal(mediator, { ...acts.recuse, reason: '' })).toBe('value.invalid');
    expect(inMediation().refusal(consumer, acts.recuseSayingWhy)).toBe('actor.not_mediator');
  });

  test('F-121 whoever handed a dossier back, having led it or not, is not named in it again', () => {
    for (const story of [mediatorNamed(), inMediation(), mediatorProposed()]) {
      const back = story.give(mediator, acts.recuse);
      expect(mayBeNamed(story.state, mediatorId)).toBe(false);
      expect(back.state.mediation).toMatchObject({ mediatorId: null, assignedAt: null, declaredAt: null });
      expect(back.refusal(officer, acts.assign(mediatorId))).toBe('mediation.recused');
      expect([mediatorId, otherId, consumer.userId].map((id) => mayBeNamed(back.state, id))).toEqual([
        false,
        true,
        false,
      ]);
      const next = back.give(officer, acts.assign(otherId));
      expect(next.refusal(officer, acts.assign(mediatorId, otherId))).toBe('mediation.recused');
      const again = next.give(otherMediator, acts.recuse);
      for (const id of [mediatorId, otherId]) {
        expect(again.refusal(officer, acts.assign(id))).toBe('mediation.recused');
        expect(mayBeNamed(again.state, id)).toBe(false);
      }
    }
  });

  test('F-121 the Office may come back to a person whom it replaced itself', () => {
    const replaced = inMediation().give(officer, acts.assign(otherId, mediatorId));
    expect(mayBeNamed(replaced.state, mediatorId)).toBe(true);
    expect(replaced.give(officer, acts.assign(mediatorId, otherId)).state.mediation?.mediatorId).toBe(mediatorId);
  });

  test('B-11 who led a mediation stays known, whoever leads it now, and each once, the last one last', () => {
    expect(mediatorNamed().state.mediation?.ledBy).toEqual([]);
    const replaced = inMediation().give(officer, acts.assign(otherId, mediatorId));
    expect(replaced.state.mediation?.ledBy).toEqual([mediatorId]);
    const both = replaced.give(otherMediator, acts.declare).give(officer, acts.assign(mediatorId, otherId));
    expect(both.give(mediator, acts.declare).state.mediation?.ledBy).toEqual([otherId, mediatorId]);
  });

  test('F-121 journals and states of before say what they can', () => {
    const { unlessRecused: _, ...before } = acts.assign();
    const again = inMediation().give(mediator, acts.recuse).give(officer, before);
    expect(again.state.mediation).toMatchObject({ mediatorId, recused: [mediatorId] });
    const { mustDeclare: _declare, ...atOnce } = before;
    const undeclared = mediationRequested().give(officer, atOnce).give(officer, acts.assign(otherId, mediatorId));
    expect(undeclared.state.mediation?.ledBy).toEqual([mediatorId]);
    expect(again.give(mediator, acts.recuse).state.mediation?.recused).toEqual([mediatorId]);
    const atWork = again.give(mediator, acts.declare).state;
    const { ledBy: _led, recused: _recused, ...mediation } = atWork.mediation!;
    expect(upgradeState({ ...atWork, mediation }).mediation).toMatchObject({ ledBy: [mediatorId], recused: [] });
    // Whoever had not declared had led nothing.
    const { ledBy: _led2, ...awaited } = again.state.mediation!;
    expect(upgradeState({ ...again.state, mediation: awaited }).mediation?.ledBy).toEqual([]);
    const never = mediationRequested().state;
    const { ledBy: _l, recused: _r, ...asked } = never.mediation!;
    expect(upgradeState({ ...never, mediation: asked }).mediation).toMatchObject({ ledBy: [], recused: [] });
  });
});
