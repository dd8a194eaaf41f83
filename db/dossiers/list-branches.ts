import { sql, type RawBuilder } from 'kysely';
import { access, readerRoles, type ReaderRole } from '#domain/access/index.ts';
import { seatOf, type Seat } from '#domain/visibility/index.ts';
import type { Side } from '#domain/dossier/types.ts';
import { currentMember, isRunning, isUnderWay, messagesOpen } from '../predicates.ts';
import { unseen } from '../prepared.ts';

/** Whose list it is. `merchants`: the companies that the person is a member of, with the role held there. */
export type ListScope =
  | { kind: 'consumer'; userId: string }
  | { kind: 'merchant'; userId: string; merchants: { id: string; role: MemberRole }[] }
  | { kind: 'mediator'; userId: string };

type MemberRole = 'respondent' | 'representative';

/** What of a list's scope its statement is made for; whose it is goes in by values. */
export type ScopeShape = { kind: 'consumer' } | { kind: 'mediator' } | { kind: 'merchant'; roles: MemberRole[] };

export function shapeOf(scope: ListScope): ScopeShape {
  return scope.kind === 'merchant'
    ? { kind: scope.kind, roles: scope.merchants.map(({ role }) => role) }
    : { kind: scope.kind };
}

/** Values of the places that {@link branchesOf} leaves. */
export function scopeValues(scope: ListScope): Record<string, string> {
  const merchants = scope.kind === 'merchant' ? scope.merchants : [];
  return { me: scope.userId, ...Object.fromEntries(merchants.map(({ id }, index) => [`merchant${index}`, id])) };
}

/** The reader of the list. */
export const me = unseen('me', 'uuid');

/** Which part of the list is shown. `yours`: the turn is the reader's. */
export type ListView = 'all' | 'yours' | 'open' | 'closed';

const open = isRunning('d');
const openOrDraft = isUnderWay('d');
/** Written out as those are. */
const closed = sql`d.status in ('closed', 'expired')`;

/**
 * Who has charge is still a member of the merchant: the dossier of a person who left is open to every member (F-019, A-22). By the holder, who is the company itself
 * where nobody has charge: lists have it in their index.
 */
export const inCharge = sql`exists (select 1 from merchant_member hm
  where hm.merchant_id = d.merchant_id and hm.user_id = d.holder_id and ${currentMember('hm')})`;

/** Who has charge is named while a member; of a dossier in which nothing is left to answer, whoever had it. */
export const isNamed = sql`(d.status = 'closed' and not ${messagesOpen('d')} or ${inCharge})`;

/** A reader's place in some of the dossiers of their list. */
export type Branch = {
  owner: RawBuilder<unknown>;
  place: ReaderRole;
  /** Whose knowledge orders the rows. */
  seat: Seat;
  drafts: boolean;
  /** Of a company's other dossiers: those that nobody who is still there has charge of, found by their holders. */
  unattended?: RawBuilder<unknown>;
};

/** Who may know of a side's acceptance before the other's, as the matrix says. */
const knowers = (side: Side): ReaderRole[] =>
  readerRoles.filter((role) => access(role, `${side}Acceptance`, 'mediation') !== 'none');

/** A side accepted the mediator's proposal and waits for the other, which does not know (requirements §6). */
const awaitsOther = (side: Side) =>
  sql`v.reader_role in (${sql.join(knowers(side).map((role) => sql.lit(role)))}) and d.accepted_side = ${sql.lit(side)}`;

/** For a side the mediator's proposal does not do, which the other does not know either (ADR 32). */
const asksRevision = (side: Side) =>
  sql`v.reader_role in (${sql.join(knowers(side).map((role) => sql.lit(role)))}) and d.revision_asked_by in (${sql.lit(side)}, 'both')`;

/** Who knows what a side answered sees whom the dossier waits for; for everyone else both are awaited. */
export const turnAsRead = sql`case when ${asksRevision('consumer')} or ${asksRevision('merchant')} then 'mediator' when ${awaitsOther('consumer')} then 'merchant' when ${awaitsOther('merchant')} then 'consumer' else d.turn end`;

/**
 * Condition: who reads the dossier from that place sees it wait for one of these, as {@link turnAsRead} says it. In conditions of which the database knows how many rows
 * meet each, so that it reads the index in order.
 */
