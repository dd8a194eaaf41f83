import { actionFor, actions } from './actions.ts';
import { dossierMailTemplates } from '../reactions/mail-templates.ts';
import {
  acts,
  agreed,
  countered,
  expired,
  inDraft,
  inMediation,
  inNegotiation,
  mediatorProposed,
  represented,
  submitted,
} from '../../testing/story.ts';
import type { Story } from '../../testing/story.ts';
import { people } from '../../testing/people.ts';
import { turn } from '../turn.ts';
import type { Actor } from '../types.ts';
import { upgradeState } from '../state/upgrade.ts';

const { consumer, mediator, clerk, officer, otherClerk, friend, respondent } = people;

function allowed(story: Story, by: Actor): string[] {
  return actions(story.state, by, story.now)
    .filter((view) => view.allowed)
    .map((view) => (view.thread ? `${view.type} ${view.thread}` : view.type));
}

describe('what a person can do now', () => {
  test('F-056 F-068 on a draft', () => {
    expect(allowed(inDraft(), consumer)).toEqual(['submitDossier', 'nameRepresentative', 'addDocument']);
    expect(actionFor(inDraft().state, { actor: consumer, now: inDraft().now }, 'submitDossier').until).toBe(
      '2026-03-17T03:59:59.999Z',
    );
    expect(allowed(expired(), consumer)).toEqual([]);
    expect(allowed(expired(), officer)).toEqual(['extendDraft']);
  });

  test('A-23 before take-over the merchant takes charge or refuses, and nothing else', () => {
    expect(allowed(submitted(), clerk)).toEqual(['takeCharge', 'refuseToNegotiate']);
    // The respondent may also say who takes it (F-081).
    expect(allowed(submitted(), respondent)).toEqual(['takeCharge', 'giveCharge', 'refuseToNegotiate']);
  });

  test('F-090 in charge, the merchant answers', () => {
    expect(allowed(inNegotiation(), clerk)).toEqual([
      'giveCharge',
      'propose',
      'acceptProposal',
      'postMessage negotiation',
      'addDocument',
      'closeDossier',
    ]);
    expect(
      actionFor(inNegotiation().state, { actor: clerk, now: inNegotiation().now }, 'acceptProposal'),
    ).toMatchObject({
      proposalId: 'p1',
      version: 1,
    });
  });

  test('F-095 waiting, the consumer edits', () => {
    expect(allowed(inNegotiation(), consumer)).toContain('editProposal');
    expect(allowed(inNegotiation(), consumer)).not.toContain('acceptProposal');
  });

  test('F-105 A-01 when it is too soon for mediation, from when it is not', () => {
    const story = inNegotiation();
    expect(actionFor(story.state, { actor: consumer, now: story.now }, 'requestMediation')).toMatchObject({
      allowed: false,
      why: 'mediation.too_soon',
      from: '2026-04-16T17:00:00.000Z',
    });
    expect(actionFor(countered().state, { actor: consumer, now: countered().now }, 'requestMediation').allowed).toBe(
      true,
    );
  });

  test('F-111 F-113 in mediation', () => {
    expect(allowed(mediatorProposed(), clerk)).toEqual([
      'giveCharge',
      'acceptProposal',
      'askForRevision',
      'postMessage negotiation',
      'postMessage mediationRoom',
      'postMessage merchantCaucus',
      'shareMessages',
      'addDocument',
      'withdrawFromMediation',
    ]);
    expect(allowed(inMediation(), mediator)).toContain('propose');
    expect(allowed(inMediation(), officer)).toEqual([
      'assignMediator',
      'releaseMediator',
      'nudge',
      'contactSide',
      'breakGlass',
    ]);
  });

  test('F-072 F-073 a represented consumer', () => {
    expect(allowed(represented(), consumer)).toEqual(['removeRepresentative', 'addDocument']);
    expect(allowed(represented(), friend)).toContain('closeDossier');
  });

  test('F-103 after an agreement the parties write, until when', () => {
    expect(allowed(agreed(), consumer)).toEqual(['postMessage negotiation']);
    // Whoever has charge may hand it on, and a colleague may take it: somebody must be able to answer.
    expect(allowed(agreed(), clerk)).toEqual(['giveCharge', 'postMessage negotiation']);
    expect(allowed(agreed(), otherClerk)).toEqual(['takeCharge']);
    expect(actionFor(agreed().state, { actor: clerk, now: agreed().now }, 'postMessage').until).toBe(
      '2026-06-01T03:59:59.999Z',
    );
    expect(allowed(agreed(), officer)).toEqual(['breakGlass']);
  });

  test('F-053 with no dossier a consumer creates one', () => {
    expect(actionFor(null, { actor: consumer, now: inDraft().now }, 'createDossier').allowed).toBe(true);
    expect(actionFor(null, { actor: officer, now: inDraft().now }, 'createDossier').why).toBe('actor.not_allowed');
  });
});

