import type { CommandBody, CommandType, Thread } from '../../dossier/commands.ts';
import { standardPolicy } from '../../dossier/policy.ts';
import { authorOf } from '../../dossier/state/parties.ts';
import { currentVersion, openProposal } from '../../dossier/state/proposals.ts';
import type { Actor, Dossier } from '../../dossier/types.ts';
import type { PersonName } from '../people.ts';
import type { Act, ActOf, CommandOf } from './step.ts';

/** The dossier as the person who acts sees it: what a command may name of it. Seen some time ago, it makes a stale command. */
export type Seen = {
  /** The open proposal and its current version. */
  proposal: { id: string; version: number } | null;
  handlerId: string | null;
  mediatorId: string | null;
  invitationId: string | null;
  /** The mediator's report that has waited longest for the Office's answer. */
  report: string | null;
  /** A document that the person's own side may withdraw. */
  documentId: string | null;
};

/** What there is to see before anything has happened. */
export const nothing: Seen = {
  proposal: null,
  handlerId: null,
  mediatorId: null,
  invitationId: null,
  report: null,
  documentId: null,
};

/** What a person sees of a dossier as it stands. */
export function seenOf(state: Dossier | null, by: Actor): Seen {
  if (!state) return nothing;
  const open = openProposal(state);
  const side = authorOf(by);
  return {
    proposal: open && { id: open.id, version: currentVersion(open).version },
    handlerId: state.handlerId,
    mediatorId: state.mediation?.mediatorId ?? null,
    invitationId: state.representative?.invitationId ?? null,
    report: state.mediation?.openReports[0]?.at ?? null,
    documentId: state.documents.findLast((each) => each.side === side && !each.withdrawnAt)?.id ?? null,
  };
}

/** What a step makes and gives an id to. */
export type Thing =
  'dossier' | 'proposal' | 'content' | 'message' | 'justification' | 'nature' | 'document' | 'invitation' | 'share';

/** Where a step is played. */
export type Ids<Name = PersonName> = {
  /** The id of a thing that the step makes. */
  made(thing: Thing): string;
  /** A person's account. */
  account(name: Name): string;
  merchantId: string;
};

/** A row to be written before its command is given, under the id that the command names. */
export type Writing<Name = PersonName, Offer = string> =
  | { row: 'proposal'; id: string; proposalId: string; proposal?: Offer }
  | { row: 'message'; id: string; thread: Thread; body?: string; announcesClosing?: true }
  | {
      row: 'justification';
      id: string;
      kind: 'refusal' | 'closing' | 'withdrawal' | 'nature' | 'reading';
      body?: string;
    }
  | { row: 'document'; id: string; title?: string }
  | { row: 'invitation'; id: string; person?: Name; relationship?: string }
  | { row: 'share'; id: string; count: number };

/** A command, and what has to be written first. */
export type Prepared<Body extends CommandBody, Name, Offer> = { command: Body; writings: Writing<Name, Offer>[] };

/** Stands for what a person would name if it were there; the rules refuse it. */
const unknown = 'unknown';

/** A reason of every list. */
const anyReason = 'autre';

/** The command that an act is for the person who sees this, as well formed as it can be. The one place where acts become commands. */
export function commandOf<A extends CommandType, Name = PersonName, Offer = string>(
  act: ActOf<A, Name, Offer>,
  seen: Seen,
  ids: Ids<Name>,
): Prepared<CommandOf<A>, Name, Offer> {
  // The case of the act makes the command of its name: a type that depends on a value, which the compiler does not follow.
  return prepare(act as unknown as Act<Name, Offer>, seen, ids) as Prepared<CommandOf<A>, Name, Offer>;
}

