import { people } from '../testing/people.ts';
import { acts, inMediation, inNegotiation, mediatorProposed } from '../testing/story.ts';
import type { CommandBody } from './commands.ts';
import type { DomainErrorCode } from './errors.ts';
import { decide } from './decide.ts';
import { DomainError } from './errors.ts';
import { evolve } from './evolve.ts';
import { growing, room } from './room.ts';
import { currentVersion, openProposal } from './state/proposals.ts';
import type { Actor, Dossier } from './types.ts';

const { consumer, clerk, otherClerk, mediator, officer } = people;
const now = '2026-04-01T15:00:00.000Z';
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Gives a command again and again until it is refused; the state then, and the refusal. */
function untilRefused(
  state: Dossier,
  next: (state: Dossier, n: number) => CommandBody & { by: Actor },
): { state: Dossier; code: DomainErrorCode; given: number } {
  for (let given = 0; given <= 20_000; given += 1) {
    try {
      for (const event of decide(state, next(state, given), now)) state = evolve(state, event) as Dossier;
    } catch (error) {
      if (error instanceof DomainError) return { state, code: error.code, given };
      throw error;
    }
  }
  throw new Error('never refused');
}

const counter = (state: Dossier, n: number) => {
  const open = openProposal(state);
  const by = open?.author === 'consumer' ? clerk : consumer;
  return { type: 'propose', proposalId: id(n), contentId: id(n), answers: open?.id ?? null, by } as const;
};
const edit = (by: Actor) => (state: Dossier, n: number) => {
  const open = openProposal(state);
  if (!open) throw new Error('nothing is open');
  const { version } = currentVersion(open);
  return { type: 'editProposal', proposalId: open.id, version, contentId: id(n), by } as const;
};
const refusalOf = (state: Dossier, command: CommandBody & { by: Actor }): string | null => {
  try {
    decide(state, command, now);
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : 'a fault';
  }
};

describe('no dossier outgrows the engine', () => {
  test('proposals, their versions and documents are counted, each with its refusal', () => {
    const full = untilRefused(inNegotiation().state, counter);
    expect([full.code, full.state.proposals.length]).toEqual(['proposal.too_many', room.proposals]);
    const versions = (state: Dossier) => state.proposals.reduce((sum, each) => sum + each.versions.length, 0);
    const edited = untilRefused(mediatorProposed().state, edit(mediator));
    expect([edited.code, versions(edited.state)]).toEqual(['proposal.too_many', room.versions]);
    const filed = untilRefused(inNegotiation().state, (_, n) => ({
      type: 'addDocument',
      documentId: id(n),
      by: consumer,
    }));
    expect([filed.code, filed.given]).toEqual(['document.too_many', room.documentsEach]);
  });

  test('documents that were withdrawn count, and one side does not take the other’s room', () => {
    const { state } = untilRefused(inNegotiation().state, (_, n) =>
      n % 2 === 0
        ? { type: 'addDocument', documentId: id(n), by: consumer }
        : { type: 'withdrawDocument', documentId: id(n - 1), justificationId: id(n), by: consumer },
    );
    expect(state.documents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    expect(state.documents).toHaveLength(room.documentsEach);
    expect(refusalOf(state, { type: 'addDocument', documentId: id(9_999), by: clerk })).toBeNull();
  });

  test('F-131 a full dossier can still be ended, its people replaced, and looked at by the Office', () => {
    const state = { ...inMediation().state, seq: room.events };
    const message = { type: 'postMessage', thread: 'mediationRoom', messageId: id(1) } as const;
    for (const by of [consumer, mediator]) expect(refusalOf(state, { ...message, by })).toBe('dossier.full');
    expect(refusalOf({ ...state, seq: room.events - 1 }, { ...message, by: consumer })).toBeNull();
    const withdraw = { type: 'withdrawFromMediation', reason: 'autre', justificationId: id(2) } as const;
    expect(refusalOf(state, { ...withdraw, by: consumer })).toBeNull();
    expect(refusalOf(state, { ...acts.assign(), mediatorId: 'another', by: officer } as never)).not.toBe(
      'dossier.full',
    );
    expect(refusalOf(state, { ...acts.breakGlass, by: officer })).toBeNull();
    expect(refusalOf(state, { ...acts.recuse, by: mediator })).toBeNull();
    // What brakes acts counts these two all the same.
    expect(growing).toEqual(expect.arrayContaining(['breakGlass', 'recuse']));
    const goingOn: (CommandBody & { by: Actor })[] = [
      { ...acts.report(), by: mediator },
      { ...acts.contact(), by: officer },
      { ...acts.nudge(), by: officer },
      { ...acts.giveCharge('otherClerk', clerk.userId), by: clerk },
      { ...acts.takeCharge(clerk.userId), by: otherClerk },
    ];
    for (const command of goingOn)
      expect([command.type, refusalOf(state, command)]).toEqual([command.type, 'dossier.full']);
    // F-131: whoever may close announces it first.
    const announced = decide(state, { ...acts.announce, by: mediator }, now).reduce<Dossier>(evolve, state);
    expect(refusalOf(announced, { ...acts.fail, by: mediator })).toBeNull();
    const negotiating = { ...inNegotiation().state, seq: room.events };
    const close = { type: 'closeDossier', reason: 'autre', justificationId: id(3) } as const;
    expect(refusalOf(negotiating, { ...close, by: consumer })).toBeNull();
  });

  test('a state that is full of everything stays below 256 kB', () => {
    let { state } = untilRefused(inNegotiation().state, counter);
    for (const by of [consumer, clerk]) {
      ({ state } = untilRefused(state, (_, n) => ({ type: 'addDocument', documentId: `${id(n)}${by.role}`, by })));
    }
    const author = openProposal(state)?.author === 'consumer' ? consumer : clerk;
    ({ state } = untilRefused(state, edit(author)));
    const long = JSON.stringify(state).replaceAll(/"(consumer|clerk|mediator)-1"/g, `"${id(1)}"`);
    expect(long.length).toBeGreaterThan(60_000);
    expect(long.length).toBeLessThan(256_000);
  });
});
