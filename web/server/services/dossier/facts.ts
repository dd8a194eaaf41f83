import { label } from '#content/lists/index.ts';
import { formatDateTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { dossierFacts, type FactRow } from '#db/queries/dossier-page.ts';
import type { Db } from '#db/queries/sql.ts';
import { accessOf } from '#domain/access/index.ts';
import type { EventType, Side } from '#domain/dossier/index.ts';
import type { Opened } from './reader.ts';

/** A fact in words: what, who, when. Never what anybody wrote. */
export type Fact = { seq: number; what: string; who: string; at: string; atText: string };

type Rule = (opened: Opened, fact: FactRow) => boolean;

const everyone: Rule = () => true;
const consumerSide: Rule = ({ side }) => side === 'consumer';
const known: Rule = (opened) => accessOf(opened.state, opened.actor, 'documents', opened.now) !== 'none';
const proposals: Rule = (opened) => accessOf(opened.state, opened.actor, 'negotiationProposals', opened.now) !== 'none';

/** One side's acceptance stays hidden from the other until both have accepted (requirements §6). */
const acceptance: Rule = (opened, fact) => {
  const thing = (fact.payload.side as Side) === 'consumer' ? 'consumerAcceptance' : 'merchantAcceptance';
  return accessOf(opened.state, opened.actor, thing, opened.now) !== 'none';
};

/**
 * Who is told of which fact. Messages are in their own tab, and moments that change nothing are for mails, so neither is here.
 */
const rules: Partial<Record<EventType, Rule>> = {
  dossierCreated: everyone,
  draftExtended: ({ viewer, side }) => viewer === 'officer' || side === 'consumer',
  draftExpired: everyone,
  dossierSubmitted: everyone,
  representativeNamed: consumerSide,
  invitationAccepted: everyone,
  invitationExpired: consumerSide,
  representativeRemoved: (opened, fact) => fact.payload.userId !== null || opened.side === 'consumer',
  chargeTaken: everyone,
  negotiationRefused: everyone,
  proposalMade: proposals,
  proposalEdited: proposals,
  proposalAccepted: acceptance,
  acceptanceWithdrawn: acceptance,
  agreementConcluded: everyone,
  messagesShared: ({ may }) => may('sharedMessages'),
  documentAdded: known,
  documentWithdrawn: known,
  mediationRequested: everyone,
  mediatorAssigned: everyone,
  mediatorRecused: everyone,
  mediationWithdrawn: everyone,
  reportedToOffice: ({ viewer }) => viewer === 'mediator' || viewer === 'officer',
  sideNudged: (opened, fact) => opened.side === null || opened.side === fact.payload.side,
  dossierClosed: everyone,
  dossierPurged: everyone,
};

export const factsShown = 100;

/** The facts of a dossier that this person may know, newest first; all when `limit` is null. The Office sees roles and no names. */
export async function factsOf(
  db: Db,
  opened: Opened,
  language: Language,
  t: Translate,
  limit: number | null = factsShown,
): Promise<Fact[]> {
  const rows = await dossierFacts(db, opened.head.id, Object.keys(rules), limit);
  return rows
    .filter((row) => rules[row.type as EventType]?.(opened, row) ?? false)
    .map((row) => ({
      seq: row.seq,
      what: t(`dossier:facts.${row.type}`, { version: Number(row.payload.version ?? 0) }),
      who: whoOf(opened, row, language),
      at: row.at,
      atText: formatDateTime(language, row.at),
    }));
}

function whoOf(opened: Opened, row: FactRow, language: Language): string {
  const role = label('roles', row.actorRole, language);
  return opened.viewer === 'officer' || !row.actorName ? role : row.actorName;
}
