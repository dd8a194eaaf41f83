import { growing, userIdOf, type CommandType } from '#domain/dossier/index.ts';
import { isOneOf } from '#domain/known-values.ts';
import type { Engine } from '../engine.ts';
import type { Limits } from './index.ts';
import type { LimitName } from './rules.ts';

/** Acts that write to people, or add to what a dossier carries, more than others; of one person in one dossier. */
const rarer: Partial<Record<CommandType, LimitName>> = {
  propose: 'proposalsDay',
  editProposal: 'proposalsDay',
  takeCharge: 'chargesDay',
  giveCharge: 'chargesDay',
};

/**
 * The engine with a brake on what signed-in people do: acts that can be repeated without end are counted before they are sent, whichever page they come
 * from. An act that ends a dossier, or answers for good, is never counted: nobody is kept from it on a last day. Nor can anybody use up what another
 * person may do.
 */
export function brakeActs({ engine, limits }: { engine: Engine; limits: Limits }): Engine {
  return {
    command: async (dossierId, envelope) => {
      const { type, by } = envelope.command;
      const userId = userIdOf(by);
      if (userId !== null && isOneOf(growing, type)) {
        const person = `${userId} ${dossierId}`;
        const limit = rarer[type];
        if (limit) await limits.count(limit, person);
        await limits.count('acts', person);
        await limits.count('actsDay', userId);
      }
      return engine.command(dossierId, envelope);
    },
    create: (envelope) => engine.create(envelope),
    state: (dossierId) => engine.state(dossierId),
    view: (dossierId) => engine.view(dossierId),
  };
}
