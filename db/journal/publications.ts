import type { DossierEvent } from '#domain/dossier/events.ts';
import { authorOf } from '#domain/dossier/state/parties.ts';
import type { Actor } from '#domain/dossier/types.ts';

/** Tables whose rows are their author's drafts until a command publishes them. */
export type Publishable = 'proposal_content' | 'message' | 'message_share' | 'document' | 'justification';

/**
 * How a row of a table is published: whose it must be (`author`, and the column of their role or side), and the parameters besides its id, its dossier,
 * its author and the instant, `?` for each, in this order.
 */
export type Publishing = {
  table: Publishable;
  author: 'author_id' | 'owner_id';
  as?: 'author' | 'author_role' | 'owner_role';
  set?: string;
  more?: string;
};

export const publications: Record<Publishable, Publishing> = {
  proposal_content: {
    table: 'proposal_content',
    author: 'author_id',
    as: 'author',
    set: 'version = ?',
    more: 'proposal_id = ?',
  },
  message: { table: 'message', author: 'author_id', as: 'author_role', more: 'thread = ? and announces_closing = ?' },
  message_share: { table: 'message_share', author: 'author_id' },
  document: { table: 'document', author: 'owner_id', as: 'owner_role' },
  justification: { table: 'justification', author: 'author_id' },
};

/** A row that an event publishes, which must be the writing of who acts. `more`: values of the table's other parameters. */
export type Publication = {
  table: Publishable;
  id: string;
  at: string;
  by: Actor;
  more?: (string | number | boolean)[];
};

/** Values of a statement's parameters for a publication, in the order of {@link publishing}. */
export function valuesOf({ table, id, at, by, more = [] }: Publication): (string | number | boolean | null)[] {
  const { as } = publications[table];
  const role = as === 'author' ? authorOf(by) : by.role;
  return [at, id, 'userId' in by ? by.userId : null, ...(as ? [role] : []), ...more];
}

/**
 * The part of a statement that publishes a row that is still a draft of its dossier (`$1`) and its author's, its instant being `$first`, its id the next
 * parameter, then the author, their role or side, and those of the table. It answers the row's id and seal. `when`: another condition.
 */
export function publishing(
  { table, author, as, set, more }: Publishing,
  { first, when }: { first: number; when?: string },
): string {
  let next = first + 2;
  const placed = (text: string) => text.replaceAll('?', () => `$${(next += 1)}`);
  const role = as ? [placed(`${as} = ?`)] : [];
  const sets = ['published_at = $' + first, ...(set ? [placed(set)] : [])];
  const conditions = [
    `id = $${first + 1}`,
    'dossier_id = $1',
    `${author} = $${first + 2}::uuid`,
    ...role,
    'published_at is null',
    ...(more ? [placed(more)] : []),
    ...(when ? [when] : []),
  ];
  return `update ${table} c set ${sets.join(', ')} where ${conditions.join(' and ')} returning id, seal_of(c) as seal`;
}

/** Events that do more to content than publish one row. */
const beyond = [
  'dossierCreated',
  'dossierSubmitted',
  'messagesShared',
  'documentWithdrawn',
  'dossierClosed',
  'representativeNamed',
  'invitationAccepted',
  'invitationExpired',
  'representativeRemoved',
] as const;

type BeyondEvent = Extract<DossierEvent, { type: (typeof beyond)[number] }>;

/** Whether an event does more to content than publish one row. */
export function goesBeyond(event: DossierEvent): event is BeyondEvent {
  return (beyond as readonly string[]).includes(event.type);
}

/** A row whose content an event seals: one that it publishes, the form of a dossier that is submitted, or the words of an end that was announced. */
export type Sealed = { table: Publishable | 'dossier_form'; id: string };

/** The rows that an event seals, in the order in which their seals are put together. */
export function sealedBy(event: DossierEvent, dossierId: string): Sealed[] {
  if (!goesBeyond(event)) {
    const row = publicationOf(event);
    return row ? [{ table: row.table, id: row.id }] : [];
  }
  switch (event.type) {
    case 'dossierSubmitted':
      return [{ table: 'dossier_form', id: dossierId }];
    case 'messagesShared':
      return [{ table: 'message_share', id: event.shareId }];
    case 'documentWithdrawn':
      return [{ table: 'justification', id: event.justificationId }];
    case 'dossierClosed':
      return [event.justificationId, event.natureId].flatMap((id) =>
        id === null ? [] : [{ table: 'justification' as const, id }],
      );
    case 'dossierCreated':
    case 'representativeNamed':
    case 'invitationAccepted':
    case 'invitationExpired':
    case 'representativeRemoved':
      return [];
  }
}

/**
 * What events publish, when that is one row and nothing else happens to content: then it is done in the statement that journals them. Null when they
 * publish nothing; undefined when more is to be done.
 */
export function onlyPublication(events: readonly DossierEvent[]): OnlyPublication | null | undefined {
  const rows: OnlyPublication[] = [];
  for (const [index, event] of events.entries()) {
    if (goesBeyond(event)) return undefined;
    const row = publicationOf(event);
    if (row) rows.push({ row, nth: index + 1 });
  }
  return rows.length > 1 ? undefined : (rows[0] ?? null);
}

/** The one row that events publish, and which of them does, from 1. */
export type OnlyPublication = { row: Publication; nth: number };

/** The row that an event publishes, or null. */
export function publicationOf(event: Exclude<DossierEvent, BeyondEvent>): Publication | null {
  const { at, by } = event;
  switch (event.type) {
    case 'proposalMade':
      return { table: 'proposal_content', id: event.contentId, at, by, more: [1, event.proposalId] };
    case 'proposalEdited':
      return { table: 'proposal_content', id: event.contentId, at, by, more: [event.version, event.proposalId] };
    case 'messagePosted':
      return { table: 'message', id: event.messageId, at, by, more: [event.thread, event.announcesClosing === true] };
    case 'documentAdded':
      return { table: 'document', id: event.documentId, at, by };
    case 'negotiationRefused':
    case 'mediationWithdrawn':
    case 'glassBroken':
      return { table: 'justification', id: event.justificationId, at, by };
    case 'draftExtended':
    case 'draftExpired':
    case 'chargeTaken':
    case 'proposalAccepted':
    case 'acceptanceWithdrawn':
    case 'revisionAsked':
    case 'caucusOpened':
    case 'agreementConcluded':
    case 'mediationRequested':
    case 'mediatorAssigned':
    case 'noConflictDeclared':
    case 'mediatorRecused':
    case 'mediatorReleased':
    case 'reportedToOffice':
    case 'sideNudged':
    case 'sideContacted':
    case 'reportAnswered':
    case 'breakGlassEnded':
    case 'deadlinePassed':
    case 'dossierPurged':
      return null;
  }
}
