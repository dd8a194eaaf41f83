import fc from 'fast-check';
import { threadNames, type CommandBody, type CommandType } from '../../dossier/commands.ts';
import { deadlines } from '../../dossier/deadlines.ts';
import { currentVersion, openProposal } from '../../dossier/state/proposals.ts';
import type { Dossier, Instant, Side } from '../../dossier/types.ts';
import { accountOf, people, type PersonName } from '../people.ts';
import { commandOf, type Ids, type Seen } from '../scenario/command-of.ts';
import type { Act } from '../scenario/step.ts';

/** What someone tries, before it is known what the dossier looks like then. Small numbers choose among what there is. */
export type Intent = {
  who: PersonName;
  what: CommandType;
  /** 0: as the dossier stands; otherwise something stale, unknown or malformed. */
  twist: number;
  pick: number;
  /** Time that passes before: hours, or up to the next deadline, which the system then passes. */
  wait: number | 'deadline';
};

/** What moves a dossier forward is tried more often, so that sequences reach its end. */
const likely: CommandType[] = [
  'submitDossier',
  'takeCharge',
  'propose',
  'requestMediation',
  'assignMediator',
  'declareNoConflict',
  'acceptProposal',
  'editProposal',
  'postMessage',
];
const rare: CommandType[] = [
  'createDossier',
  'extendDraft',
  'nameRepresentative',
  'acceptInvitation',
  'removeRepresentative',
  'giveCharge',
  'refuseToNegotiate',
  'withdrawAcceptance',
  'askForRevision',
  'shareMessages',
  'openCaucus',
  'addDocument',
  'withdrawDocument',
  'closeDossier',
  'recuse',
  'releaseMediator',
  'withdrawFromMediation',
  'reportToOffice',
  'closeMediation',
  'nudge',
  'contactSide',
  'answerReport',
  'breakGlass',
  'endBreakGlass',
];
const actors = Object.keys(people).filter((name) => name !== 'system') as PersonName[];

export const intents: fc.Arbitrary<Intent> = fc.record({
  who: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<PersonName>('consumer', 'clerk', 'mediator', 'officer') },
    { weight: 1, arbitrary: fc.constantFrom(...actors) },
  ),
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...likely) },
    { weight: 2, arbitrary: fc.constantFrom(...rare) },
  ),
  twist: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
  pick: fc.integer({ min: 0, max: 3 }),
  wait: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 1, arbitrary: fc.constantFrom(24 * 20, 24 * 50, 24 * 400) },
    { weight: 3, arbitrary: fc.constant('deadline' as const) },
  ),
});

/** When the intent is acted upon. */
export function timeOf(intent: Intent, state: Dossier | null, now: Instant): Instant {
  if (intent.wait !== 'deadline') return new Date(Date.parse(now) + intent.wait * 3_600_000).toISOString();
  const next = state && deadlines(state)[0]?.at;
  return next && next > now ? next : now;
}

/** Where a dossier stands when an intent is acted upon. `fresh`: an id that no other command of the sequence uses. */
export type Moment = { state: Dossier | null; now: Instant; fresh: string };

/**
 * The command that an intent becomes on this dossier. With `twist` 0 it is as well formed as it can be here, so that `actions` must have
 * announced exactly whether it is accepted; otherwise its author chooses wrongly, sees what is not, or names rows that are not there.
 */
export function attemptOf(intent: Intent, at: Moment): CommandBody {
  return commandOf(actOf(intent, at), seenBy(intent, at.state), idsFor(intent, at)).command;
}

const sides: Side[] = ['consumer', 'merchant'];

