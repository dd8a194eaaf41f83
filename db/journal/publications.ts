import type { DossierEvent } from '#domain/dossier/events.ts';

/** Tables whose rows are their author's drafts until a command publishes them. */
export type Publishable = 'proposal_content' | 'message' | 'message_share' | 'document' | 'justification';

/** How a row of a table is published: the parameters besides its id, its dossier and the instant, `?` for each, in this order. */
export type Publishing = { table: Publishable; set?: string; more?: string };

export const publications: Record<Publishable, Publishing> = {
  proposal_content: { table: 'proposal_content', set: 'version = ?', more: 'proposal_id = ?' },
  message: { table: 'message', more: 'thread = ?' },
  message_share: { table: 'message_share' },
  document: { table: 'document' },
  justification: { table: 'justification' },
};

/** A row that an event publishes. `more`: values of the table's other parameters. */
export type Publication = { table: Publishable; id: string; at: string; more?: (string | number)[] };

/**
 * The part of a statement that publishes a row that is still a draft of its dossier (`$1`), its instant being `$first`, its id the next
 * parameter, then those of the table. `when`: another condition.
 */
export function publishing(
  { table, set, more }: Publishing,
  { first, when }: { first: number; when?: string },
): string {
  let next = first + 1;
  const placed = (text: string) => text.replace('?', () => `$${(next += 1)}`);
  const sets = ['published_at = $' + first, ...(set ? [placed(set)] : [])];
  const conditions = [
    `id = $${first + 1}`,
    'dossier_id = $1',
    'published_at is null',
    ...(more ? [placed(more)] : []),
    ...(when ? [when] : []),
  ];
  return `update ${table} set ${sets.join(', ')} where ${conditions.join(' and ')} returning id`;
}

/** Events that do more to content than publish one row. */
const beyond = [
  'dossierCreated',
  'messagesShared',
  'documentWithdrawn',
  'dossierClosed',
  'invitationAccepted',
  'invitationExpired',
  'representativeRemoved',
] as const;

type BeyondEvent = Extract<DossierEvent, { type: (typeof beyond)[number] }>;

/** Whether an event does more to content than publish one row. */
export function goesBeyond(event: DossierEvent): event is BeyondEvent {
  return (beyond as readonly string[]).includes(event.type);
}

/**
 * What events publish, when that is one row and nothing else happens to content: then it is done in the statement that journals them. Null when they
 * publish nothing; undefined when more is to be done.
 */
export function onlyPublication(events: readonly DossierEvent[]): Publication | null | undefined {
  const rows: Publication[] = [];
  for (const event of events) {
    if (goesBeyond(event)) return undefined;
    const row = publicationOf(event);
    if (row) rows.push(row);
  }
  return rows.length > 1 ? undefined : (rows[0] ?? null);
}

/** The row that an event publishes, or null. */
export function publicationOf(event: Exclude<DossierEvent, BeyondEvent>): Publication | null {
  const { at } = event;
  switch (event.type) {
    case 'proposalMade':
      return { table: 'proposal_content', id: event.contentId, at, more: [1, event.proposalId] };
    case 'proposalEdited':
      return { table: 'proposal_content', id: event.contentId, at, more: [event.version, event.proposalId] };
    case 'messagePosted':
      return { table: 'message', id: event.messageId, at, more: [event.thread] };
    case 'documentAdded':
      return { table: 'document', id: event.documentId, at };
    case 'negotiationRefused':
    case 'mediationWithdrawn':
      return { table: 'justification', id: event.justificationId, at };
    case 'draftExtended':
    case 'draftExpired':
    case 'dossierSubmitted':
    case 'representativeNamed':
    case 'chargeTaken':
    case 'proposalAccepted':
    case 'acceptanceWithdrawn':
    case 'agreementConcluded':
    case 'mediationRequested':
    case 'mediatorAssigned':
    case 'mediatorRecused':
    case 'reportedToOffice':
    case 'sideNudged':
    case 'deadlinePassed':
    case 'dossierPurged':
      return null;
  }
}
