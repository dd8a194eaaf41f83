import { people } from '../../testing/people.ts';
import {
  acts,
  agreed,
  closingAnnounced,
  countered,
  expired,
  inDraft,
  inMediation,
  inNegotiation,
  mediationRequested,
  mediatorNamed,
  mediatorProposed,
  submitted,
  type Story,
} from '../../testing/story.ts';
import type { DossierEvent } from '../events.ts';
import type { DossierMailTemplate } from './mail-templates.ts';
import { isOver } from './over.ts';

const { consumer, clerk, friend, mediator, officer, otherMediator } = people;

/** Whether what a mail of the last act of `told` says is over, just then and once `meanwhile` is done. */
function overBefore(template: DossierMailTemplate, told: Story, meanwhile: (at: Story) => Story): boolean[] {
  const [event] = told.last as [DossierEvent];
  return [told, meanwhile(told)].map(({ state }) => isOver({ event, template }, state));
}

function answeredReport(): Story {
  const asked = inMediation().give(mediator, acts.report());
  return asked.give(officer, acts.answer(asked.now));
}

const another = (at: Story) => at.give(officer, acts.assign(otherMediator.userId, mediator.userId));
const later = '2027-03-02T15:00:00.000Z';

describe('a mail that leaves late says nothing that is over', () => {
  test.each<[string, DossierMailTemplate, Story, (at: Story) => Story]>([
    [
      'A-06',
      'take-charge-reminder',
      submitted().pass('takeChargeReminder:1'),
      (at) => at.give(clerk, acts.takeCharge()),
    ],
    ['A-06', 'merchant-silent-alert', submitted().pass('takeChargeAlert'), (at) => at.give(consumer, acts.close)],
    ['A-22', 'charge-waiting', submitted().give(consumer, acts.message()), (at) => at.give(clerk, acts.refuse)],
    ['A-22', 'charge-waiting', agreed().give(consumer, acts.message()), (at) => at.pass('messagesClose')],
    ['A-05', 'draft-reminder', inDraft().pass('draftReminder:1'), (at) => at.give(consumer, acts.submit)],
    ['A-05', 'draft-expired', expired(), (at) => at.give(officer, acts.extend(later))],
    ['B-02', 'turn-reminder', countered().pass('turnReminder:1'), (at) => at.give(consumer, acts.propose('p3', 'p2'))],
    ['B-02', 'turn-alert', countered().pass('turnAlert'), (at) => at.give(consumer, acts.accept('p2'))],
    [
      'F-105',
      'mediation-available',
      inNegotiation().pass('mediationAvailable'),
      (at) => at.give(clerk, acts.requestMediation),
    ],
    [
      'A-24',
      'mediation-target-passed',
      inMediation().pass('mediationTarget'),
      (at) => at.give(mediator, acts.report(later)),
    ],
    [
      'F-116',
      'mediator-reminder',
      mediatorProposed().give(consumer, acts.askForRevision('p3')).pass('mediatorReminder:1'),
      (at) => at.give(mediator, acts.edit('p3', 1)),
    ],
    [
      'A-19',
      'representative-invitation',
      inDraft().give(consumer, acts.invite),
      (at) => at.give(consumer, acts.dismiss),
    ],
    ['F-073', 'representative-named', inDraft().give(consumer, acts.invite), (at) => at.give(friend, acts.join)],
    ['F-105', 'mediation-to-assign', mediationRequested(), (at) => at.give(officer, acts.assign())],
    ['F-121', 'mediation-assigned', mediatorNamed(), another],
    ['F-144', 'mediator-declared', inMediation(), another],
    [
      '§9.5',
      'mediator-recused',
      inMediation().give(mediator, acts.recuse),
      (at) => at.give(officer, acts.assign('m-2')),
    ],
    ['F-131', 'closing-announced', closingAnnounced(), (at) => at.give(mediator, acts.fail)],
    ['F-131', 'closing-announced', closingAnnounced(), (at) => at.give(mediator, acts.propose('p3', null))],
    ['F-131', 'closing-announced', closingAnnounced(), (at) => at.give(mediator, acts.recuse)],
    [
      'F-131',
      'closing-announced',
      closingAnnounced(),
      (at) => at.give(mediator, acts.propose('p3', null)).give(mediator, acts.announce),
    ],
    [
      'F-020',
      'mediator-released',
      inMediation().give(officer, acts.release()),
      (at) => at.give(officer, acts.assign()),
    ],
    [
      '§9.5',
      'mediator-recused-office',
      inMediation().give(mediator, acts.recuse),
      (at) => at.give(consumer, acts.leave).pass('withdrawalClose'),
    ],
    [
      'B-02',
      'mediator-alert',
      inMediation().pass('mediatorAlert'),
      (at) => at.give(mediator, acts.message('merchantCaucus')),
    ],
    [
      'F-136',
      'mediation-report-answered',
      answeredReport(),
      (at) => at.give(mediator, acts.announce).give(mediator, acts.fail),
    ],
    [
      'A-03',
      'caucus-opened',
      another(inMediation()).give(otherMediator, acts.declare).give(consumer, acts.openCaucus),
      (at) => at.give(officer, acts.assign(mediator.userId, otherMediator.userId)),
    ],
    [
      '§6',
      'mediation-acceptance',
      mediatorProposed().give(consumer, acts.accept('p3')),
      (at) => at.give(clerk, acts.accept('p3')),
    ],
    [
      'F-115',
      'mediation-revision-asked',
      mediatorProposed().give(consumer, acts.askForRevision('p3')),
      (at) => at.give(consumer, acts.accept('p3')),
    ],
  ])('%s %s', (...[, template, told, meanwhile]) => {
    expect(overBefore(template, told, meanwhile)).toEqual([false, true]);
  });

  test('A-05 of two extensions the second alone is told once both are given', () => {
    const first = expired().give(officer, acts.extend(later));
    const again = (at: Story) => at.give(officer, acts.extend('2027-04-02T15:00:00.000Z'));
    expect(overBefore('draft-extended', first, again)).toEqual([false, true]);
  });

  test('§6 of two acceptances, each of its own version, the last one alone is told to the mediator', () => {
    const first = mediatorProposed().give(consumer, acts.accept('p3'));
    const again = (at: Story) => at.give(mediator, acts.edit('p3', 1)).give(consumer, acts.accept('p3', 2));
    expect(overBefore('mediation-acceptance', first, again)).toEqual([false, true]);
  });

  test('F-144 what was done is told however late', () => {
    const message = inNegotiation().give(consumer, acts.message());
    expect(overBefore('message-received', message, (at) => at.give(clerk, acts.close))).toEqual([false, false]);
    expect(overBefore('mediation-requested', mediationRequested(), (at) => at.give(officer, acts.assign()))).toEqual([
      false,
      false,
    ]);
    // Who lost a mediation is told so, whoever has it by now.
    const replaced = another(inMediation());
    expect(
      overBefore('mediation-reassigned', replaced, (at) =>
        at.give(officer, acts.assign(mediator.userId, otherMediator.userId)),
      ),
    ).toEqual([false, false]);
  });
});
