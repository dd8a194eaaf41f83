import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Command, CommandBody } from '#domain/dossier/commands.ts';
import { standardPolicy, type Policy } from '#domain/dossier/policy.ts';
import type { Actor, Dossier } from '#domain/dossier/types.ts';
import type { CommandEnvelope, CommandResult } from '#contracts/messages/dossier.ts';
import type { Engine } from '#web/server/services/engine.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import type { People } from '../people.ts';

/** A dossier of a test, played through the engine as the web does. */
export type Play = {
  dossierId: string;
  drafts: Drafts;
  people: People;
  /** Gives a command under a new key (or the one given). */
  give(by: Actor, body: CommandBody, key?: string): Promise<CommandResult>;
  state(): Promise<Dossier>;
  submit(): Promise<string>;
  takeCharge(): Promise<void>;
  /** A proposal that answers the open one; returns its id. */
  propose(by: Exclude<Actor, { role: 'system' }>): Promise<string>;
  edit(by: Exclude<Actor, { role: 'system' }>, proposalId: string, version: number): Promise<void>;
  accept(by: Actor, proposalId: string, version?: number): Promise<CommandResult>;
  say(by: Exclude<Actor, { role: 'system' }>, thread?: Parameters<Drafts['message']>[1]): Promise<string>;
  /** Proposals from both sides, then the Office assigns the mediator. */
  toMediation(): Promise<void>;
};

export function envelope(by: Actor, body: CommandBody, key: string = randomUUID()): CommandEnvelope {
  return { key, command: { ...body, by } as Command };
}

/** Opens a dossier and returns how to play it. */
export async function openPlay(
  { engine, pool, people }: { engine: Engine; pool: Pool; people: People },
  options: { policy?: Policy; mark?: string } = {},
): Promise<Play> {
  const dossierId = randomUUID();
  const { policy = standardPolicy, mark } = options;
  const drafts = createDrafts(pool, dossierId, mark);
  const opening = { type: 'createDossier', dossierId, merchantId: people.merchantId, policy } as const;
  await engine.create({ key: randomUUID(), command: { ...opening, by: people.consumer } });

  const give = (by: Actor, body: CommandBody, key?: string): Promise<CommandResult> =>
    engine.command(dossierId, envelope(by, body, key));
  const state = async (): Promise<Dossier> => (await engine.state(dossierId))!;
  const play: Play = {
    dossierId,
    drafts,
    people,
    give,
    state,
    async submit() {
      const proposalId = randomUUID();
      await give(people.consumer, {
        type: 'submitDossier',
        proposalId,
        contentId: await drafts.proposal(people.consumer, proposalId),
      });
      return proposalId;
    },
    async takeCharge() {
      await give(people.clerk, { type: 'takeCharge', replaces: null });
    },
    async propose(by) {
      const proposalId = randomUUID();
      const open = (await state()).proposals.find((proposal) => proposal.state === 'open');
      const contentId = await drafts.proposal(by, proposalId);
      await give(by, { type: 'propose', proposalId, contentId, answers: open?.id ?? null });
      return proposalId;
    },
    async edit(by, proposalId, version) {
      await give(by, {
        type: 'editProposal',
        proposalId,
        version,
        contentId: await drafts.proposal(by, proposalId),
      });
    },
    accept: (by, proposalId, version = 1) => give(by, { type: 'acceptProposal', proposalId, version, read: true }),
    async say(by, thread = 'negotiation') {
      const messageId = await drafts.message(by, thread);
      await give(by, { type: 'postMessage', thread, messageId });
      return messageId;
    },
    async toMediation() {
      await play.submit();
      await play.takeCharge();
      await play.propose(people.clerk);
      await give(people.consumer, { type: 'requestMediation' });
      await give(people.officer, { type: 'assignMediator', mediatorId: people.mediator.userId, replaces: null });
    },
  };
  return play;
}
