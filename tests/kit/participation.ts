import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { undertakingVersion } from '#content/terms/versions.ts';
import { participationForm } from '#contracts/schemas/participation.ts';
import { databaseOver } from '#db/database.ts';
import { insertParticipation } from '#db/participation/requests.ts';

/** A participation form as a page sends it, without representatives; its respondent, who fills it in, at this address. */
export const sentParticipation = (email: string, changes: Record<string, string> = {}): Record<string, string> => ({
  legalName: '9411-2075 Québec inc.',
  tradeNames: 'Meubles du Quai\nLiterie du Quai',
  neq: '1170 000 009',
  email: 'info@quai.example',
  phone: '418 555-0100',
  addressLine: '12, rue du Quai',
  city: 'Rimouski',
  province: 'QC',
  postalCode: 'g5l 4x1',
  establishments: 'Meubles du Quai, 3, rue Lafontaine, Rivière-du-Loup G5R 3A1',
  'respondent.firstName': 'Odile',
  'respondent.lastName': 'Fortin',
  'respondent.email': email,
  'respondent.phone': '418 555-0101',
  'representatives.1.firstName': '',
  'representatives.1.lastName': '',
  'representatives.1.email': '',
  filledBy: 'respondent',
  language: 'fr',
  undertaking: 'yes',
  form_key: `${randomUUID()}.participation`,
  ...changes,
});

/** A request that waits for the Office. @returns its id. */
export async function waitingParticipation(pool: pg.Pool, email: string): Promise<string> {
  const key = randomUUID();
  const nested = { ...sentParticipation(email), respondent: personAt(email) };
  await insertParticipation(databaseOver(pool), {
    key,
    form: participationForm.parse(nested),
    senderEmail: email,
    undertaking: undertakingVersion,
    language: 'fr',
    at: new Date().toISOString(),
  });
  return key;
}

const personAt = (email: string) => ({ firstName: 'Odile', lastName: 'Fortin', email, phone: '418 555-0101' });

/** What a respondent asks of the Office: access for one more person. @returns its id. */
export async function waitingAccessRequest(
  pool: pg.Pool,
  { merchantId, askedBy, email }: { merchantId: string; askedBy: string; email: string },
): Promise<string> {
  const id = randomUUID();
  const person = { firstName: 'Luc', lastName: 'Gagné', email, language: 'fr' };
  await pool.query(
    `insert into access_request (id, merchant_id, kind, person, asked_by) values ($1, $2, 'add', $3, $4)`,
    [id, merchantId, person, askedBy],
  );
  return id;
}