describe('« À qui le tour »', () => {
  test('B-01 says who, since when, and what comes next', () => {
    const story = inDraft();
    expect(turn(story.state, story.now)).toEqual({
      who: 'consumer',
      what: 'completeDraft',
      since: story.now,
      by: { at: '2026-03-17T03:59:59.999Z', then: 'expires' },
    });
    expect(turn(submitted().state, submitted().now).by).toEqual({ at: '2026-03-05T14:00:00.000Z', then: 'reminder' });
    expect(turn(inMediation().state, inMediation().now)).toMatchObject({
      who: 'mediator',
      what: 'discussInMediation',
      by: { at: '2026-05-17T03:59:59.999Z', then: 'officeAlert' },
    });
  });

  test('B-01 after the last reminder, the alert to the Office; after that nothing is announced', () => {
    const late = inNegotiation().pass('turnReminder:3');
    expect(turn(late.state, late.now).by).toMatchObject({ then: 'officeAlert' });
    expect(turn(late.state, '2026-05-01T12:00:00.000Z').by).toBeNull();
  });

  test('F-100 B-05 after an agreement both perform it; then the file is read until it is erased', () => {
    const story = agreed();
    expect(turn(story.state, story.now)).toMatchObject({
      who: 'both',
      what: 'performAgreement',
      by: { then: 'messagesClose' },
    });
    const later = story.pass('messagesClose');
    expect(turn(later.state, later.now)).toMatchObject({ who: 'none', what: 'nothing', by: { then: 'erased' } });
    const gone = later.pass('purge');
    expect(turn(gone.state, gone.now)).toMatchObject({ who: 'none', since: gone.now, by: null });
  });

  test('A-05 an expired draft awaits nobody, and is erased', () => {
    expect(turn(expired().state, expired().now)).toMatchObject({ who: 'none', by: { then: 'erased' } });
  });
});

describe('the state', () => {
  test('§3 an older shape is completed; a newer one is refused', () => {
    const { documents: _documents, draftSince: _draftSince, ...older } = inMediation().state;
    expect(upgradeState(older)).toEqual({ ...inMediation().state, draftSince: older.createdAt });
    expect(() => upgradeState({ ...older, v: 2 })).toThrow('unknown version');
    expect(() => upgradeState(null)).toThrow('unknown version');
  });

  test('§4 every mail of a dossier has its own name', () => {
    expect(new Set(dossierMailTemplates).size).toBe(dossierMailTemplates.length);
    expect(inNegotiation().give(consumer, acts.message()).owed).toEqual(['merchantSide:message-received']);
  });
});

test('a fault of the rules is no refusal, and says where it was made; refusals asked in advance leave the length of traces as it was', () => {
  const { stackTraceLimit } = Error;
  const { state, now } = inNegotiation();
  let fault: unknown;
  try {
    actions({ ...state!, mediation: undefined, policy: undefined } as never, people.consumer, now);
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(TypeError);
  expect((fault as Error).stack).toContain('decide');
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});
