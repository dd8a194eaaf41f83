import type { CommandType } from '#domain/dossier/commands.ts';
import type { StepOf } from '#domain/testing/scenario/step.ts';
import type { Actor } from '../browser/actor.ts';
import type { Stage } from '../stage/stage.ts';

/** A proposal as people fill its form: the boxes that they tick, what they type in their fields, and the terms. */
export type Offer = { remedies?: string[]; values?: Record<string, string>; terms: string };

export type BrowserStep<A extends CommandType = CommandType> = StepOf<A, string, Offer>;

/** Where a step is done, and in whose browser. */
export type At = { stage: Stage; dossierId: string; who: Actor };

/** How people do each step on its page. */
export type Offered = { [A in CommandType]?: (at: At, step: BrowserStep<A>) => Promise<void> };

/** The words of who is given none. */
export const words = 'Nous préférons en rester là.';

export async function open(who: Actor, address: string): Promise<void> {
  await who.page.goto(address);
  await who.check();
}

export async function arrive(who: Actor, address: string): Promise<void> {
  await who.page.waitForURL(`**${address}`);
  await who.check();
}
