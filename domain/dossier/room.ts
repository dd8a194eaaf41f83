import type { Command, CommandType } from './commands.ts';
import { DomainError } from './errors.ts';
import { authorOf } from './state/parties.ts';
import type { Dossier } from './types.ts';

/**
 * The most that one dossier may hold, so that its state stays well below what the engine carries in one message (2 MB; 256 kB by ours) however long
 * people go on. Honest disputes stay far below: a negotiation has some ten proposals, and a file some thirty documents. An act that ends the dossier,
 * or hands it to someone else, is never refused for want of room.
 */
export const room = {
  /** Proposals of all authors: fifty rounds of offer and counter-offer. */
  proposals: 100,
  /** Versions of all proposals together. */
  versions: 200,
  /** Documents that a side ever filed, withdrawn ones included; twenty may be there at once. */
  documentsEach: 100,
  /** Events: messages, notices and all other acts. A message a minute, for four days and nights. */
  events: 6_000,
} as const;

/** Acts that can be repeated without end: what brakes them counts these, and no act that ends a dossier or answers for good. */
export const growing: readonly CommandType[] = [
  'extendDraft',
  'nameRepresentative',
  'takeCharge',
  'giveCharge',
  'propose',
  'editProposal',
  'withdrawAcceptance',
  'postMessage',
  'shareMessages',
  'addDocument',
  'withdrawDocument',
  'recuse',
  'reportToOffice',
  'nudge',
  'contactSide',
  'breakGlass',
];

/**
 * Nobody who floods a dossier keeps the Office from looking at it, nor a mediator in it, who hands it back once (ADR 49): counted by the brakes, and
 * never refused for want of room.
 */
const alwaysRoom: readonly CommandType[] = ['breakGlass', 'recuse'];

/** @throws DomainError `proposal.too_many`, `document.too_many`, `dossier.full`, when the dossier holds all that it may of what the command adds. */
export function requireRoom(state: Dossier, command: Command): void {
  const { type, by } = command;
  const { proposals, documents } = state;
  if (type === 'propose' && proposals.length >= room.proposals) throw new DomainError('proposal.too_many');
  if (type === 'propose' || type === 'editProposal') {
    const versions = proposals.reduce((sum, proposal) => sum + proposal.versions.length, 0);
    if (versions >= room.versions) throw new DomainError('proposal.too_many');
  }
  if (type === 'addDocument') {
    const side = authorOf(by);
    const filed = documents.filter((document) => document.side === side).length;
    if (filed >= room.documentsEach) throw new DomainError('document.too_many');
  }
  if (state.seq >= room.events && growing.includes(type) && !alwaysRoom.includes(type) && !isNeededToEnd(command))
    throw new DomainError('dossier.full');
}

/** The mediator closes once the parties were told (F-131): there is one announcement for each of their versions at most, which are counted. */
function isNeededToEnd(command: Command): boolean {
  return command.type === 'postMessage' && command.announcesClosing === true;
}
