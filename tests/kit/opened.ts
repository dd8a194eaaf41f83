import type { SummaryRow } from '#db/dossiers/summary-row.ts';
import { accountOf, people, type Place } from '#domain/testing/people.ts';
import type { Story } from '#domain/testing/story.ts';
import { openedAs, type OpenDossier } from '#web/server/services/dossier/open-dossier/load-dossier.ts';

const contact = { email: '', phone: '', addressLine: '', city: '', province: '', postalCode: '' };

/** Names of those who have a place in a dossier, as its pages say them. */
const names = {
  friend: 'Hugo Caron',
  respondent: 'Anne Dubé',
  clerk: 'Nadia Roy',
  otherClerk: 'Luc Morin',
  mediator: 'Inès Gagnon',
};

const emailOf = (id: string) => `${id}@personne.example`;

/**
 * A dossier played by the rules alone, as one of its people opens it; `row` changes what the database would say of it. With it a page's facts and words
 * are tested in any state, without servers.
 */
export function openedBy(
  { state, now }: Pick<Story, 'state' | 'now'>,
  place: Exclude<Place, 'system'>,
  row: Partial<SummaryRow> = {},
): OpenDossier {
  const actor = people[place];
  const { representative, handlerId, mediation } = state;
  const personOf = (id: string | null | undefined) =>
    Object.entries(names).find(([name]) => accountOf(name as Place) === id)?.[1] ?? null;
  const handler = personOf(handlerId);
  const mediator = personOf(mediation?.mediatorId);
  const summaryRow: SummaryRow = {
    id: state.id,
    number: '2026-0001',
    state,
    title: 'Sofa',
    problemKind: 'other',
    documentsCount: 0,
    consumerLanguage: 'fr',
    memberRole: null,
    changedFor: { consumer: null, handler: null, respondent: null, colleague: null, mediator: null, office: null },
    consumer: { name: 'Claire Roy', ...contact },
    merchant: { name: 'Meubles Boréal', ...contact },
    representative: representative && { name: names.friend, email: '', phone: '', relationship: 'ami' },
    respondent: { name: names.respondent, email: emailOf(accountOf('respondent')), phone: '' },
    handler:
      handler === null || handlerId === null
        ? null
        : { id: handlerId, name: handler, jobTitle: '', email: emailOf(handlerId), phone: '' },
    mediator: mediator === null ? null : { name: mediator, accreditation: '' },
    ...row,
  };
  const user = { id: accountOf(place) } as OpenDossier['user'];
  return openedAs({ user, actor, summaryRow, now });
}
