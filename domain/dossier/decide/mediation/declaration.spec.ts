import {
  accessOf,
  canReadThread,
  canWriteThread,
  readerRoleOf,
  readsThreadFrom,
  resources,
} from '../../../access/index.ts';
import {
  acts,
  failed,
  inMediation,
  mediationRequested,
  mediatorNamed,
  mediatorProposed,
  type Story,
} from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';
import { canKnow, mailFor } from '../../../visibility/index.ts';
import { keysOf } from '../../../known-values.ts';
import { actions } from '../../actions/actions.ts';
import { allowedRoles } from '../../guards.ts';
import { turn } from '../../turn.ts';
import type { Actor } from '../../types.ts';
import { upgradeState } from '../../state/upgrade.ts';

const { consumer, mediator, clerk, officer, otherMediator } = people;

const roleIn = ({ state, now }: Story, actor: Actor) => readerRoleOf(state, { actor, now });

describe('before reading, a mediator declares no conflict of interest', () => {
  test('B-10 who is named reads names and nothing else, and may declare or hand back, no more', () => {
    const { state, now } = mediatorNamed();
    const by = { actor: mediator, now };
    expect(readerRoleOf(state, by)).toBe('assignedMediator');
    expect(resources.filter((resource) => accessOf(state, by, resource) !== 'none')).toEqual(['identities']);
    const offered = actions(state, mediator, now).filter(({ allowed }) => allowed);
    expect(offered.map(({ type }) => type)).toEqual(['declareNoConflict', 'recuse']);
    const refused = keysOf(allowedRoles).filter((type) => allowedRoles[type].includes('mediator') && type !== 'recuse');
    const reasons = actions(state, mediator, now).filter(({ type, allowed }) => refused.includes(type) && !allowed);
    expect(new Set(reasons.map(({ why }) => why))).toEqual(new Set(['mediation.not_declared']));
  });

  test('B-10 once declared the dossier opens, both sides are told, and it is said once', () => {
    const story = inMediation();
    expect(story.owed).toEqual(['consumerSide:mediator-declared', 'merchantSide:mediator-declared']);
    expect(roleIn(story, mediator)).toBe('mediator');
    expect(story.refusal(mediator, acts.declare)).toBe('mediation.already_declared');
    expect(mediatorNamed().refusal(otherMediator, acts.declare)).toBe('actor.not_mediator');
    expect(mediatorNamed().refusal(officer, acts.declare)).toBe('actor.not_mediator');
    expect(mediationRequested().refusal(mediator, acts.declare)).toBe('actor.not_mediator');
  });

  test('B-10 a conflict puts the dossier back in the Office’s queue; who follows declares in turn', () => {
    const back = mediatorNamed().give(mediator, acts.recuse);
    expect(back.owed).toEqual([
      'consumerSide:mediator-recused',
      'merchantSide:mediator-recused',
      'office:mediator-recused-office',
    ]);
    expect(turn(back.state, back.now)).toMatchObject({ who: 'office', what: 'assignMediator' });
    const next = back.give(officer, acts.assign('otherMediator-1'));
    expect(roleIn(next, otherMediator)).toBe('assignedMediator');
    expect(roleIn(next, mediator)).toBe('stranger');
    const replaced = inMediation().give(officer, acts.assign('otherMediator-1', 'mediator-1'));
    expect(replaced.refusal(otherMediator, acts.message('mediationRoom'))).toBe('mediation.not_declared');
  });

  test('B-01 B-02 who is named after somebody who had not declared is awaited from their own naming on, for what comes next too', () => {
    const others = acts.assign(otherMediator.userId, mediator.userId);
    const late = '2026-03-20T15:00:00.000Z';
    const named = mediatorNamed().at(late).give(officer, others);
    expect(turn(named.state, named.now)).toMatchObject({ what: 'declareNoConflict', since: named.now });
    // Their own page tells when they will be reminded, and nobody else's.
    expect(turn(named.state, named.now, 'mediator').by).toEqual({ at: '2026-03-27T13:00:00.000Z', then: 'reminder' });
    expect(turn(named.state, named.now).by?.then).toBe('officeAlert');
    // Of before the declaration was asked for: one follows the other at work, or after a withdrawal.
    const { mustDeclare: _, ...before } = others;
    for (const [story, what] of [
      [inMediation(), 'discussInMediation'],
      [inMediation().give(consumer, acts.leave), 'closeAfterWithdrawal'],
    ] as const) {
      const followed = story.at(late).give(officer, before);
      expect(turn(followed.state, followed.now)).toMatchObject({ what, since: followed.now });
    }
  });

  test('B-10 of a declared conflict the parties are told the change only, whatever the mediator would have them read', () => {
    expect(mediatorNamed().refusal(mediator, acts.recuseSayingWhy)).toBe('mediation.not_declared');
  });

  test('A-09 A-24 proposals freeze and the 75 days run from the assignment, declared or not', () => {
    const named = mediatorNamed();
    expect(named.state.proposals.map(({ state }) => state)).toEqual(['superseded', 'frozen']);
    const declared = named.at('2026-03-20T12:00:00.000Z').give(mediator, acts.declare);
    expect(declared.state.mediation?.target).toBe(named.state.mediation?.target);
    expect(declared.when('mediationTarget')).toBe(named.when('mediationTarget'));
  });

  test('B-02 B-10 who does not declare is reminded, the Office told in the end, and everyone sees whom it waits for', () => {
    const story = mediatorNamed();
    for (const reader of [undefined, 'consumer', 'merchant'] as const) {
      expect(turn(story.state, story.now, reader)).toMatchObject({ who: 'mediator', what: 'declareNoConflict' });
    }
    const reminded = story.pass('mediatorReminder:1');
    expect(reminded.owed).toEqual(['mediator:mediator-reminder']);
    const event = reminded.last[0]!;
    expect(canKnow(reminded.state, { actor: consumer, now: reminded.now }, event)).toBe(false);
    expect(mailFor(mediator, { template: 'mediator-reminder', event, ...reminded })).toBe('mediator-reminder');
    expect(canKnow(reminded.state, { actor: officer, now: reminded.now }, event)).toBe(false);
    const alerted = story.pass('mediatorAlert');
    expect(alerted.owed).toEqual(['office:mediator-alert']);
    expect(canKnow(alerted.state, { actor: officer, now: alerted.now }, alerted.last[0]!)).toBe(true);
  });

  test('F-113 A-02 nobody writes to them in private or shows them anything before; the room stays open', () => {
    for (const by of [consumer, clerk]) {
      const caucus = by === consumer ? 'consumerCaucus' : 'merchantCaucus';
      expect(mediatorNamed().refusal(by, acts.message(caucus))).toBe('mediation.not_declared');
      for (const [story, writes] of [
        [mediatorNamed(), false],
        [inMediation(), true],
      ] as const)
        expect(canWriteThread(story.state, { actor: by, now: story.now }, caucus)).toBe(writes);
      expect(mediatorNamed().refusal(by, acts.share)).toBe('mediation.not_declared');
      const wrote = mediatorNamed().give(by, acts.message('mediationRoom'));
      const told = mailFor(mediator, { template: 'message-received', event: wrote.last[0]!, ...wrote });
      expect(told).toBeNull();
    }
  });

  test('B-10 a mediator of before, in a journal or a state that asks for nothing, is at work', () => {
    const { mustDeclare: _, ...before } = acts.assign();
    const story = mediationRequested().give(officer, before);
    expect(story.last).toEqual([expect.not.objectContaining({ mustDeclare: true })]);
    expect(roleIn(story, mediator)).toBe('mediator');
    const { declaredAt: _none, ...mediation } = inMediation().state.mediation!;
    const stored = { ...inMediation().state, mediation };
    expect(readerRoleOf(upgradeState(stored), { actor: mediator, now: story.now })).toBe('mediator');
    expect(upgradeState(mediatorNamed().state).mediation?.declaredAt).toBeNull();
  });

  test('A-08 it closes by itself after a withdrawal though nobody declared; they learn that it is over, not why', () => {
    const closed = mediatorNamed().give(consumer, acts.leave).pass('withdrawalClose');
    const by = { actor: mediator, now: closed.now };
    expect(canKnow(closed.state, by, closed.last[0]!)).toBe(true);
    expect(accessOf(closed.state, by, 'closing')).toBe('none');
    expect(accessOf(failed().state, { actor: mediator, now: failed().now }, 'closing')).toBe('read');
  });
});