export function awaitedAsRead(place: ReaderRole, turn: Side | 'mediator' | 'office'): RawBuilder<unknown> {
  const isSide = turn === 'consumer' || turn === 'merchant';
  const stored = isSide ? sql`d.turn in (${sql.lit(turn)}, 'both')` : sql`d.turn = ${sql.lit(turn)}`;
  const known = (['consumer', 'merchant'] as const).filter((side) => knowers(side).includes(place));
  if (known.length === 0) return stored;
  const sides = sql.join(known.map((side) => sql.lit(side)));
  const revised = sql`coalesce(d.revision_asked_by in (${sides}, 'both'), false)`;
  const accepted = sql`coalesce(d.accepted_side in (${sides}), false)`;
  const parts = [sql`not ${accepted} and ${stored}`];
  if (isSide) parts.push(sql`d.accepted_side in (${sides}) and d.accepted_side <> ${sql.lit(turn)}`);
  const unlessRevised = sql`not ${revised} and (${sql.join(parts, sql` or `)})`;
  return turn === 'mediator' ? sql`(${revised} or ${unlessRevised})` : sql`(${unlessRevised})`;
}

/** Whether the dossier waits for the person who reads it from that place: a colleague does not answer for a member who is still there. */
export function awaits(place: ReaderRole): RawBuilder<unknown> {
  const not = (side: Side) =>
    knowers(side).includes(place)
      ? sql`d.accepted_side is distinct from ${sql.lit(side)} and coalesce(d.revision_asked_by not in (${sql.lit(side)}, 'both'), true)`
      : sql`true`;
  switch (place) {
    case 'consumer':
    case 'consumerRepresentative':
      return sql`d.turn in ('consumer', 'both') and d.status not in ('closed', 'expired') and ${not('consumer')}
        and ${place === 'consumer' ? sql`d.representative_id is null` : sql`true`}`;
    case 'handler':
      return sql`d.turn in ('merchant', 'both') and ${open} and ${not('merchant')}`;
    case 'respondent':
    case 'otherMerchantRepresentative':
      return sql`d.turn in ('merchant', 'both') and ${open} and ${not('merchant')} and not ${inCharge}`;
    case 'mediator':
      return sql`(d.turn = 'mediator' or d.revision_asked_by is not null) and d.status = 'mediation'`;
    default:
      return sql`false`;
  }
}

export const yoursAsRead = sql`case p.place ${sql.join(
  readerRoles.map((role) => sql`when ${sql.lit(role)} then ${awaits(role)}`),
  sql` `,
)} else false end`;

/** Where the reader of a list may stand in its dossiers. */
export function branchesOf(scope: ScopeShape): Branch[] {
  if (scope.kind === 'consumer') {
    return (['consumer', 'consumerRepresentative'] as const).map((place) => ({
      owner: sql`${sql.ref(place === 'consumer' ? 'd.consumer_id' : 'd.representative_id')} = ${me} and d.changed_for_consumer is not null
        and d.status <> 'purged'`,
      place,
      seat: 'consumer',
      drafts: true,
    }));
  }
  if (scope.kind === 'mediator') {
    const owner = sql`d.mediator_id = ${me} and d.changed_for_mediator is not null and d.status in ('mediation', 'closed')`;
    return [{ owner, place: 'mediator', seat: 'mediator', drafts: false }];
  }
  return scope.roles.flatMap((role, index): Branch[] => {
    const place = role === 'respondent' ? 'respondent' : 'otherMerchantRepresentative';
    const merchant = unseen(`merchant${index}`, 'uuid');
    const company = (seat: Seat) => sql`d.merchant_id = ${merchant} and d.submitted_at is not null
      and ${sql.ref(`d.changed_for_${seat}`)} is not null and d.status <> 'purged'`;
    return [
      { owner: sql`${company('handler')} and d.holder_id = ${me}`, place: 'handler', seat: 'handler', drafts: false },
      {
        owner: sql`${company(seatOf(place))} and d.holder_id <> ${me}`,
        place,
        seat: seatOf(place),
        drafts: false,
        // Nobody is the company itself.
        unattended: sql`d.holder_id = any (array(select ${merchant} union all
          select fm.user_id from merchant_member fm where fm.merchant_id = ${merchant} and not ${currentMember('fm')}))`,
      },
    ];
  });
}

/** The dossiers of a branch that a part of the list shows. */
export function viewOf(view: ListView, branch: Branch): RawBuilder<unknown> {
  if (view === 'yours')
    return branch.unattended ? sql`${branch.unattended} and ${awaits(branch.place)}` : awaits(branch.place);
  if (view === 'closed') return closed;
  if (view === 'open') return branch.drafts ? openOrDraft : open;
  return sql`true`;
}
