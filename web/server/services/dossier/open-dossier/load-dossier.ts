import { randomUUID } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { recordReading } from '#db/audit/record-reading.ts';
import { loadSummaryRow, type SummaryRow } from '#db/dossiers/summary-row.ts';
import {
  accessOf,
  canRead,
  canReadThread,
  canWriteThread,
  phaseOf,
  readerRoleOf,
  readsContentUntil,
  readsThreadFrom,
  type Phase,
  type Resource,
  type ReaderRole,
} from '#domain/access/index.ts';
import {
  actionFor,
  sideOf,
  type Actor,
  type CommandType,
  type Dossier,
  type Side,
  type Thread,
  type TurnReader,
} from '#domain/dossier/index.ts';
import { seatOf } from '#domain/visibility/index.ts';
import { requestedPage, tell } from '#web/server/security-log/index.ts';
import type { CurrentUser } from '../../accounts/types.ts';
import type { ServiceDeps } from '../../deps.ts';

/** A dossier opened by someone who has a place in it: who they are there, and what they may see. */
export type OpenDossier = {
  user: CurrentUser;
  summaryRow: SummaryRow;
  state: Dossier;
  actor: Actor;
  readerRole: ReaderRole;
  phase: Phase;
  side: Side | null;
  now: string;
  /** Until when an officer reads the content, for a reason; null for everyone else. */
  reading: string | null;
  /** Another one as soon as this person may know of something new (domain/visibility), and only then. */
  position: string;
  can(resource: Resource): boolean;
  canReadThread(thread: Thread): boolean;
  canWriteThread(thread: Thread): boolean;
  /** From when on this person reads that conversation; null: from its beginning. */
  readsFrom(thread: Thread): string | null;
};

/**
 * Loads a dossier for a signed-in person. Everything that pages show goes through what this returns.
 *
 * @throws AppError `auth.required` for anyone who is not signed in; `access.not_found` for an unknown dossier and, in the same way, for one in
 *   which this person has no place (so that an address reveals nothing); `dossier.purged` once its content is erased; `mediation.not_declared` for who is named to
 *   mediate and has not declared yet.
 */
export async function loadDossier(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  user: CurrentUser | null,
  dossierId: string,
): Promise<OpenDossier> {
  const opened = await loadNamed(deps, user, dossierId);
  demandCourse(opened);
  return opened;
}

/**
 * Where a dossier stands for this person ({@link OpenDossier.position}), for pages that are open already: nothing of it is read.
 *
 * @throws AppError as {@link loadDossier}.
 */
export async function positionIn(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  user: CurrentUser,
  dossierId: string,
): Promise<string> {
  const opened = await openUnread(deps, user, dossierId);
  demandCourse(opened);
  return opened.position;
}

function demandCourse(opened: OpenDossier): void {
  const shown = (resource: Resource) => accessOf(opened.state, opened, resource) !== 'none';
  if (!shown('summary') && !shown('draft')) throw new AppError('mediation.not_declared');
}

/**
 * Loads a dossier for somebody who may know at least who is concerned: beside those to whom {@link loadDossier} opens it, who is named to mediate and has
 * not declared yet (ADR 31). Only the page of that declaration asks for it.
 *
 * @throws AppError as {@link loadDossier}, but for `mediation.not_declared`.
 */
export async function loadNamed(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  user: CurrentUser | null,
  dossierId: string,
): Promise<OpenDossier> {
  const opened = await openUnread(deps, user, dossierId);
  if (opened.reading !== null) await noteReading(deps, opened, opened.reading);
  return opened;
}