describe('private talks with a former mediator', () => {
  const changed = mediatorProposed()
    .give(consumer, acts.message('consumerCaucus'))
    .give(officer, acts.assign('otherMediator-1', 'mediator-1'))
    .give(otherMediator, acts.declare);

  test('A-03 are closed to the one who follows until that party opens its own; the other’s stays closed', () => {
    const { assignedAt } = changed.state.mediation!;
    expect(readsThreadFrom(changed.state, 'mediator', 'consumerCaucus')).toBe(assignedAt);
    expect(readsThreadFrom(changed.state, 'mediator', 'mediationRoom')).toBeNull();
    expect(readsThreadFrom(changed.state, 'consumer', 'consumerCaucus')).toBeNull();
    const opened = changed.give(consumer, acts.openCaucus);
    expect(opened.owed).toEqual(['mediator:caucus-opened']);
    expect(readsThreadFrom(opened.state, 'mediator', 'consumerCaucus')).toBeNull();
    expect(readsThreadFrom(opened.state, 'mediator', 'merchantCaucus')).toBe(assignedAt);
    expect(canKnow(opened.state, { actor: clerk, now: opened.now }, opened.last[0]!)).toBe(false);
    expect(opened.refusal(consumer, acts.openCaucus)).toBe('mediation.already_opened');
    expect(opened.give(clerk, acts.openCaucus).owed).toEqual(['mediator:caucus-opened']);
  });

  test('A-03 what was opened to one is closed to the next, and the former one reads nothing at once', () => {
    const again = changed
      .give(consumer, acts.openCaucus)
      .give(officer, acts.assign('mediator-1', 'otherMediator-1'))
      .give(mediator, acts.declare);
    expect(again.state.mediation?.openedCaucuses).toEqual([]);
    expect(canReadThread(again.state, { actor: otherMediator, now: again.now }, 'consumerCaucus')).toBe(false);
    expect(inMediation().refusal(consumer, acts.openCaucus)).toBe('mediation.no_former_mediator');
    expect(inMediation().refusal(mediator, acts.openCaucus)).toBe('actor.not_allowed');
  });
});
