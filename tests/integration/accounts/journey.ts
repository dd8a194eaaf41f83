import { toldBy } from '#tests/kit/secrets.ts';
import type { Client, WebProcess } from '#tests/kit/web-process.ts';

export const strong = 'tramway érable lanterne 42';

export const person = (email: string) => ({ firstName: 'Élise', lastName: 'Côté', email, password: strong });

/** The newest mail to an address, with what it tells. */
export async function mailTo(web: WebProcess, email: string) {
  const [mail] = await web.rows<{ id: string; to: string; template: string; params: Record<string, string> }>(
    'select id, to_address as "to", template, params from mail where to_address = $1 order by created_at desc limit 1',
    [email],
  );
  return mail ? { template: mail.template, params: toldBy(mail) } : null;
}

/** A consumer who signed up and gave the code; signed in, without a profile yet. */
export async function signedUp(web: WebProcess, email: string): Promise<Client> {
  const client = web.client();
  await client.post('/inscription', person(email));
  const mail = await mailTo(web, email);
  await client.post('/inscription/code', { code: mail?.params['code'] ?? '' });
  return client;
}

export const consumerProfile = {
  firstName: 'Élise',
  lastName: 'Côté',
  addressLine: '12, rue des Érables',
  city: 'Trois-Rivières',
  province: 'QC',
  postalCode: 'g8z1a1',
  phone: '819 555-0123',
  language: 'fr',
};