/** What an officer reads for a reason is in the audit log before they have it (A-30, ADR 37). */
async function noteReading({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier, until: string): Promise<void> {
  const asked = requestedPage();
  const [officerId, dossierId] = [opened.user.id, opened.summaryRow.id];
  const [page, about] = [asked?.page ?? null, asked?.about ?? ''];
  const key = asked ? `reading:${dossierId}:${asked.request}` : `reading:${randomUUID()}`;
  await recordReading(db, { officerId, dossierId, page, about, until, key });
  tell('office.content_read', { subject: dossierId, page });
}

/** As {@link loadNamed}, for an officer's acts about their own reading, and for what shows no content: it is not written down as read. */
export async function openUnread(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  user: CurrentUser | null,
  dossierId: string,
): Promise<OpenDossier> {
  const now = deps.now().toISOString();
  if (!user) throw new AppError('auth.required');
  if (!isUuid(dossierId)) throw new AppError('access.not_found');
  const summaryRow = await loadSummaryRow(deps.db, { dossierId, readerId: user.id });
  if (!summaryRow) throw new AppError('access.not_found');
  const actor = actorOf(user, summaryRow);
  const readerRole = actor ? readerRoleOf(summaryRow.state, { actor, now }) : 'stranger';
  if (!actor || readerRole === 'stranger') throw new AppError('access.not_found');
  const opened = openedAs({ user, actor, summaryRow, now });
  if (opened.phase === 'purged' && actor.role !== 'officer') throw new AppError('dossier.purged');
  if (accessOf(summaryRow.state, { actor, now }, 'identities') === 'none') throw new AppError('access.not_found');
  return opened;
}

/** The dossier as somebody opens it who has a place there. */
export function openedAs({
  user,
  actor,
  summaryRow,
  now,
}: Pick<OpenDossier, 'user' | 'actor' | 'summaryRow' | 'now'>): OpenDossier {
  const { state } = summaryRow;
  const readerRole = readerRoleOf(state, { actor, now });
  const changed = summaryRow.changedFor[seatOf(readerRole)] ?? '';
  const reading = readerRole === 'readingOfficer' ? readsContentUntil(state, { officerId: user.id, now }) : null;
  return {
    user,
    summaryRow,
    state,
    actor,
    readerRole,
    phase: phaseOf(state, now),
    side: sideOf(actor),
    now,
    reading,
    // A page that shows content changes when the time is over, though nothing happens then.
    position: reading === null ? changed : `${changed} ${reading}`,
    can: (resource) => canRead(state, { actor, now }, resource),
    canReadThread: (thread) => canReadThread(state, { actor, now }, thread),
    canWriteThread: (thread) => canWriteThread(state, { actor, now }, thread),
    readsFrom: (thread) => readsThreadFrom(state, readerRole, thread),
  };
}

/** This person acts for their side: someone else does for a represented consumer or for colleagues. */
export function actsForSide({ readerRole }: OpenDossier): boolean {
  return readerRole === 'consumer' || readerRole === 'consumerRepresentative' || readerRole === 'handler';
}

/** How a person acts in a dossier, from their kind of account and their place in it; null when they have none. */
function actorOf(
  user: Pick<CurrentUser, 'id' | 'kind'>,
  summaryRow: Pick<SummaryRow, 'state' | 'memberRole'>,
): Actor | null {
  const { state } = summaryRow;
  const userId = user.id;
  switch (user.kind) {
    case 'consumer':
      if (state.consumerId === userId) return { role: 'consumer', userId };
      return state.representative?.userId === userId ? { role: 'consumerRepresentative', userId } : null;
    case 'merchant':
      if (!summaryRow.memberRole) return null;
      return {
        role: summaryRow.memberRole === 'respondent' ? 'respondent' : 'merchantRepresentative',
        userId,
        merchantId: state.merchantId,
      };
    case 'mediator':
      return { role: 'mediator', userId };
    case 'officer':
      return { role: 'officer', userId };
  }
}

/** The reader that `turn` may tell more than the others; nobody for colleagues and the Office. */
export function turnReaderOf({ side, can }: OpenDossier): TurnReader | undefined {
  const knows = { consumer: can('consumerAcceptance'), merchant: can('merchantAcceptance') };
  if (side) return knows[side] ? side : undefined;
  return knows.consumer && knows.merchant ? 'mediator' : undefined;
}

/** Refuses what the matrix does not show to this person. */
export function demand(opened: OpenDossier, resource: Resource): void {
  if (!opened.can(resource)) throw new AppError('access.denied');
}

/** Refuses a page whose act the rules would refuse. */
export function demandAction(opened: OpenDossier, type: CommandType): void {
  const view = actionFor(opened.state, opened, type);
  if (!view.allowed) throw new AppError(view.why ?? 'actor.not_allowed');
}