function prepare<Name, Offer>(act: Act<Name, Offer>, seen: Seen, ids: Ids<Name>): Prepared<CommandBody, Name, Offer> {
  const { made } = ids;
  const open = seen.proposal ?? { id: unknown, version: 1 };
  switch (act.act) {
    case 'createDossier': {
      const { merchantId } = ids;
      return alone({ type: act.act, dossierId: made('dossier'), merchantId, policy: act.policy ?? standardPolicy });
    }
    case 'submitDossier': {
      const [proposalId, id] = [made('proposal'), made('content')];
      return {
        command: { type: act.act, proposalId, contentId: id },
        writings: [{ row: 'proposal', id, proposalId, proposal: act.proposal }],
      };
    }
    case 'extendDraft':
      return alone({ type: act.act, until: act.until });
    case 'nameRepresentative': {
      const id = made('invitation');
      const { person, relationship } = act;
      return {
        command: { type: act.act, invitationId: id },
        writings: [{ row: 'invitation', id, person, relationship }],
      };
    }
    case 'acceptInvitation':
      return alone({ type: act.act, invitationId: seen.invitationId ?? unknown });
    case 'takeCharge':
      return alone({ type: act.act, replaces: seen.handlerId });
    case 'giveCharge':
      return alone({ type: act.act, to: ids.account(act.to), replaces: seen.handlerId });
    case 'propose': {
      const [proposalId, id] = [made('proposal'), made('content')];
      return {
        command: { type: act.act, proposalId, contentId: id, answers: seen.proposal?.id ?? null },
        writings: [{ row: 'proposal', id, proposalId, proposal: act.proposal }],
      };
    }
    case 'editProposal': {
      const id = made('content');
      return {
        command: { type: act.act, proposalId: open.id, version: open.version, contentId: id },
        writings: [{ row: 'proposal', id, proposalId: open.id, proposal: act.proposal }],
      };
    }
    case 'acceptProposal':
      return alone({ type: act.act, proposalId: open.id, version: open.version, read: act.read ?? true });
    case 'withdrawAcceptance':
      return alone({ type: act.act, proposalId: open.id });
    case 'askForRevision':
      return alone({ type: act.act, proposalId: open.id, version: open.version });
    case 'postMessage': {
      const { thread = 'negotiation', body, announcesClosing } = act;
      const id = made('message');
      const announced = announcesClosing && { announcesClosing };
      return {
        command: { type: act.act, thread, messageId: id, ...announced },
        writings: [{ row: 'message', id, thread, body, ...announced }],
      };
    }
    case 'shareMessages': {
      const { count = 1 } = act;
      const id = made('share');
      return { command: { type: act.act, shareId: id, count }, writings: [{ row: 'share', id, count }] };
    }
    case 'addDocument': {
      const id = made('document');
      return { command: { type: act.act, documentId: id }, writings: [{ row: 'document', id, title: act.title }] };
    }
    case 'withdrawDocument': {
      const id = made('justification');
      return {
        command: { type: act.act, documentId: seen.documentId ?? unknown, justificationId: id },
        writings: [{ row: 'justification', id, kind: 'withdrawal', body: act.justification }],
      };
    }
    case 'refuseToNegotiate':
    case 'closeDossier':
    case 'withdrawFromMediation': {
      const id = made('justification');
      const kind = act.act === 'refuseToNegotiate' ? 'refusal' : 'closing';
      return {
        command: { type: act.act, reason: act.reason ?? anyReason, justificationId: id },
        writings: [{ row: 'justification', id, kind, body: act.justification }],
      };
    }
    case 'closeMediation': {
      const [id, natureId] = [made('justification'), made('nature')];
      return {
        command: { type: act.act, reason: act.reason ?? anyReason, justificationId: id, natureId, mustAnnounce: true },
        writings: [
          { row: 'justification', id, kind: 'closing', body: act.justification },
          { row: 'justification', id: natureId, kind: 'nature', body: act.nature },
        ],
      };
    }
    case 'breakGlass': {
      const id = made('justification');
      return {
        command: { type: act.act, reason: act.reason ?? anyReason, justificationId: id },
        writings: [{ row: 'justification', id, kind: 'reading', body: act.justification }],
      };
    }
    case 'endBreakGlass':
    case 'requestMediation':
    case 'declareNoConflict':
    case 'openCaucus':
    case 'removeRepresentative':
      return alone({ type: act.act });
    case 'assignMediator':
      return alone({
        type: act.act,
        mediatorId: ids.account(act.mediator),
        replaces: seen.mediatorId,
        mustDeclare: true,
        unlessRecused: true,
      });
    case 'recuse': {
      const { reason = anyReason, tellParties } = act;
      return alone({ type: act.act, reason, ...(tellParties && { tellParties }) });
    }
    case 'releaseMediator':
      return alone({ type: act.act, mediatorId: seen.mediatorId ?? '' });
    case 'reportToOffice': {
      const { kind = 'imminent', side = null, newTarget = null } = act;
      return alone({ type: act.act, kind, side, newTarget });
    }
    case 'nudge':
      return alone({ type: act.act, side: act.side });
    case 'contactSide':
      return alone({ type: act.act, side: act.side, way: act.way ?? 'reached' });
    case 'answerReport':
      return alone({ type: act.act, report: seen.report ?? '', answer: act.answer ?? 'seen' });
    case 'passDeadline':
      return alone({ type: act.act, kind: act.kind });
  }
}

const alone = (command: CommandBody) => ({ command, writings: [] });
