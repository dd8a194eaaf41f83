import { label } from '#content/lists/index.ts';
import { formatDateTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { dossierFacts, type FactRow } from '#db/dossiers/history.ts';
import type { Database } from '#db/database.ts';
import { eventTypes, mayKnow } from '#domain/visibility/index.ts';
import type { EventType } from '#domain/dossier/index.ts';
import type { Opened } from './reader.ts';

/** A fact in words: what, who, when. Never what anybody wrote, nor its number in the journal, which counts what is hidden too. */
export type Fact = { what: string; who: string; at: string; atText: string };

/** Messages are in their own tab, and moments that change nothing are for mails. */
const elsewhere: readonly EventType[] = ['messagePosted', 'deadlinePassed'];
const listed = eventTypes.filter((type) => !elsewhere.includes(type));

export const factsShown = 100;

/** The facts of a dossier that this person may know, newest first; all when `limit` is null. The Office sees roles and no names. */
export async function factsOf(
  db: Database,
  opened: Opened,
  language: Language,
  t: Translate,
  limit: number | null = factsShown,
): Promise<Fact[]> {
  const rows = await dossierFacts(db, { dossierId: opened.head.id, types: listed });
  // Counted after what is hidden is left out: where the list ends would tell how much that is.
  return rows
    .filter((row) => mayKnow(opened.state, opened.actor, row.event, opened.now))
    .slice(0, limit ?? undefined)
    .map((row) => ({
      what: whatOf(opened, row, t),
      who: whoOf(opened, row, language),
      at: row.event.at,
      atText: formatDateTime(language, row.event.at),
    }));
}

function whatOf({ viewer }: Opened, { event }: FactRow, t: Translate): string {
  // The parties learn of the date that their page shows, not of what the mediator told the Office.
  if (event.type === 'reportedToOffice' && viewer !== 'mediator' && viewer !== 'officer')
    return t('dossier:facts.targetMoved');
  return t(`dossier:facts.${event.type}`, { version: 'version' in event ? event.version : 0 });
}

function whoOf(opened: Opened, row: FactRow, language: Language): string {
  const role = label('roles', row.event.by.role, language);
  return opened.viewer === 'officer' || !row.actorName ? role : row.actorName;
}
