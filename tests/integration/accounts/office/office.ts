import { randomUUID } from 'node:crypto';
import { createMailActivities, createMailTransport, mailSettings } from '#activities/mail/index.ts';
import { databaseOf, openOrm } from '#db/orm.ts';
import { inviteOfficer } from '#web/server/services/directory/officers.ts';
import { startTestMail, type ReceivedMail } from '#tests/kit/mail.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import { startWebProcess, type Client, type WebProcess } from '#tests/kit/web-process.ts';
import { strong } from '../journey.ts';
import { bothTexts, officeTexts } from '#tests/kit/undertaking.ts';

/** The web process with a mail server, and an officer signed in to it. */
export type Office = {
  web: WebProcess;
  officer: Client;
  /** The newest mail that reached this address, once the outbox was emptied over SMTP. */
  received(to: string): Promise<ReceivedMail>;
  /** How many mails reached this address. */
  count(to: string): Promise<number>;
  /** A person's first visit: link, password, profile, both texts; returns their browser. */
  firstVisit(to: string, profile?: Record<string, string>): Promise<Client>;
  stop(): Promise<void>;
};

export const professional = {
  firstName: 'Marc',
  lastName: 'Bergeron',
  jobTitle: 'Directeur',
  phone: '418 555-0100',
  language: 'fr',
};

const company = {
  name: 'Meubles Boréal',
  legalName: 'Meubles Boréal inc.',
  neq: '1140 002 233',
  email: 'info@boreal.example',
  phone: '418 555-0100',
  addressLine: '4120, boulevard des Galeries',
  city: 'Québec',
  province: 'QC',
  postalCode: 'g2k1b7',
};

/** A participation form, its respondent at this address. */
export const participation = (email: string, changes: Record<string, string> = {}) => ({
  ...company,
  neq: '',
  'respondent.firstName': 'Marc',
  'respondent.lastName': 'Bergeron',
  'respondent.email': email,
  'respondent.language': 'fr',
  form_key: `${randomUUID()}.inscription`,
  ...changes,
});

export const member = (email: string, changes: Record<string, string> = {}) => ({
  firstName: 'Julie',
  lastName: 'Nguyen',
  email,
  language: 'fr',
  role: 'representative',
  form_key: `${randomUUID()}.ajout`,
  ...changes,
});

/** The mark of the record that the forms of a page show. */
export async function markOn(client: Client, address: string): Promise<{ seen: string }> {
  const html = await (await client.get(address)).text();
  return { seen: /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '' };
}

/** The activation link that a mail carries, without the origin. */
export function linkIn(mail: ReceivedMail): string {
  return /\/activation\/[\w-]{43}/.exec(mail.text)?.[0] ?? '';
}

export async function startOffice(overrides: Record<string, string> = {}): Promise<Office> {
  const mail = await startTestMail();
  const web = await startWebProcess({ SMTP_URL: mail.url, ...overrides });
  const [orm, workerOrm] = await Promise.all([
    openOrm(web.as.web, { poolMax: 3 }),
    openOrm(web.as.worker, { poolMax: 3 }),
  ]);
  const settings = mailSettings({
    PUBLIC_ORIGIN: web.origin,
    OFFICE_NAME: 'Office de la protection du consommateur',
    OFFICE_EMAIL: 'office@parle.example',
    MAIL_FROM: 'ne-pas-repondre@parle.example',
    MAIL_FROM_NAME: 'Parle consommation',
    secrets: testSecrets,
  });
  const deps = { orm, db: await databaseOf(orm), now: () => new Date() };
  const mails = createMailActivities({
    db: await databaseOf(workerOrm),
    transport: createMailTransport(mail.url),
    settings,
  });
  const person = { email: 'agente@office.example', firstName: 'Anne', lastName: 'Roy', language: 'fr' as const };
  const { link } = await inviteOfficer(deps, person, 'print');
  const officer = web.client();
  await officer.post(link?.path ?? '', { password: strong });
  await officer.post('/profil', { ...professional, firstName: 'Anne', lastName: 'Roy' });
  await officer.post('/engagement', officeTexts);

  const received = async (to: string) => {
    await mails.deliverPending();
    const found = mail.messages(to).at(-1);
    if (!found) throw new Error(`no mail reached ${to}`);
    return found;
  };
  return {
    web,
    officer,
    received,
    async count(to) {
      await mails.deliverPending();
      return mail.messages(to).length;
    },
    async firstVisit(to, profile = professional) {
      const client = web.client();
      await client.post(linkIn(await received(to)), { password: strong });
      await client.post('/profil', profile);
      await client.post('/engagement', bothTexts);
      return client;
    },
    async stop() {
      await Promise.all([orm.close(true), workerOrm.close(true)]);
      await web.stop();
      await mail.stop();
    },
  };
}

/** What the Office's audit holds of an act, newest last. */
export function audited(web: WebProcess, action: string) {
  return web.rows<{ action: string; subject: string; actor: string | null }>(
    `select a.action, a.subject, u.email::text as actor from audit_log a left join app_user u on u.id = a.actor_id
     where a.action = $1 order by a.id`,
    [action],
  );
}