/** What is chosen: among what there is by `pick`, wrongly by a twist. */
function actOf({ who, what: act, twist, pick, wait }: Intent, { state, now }: Moment): Act {
  const reason = twist === 3 ? '' : 'reason';
  switch (act) {
    case 'createDossier':
      return { act, policy: state?.policy };
    case 'extendDraft': {
      const end = state && state.draftExpiresAt > now ? state.draftExpiresAt : now;
      return { act, until: twist === 0 ? later(end, 24 * (1 + pick)) : later(now, -24) };
    }
    case 'acceptProposal':
      return { act, read: twist !== 1 };
    case 'giveCharge':
      return { act, to: state?.handlerId === accountOf('otherClerk') ? 'clerk' : 'otherClerk' };
    case 'postMessage':
      return { act, thread: threadNames[pick], ...(isAnnounced() && { announcesClosing: true }) };
    case 'shareMessages':
      return { act, count: twist };
    case 'assignMediator':
      return { act, mediator: pick < 2 ? 'mediator' : 'otherMediator' };
    case 'reportToOffice':
      return {
        act,
        kind: (['imminent', 'delay', 'waiting', 'nudge'] as const)[pick],
        side: twist === 0 ? 'merchant' : null,
        newTarget: pick === 1 ? later(now, 24 * 30) : null,
      };
    case 'nudge':
      return { act, side: sides[pick % 2] ?? 'merchant' };
    case 'contactSide':
      return { act, side: sides[pick % 2] ?? 'merchant', way: (['reached', 'missed', 'letter'] as const)[pick % 3] };
    case 'answerReport': {
      const request = state?.mediation?.openReports[0]?.kind === 'nudge';
      return { act, answer: request === (twist === 0) ? 'unreachable' : 'seen' };
    }
    case 'passDeadline':
      return { act, kind: 'purge' };
    case 'refuseToNegotiate':
    case 'closeDossier':
    case 'withdrawFromMediation':
    case 'closeMediation':
    case 'breakGlass':
      return { act, reason };
    case 'recuse':
      return { act, reason, ...(isTold() && { tellParties: true }) };
    default:
      return { act };
  }

  /** By the mediator in the discussion space who has not yet, every other time; by a twist, by anybody anywhere. */
  function isAnnounced(): boolean {
    const inRoom = /mediator/i.test(who) && threadNames[pick] === 'mediationRoom';
    const may = twist === 1 || (inRoom && !state?.mediation?.closingAnnouncedAt);
    return may && wait !== 'deadline' && wait % 2 === 1;
  }

  /** By who has declared; by a twist, before too. */
  function isTold(): boolean {
    return pick > 1 && (twist === 1 || Boolean(state?.mediation?.declaredAt));
  }
}

/** What its author sees: the dossier as it stands, or with a twist something stale, someone else's or unknown. */
function seenBy({ twist, pick }: Intent, state: Dossier | null): Seen {
  const documentId = state?.documents[pick]?.id ?? 'unknown';
  const open = state && openProposal(state);
  if (twist === 0) {
    return {
      proposal: open && { id: open.id, version: currentVersion(open).version },
      handlerId: state?.handlerId ?? null,
      mediatorId: state?.mediation?.mediatorId ?? null,
      invitationId: state?.representative?.invitationId ?? null,
      report: state?.mediation?.openReports[0]?.at ?? null,
      documentId,
    };
  }
  const some = state?.proposals[pick % Math.max(1, state.proposals.length)];
  const id = twist === 3 ? 'unknown' : (some?.id ?? 'unknown');
  const version = (some ? currentVersion(some).version : 1) - (twist === 2 ? 1 : 0);
  return {
    proposal: { id, version },
    handlerId: 'someone-else',
    mediatorId: 'someone-else',
    invitationId: 'unknown',
    report: null,
    documentId,
  };
}

/** Ids of their own for what is made, but for a twist: no content, or a document that is there already. */
function idsFor({ what, twist }: Intent, { state, fresh }: Moment): Ids {
  return {
    made: (thing) => {
      if (thing === 'dossier') return 'dossier-1';
      if (thing === 'content' && what === 'submitDossier' && twist === 3) return '';
      const there = thing === 'document' && twist !== 0 ? state?.documents[0] : undefined;
      return there?.id ?? `${thing}-${fresh}`;
    },
    account: accountOf,
    merchantId: people.respondent.merchantId,
  };
}

function later(instant: Instant, hours: number): Instant {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}
