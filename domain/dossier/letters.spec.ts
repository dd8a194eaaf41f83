import { canRead } from '../access/index.ts';
import { people } from '../testing/people.ts';
import { holds, must } from '../testing/random/sequences.ts';
import {
  acts,
  agreed,
  inDraft,
  inMediation,
  inNegotiation,
  mediatorProposed,
  submitted,
  type Story,
} from '../testing/story.ts';
import { fittingLetters } from './letters.ts';

const { consumer, mediator, officer } = people;
const letters = ({ state, now }: Story) => fittingLetters(state, now).map(({ side, about }) => `${side} ${about}`);

test('F-136 B-11 §6 a letter says what its side is awaited for: to take charge, in negotiation, in mediation; or that nobody answered a call', () => {
  expect(letters(submitted())).toEqual(['merchant takeCharge', 'merchant calls']);
  const late = submitted().pass('takeChargeAlert');
  for (const { since } of fittingLetters(late.state, late.now)) expect(since).toBe(late.state.submittedAt);
  expect(letters(inNegotiation())).toEqual(['merchant negotiation', 'merchant calls']);
  expect(letters(inMediation())).toEqual([]);
  // Both are awaited as anybody may know it, whatever one of them answered (§6).
  const both = ['consumer mediation', 'consumer calls', 'merchant mediation', 'merchant calls'];
  expect(letters(mediatorProposed())).toEqual(both);
  const answered = mediatorProposed().give(consumer, acts.accept('p3'));
  expect(letters(answered)).toEqual(both);
  // Since when a side is awaited hangs there on what somebody answered: none of them tells it.
  for (const { since } of fittingLetters(answered.state, answered.now))
    expect(since).toBe(answered.state.mediation?.startedAt);
  for (const story of [inDraft(), agreed()]) expect(letters(story)).toEqual([]);
});

test('F-136 the side that the mediator asks the Office to reach may be written to, whoever is awaited, until that is answered', () => {
  const asked = inMediation().give(mediator, { ...acts.report(), kind: 'nudge', side: 'consumer' });
  expect(letters(asked)).toEqual(['consumer mediation', 'consumer calls']);
  expect(letters(asked.give(officer, acts.contact('consumer', 'letter')))).toEqual([]);
  // Only what asks for it leads to one.
  expect(letters(inMediation().give(mediator, { ...acts.report(), kind: 'waiting', side: 'consumer' }))).toEqual([]);
  expect(fittingLetters(asked.state, asked.now)[0]?.since).toBe(asked.state.mediation?.startedAt);
});

test('F-136 §6 wherever there is a letter to be sent, the Office has the address that it goes to', () => {
  let found = 0;
  holds(({ after, now }) => {
    if (!after || fittingLetters(after, now).length === 0) return;
    found += 1;
    must(canRead(after, { actor: officer, now }, 'contacts'), `no address in ${after.status}`);
  });
  expect(found).toBeGreaterThan(0);
});
