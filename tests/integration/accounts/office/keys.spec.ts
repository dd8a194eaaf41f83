import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { markOn, member, participation, startOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  await office?.stop();
});

type Form = {
  name: string;
  /** Where the form is sent, with what it says, and what it would say otherwise under the same key. */
  open(): Promise<{ address: string; first: Record<string, string>; other: Record<string, string>; typed: string }>;
  /** What is there once it is done, by the values that were typed. */
  done(values: Record<string, string>): Promise<number>;
};

const count = async (sql: string, values: unknown[]) => (await office.web.rows(sql, values)).length;

async function merchant(): Promise<string> {
  const sent = await office.officer.post(
    '/office/commercants/nouveau',
    participation(`${randomUUID()}@commerce.example`, { name: `Commerce ${randomUUID().slice(0, 8)}` }),
  );
  return sent.headers.get('location') ?? '';
}

const forms: Form[] = [
  {
    name: 'codes for a request (F-051)',
    async open() {
      const merchantId = (await merchant()).split('/').at(-1) ?? '';
      const first = { email: `${randomUUID()}@un.example`, merchantId, problemKind: 'qualite', language: 'fr' };
      const typed = `${randomUUID()}@deux.example`;
      return { address: '/office/codes/nouveau', first, other: { ...first, email: typed }, typed };
    },
    done: ({ email }) => count(`select 1 from referral where consumer_email = $1`, [email]),
  },
  {
    name: 'the enrolment of a merchant (F-014)',
    async open() {
      const first = participation(`${randomUUID()}@un.example`, { name: `Un ${randomUUID()}` });
      const typed = `Deux ${randomUUID()}`;
      return { address: '/office/commercants/nouveau', first, other: { ...first, name: typed }, typed };
    },
    done: ({ name }) => count(`select 1 from merchant where name = $1`, [name]),
  },
  {
    name: 'a change of a merchant (F-019)',
    async open() {
      const page = await merchant();
      const { form_key: _key, ...form } = participation('x@y.example', { name: `Un ${randomUUID()}` });
      const first = Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('respondent.')));
      const typed = `Deux ${randomUUID()}`;
      const address = `${page}/modifier`;
      Object.assign(first, await markOn(office.officer, address));
      return { address, first, other: { ...first, name: typed }, typed };
    },
    done: ({ name }) => count(`select 1 from merchant where name = $1`, [name]),
  },
  {
    name: 'a member (F-014)',
    async open() {
      const { form_key: _key, ...first } = member(`${randomUUID()}@un.example`);
      const typed = `${randomUUID()}@deux.example`;
      return { address: `${await merchant()}/membres/nouveau`, first, other: { ...first, email: typed }, typed };
    },
    done: ({ email }) =>
      count(`select 1 from merchant_member mm join app_user u on u.id = mm.user_id where u.email = $1`, [email]),
  },
  {
    name: 'a mediator (F-020)',
    async open() {
      const { form_key: _key, role: _role, ...person } = member(`${randomUUID()}@un.example`);
      const first = { ...person, accreditation: 'IMAQ 123' };
      const typed = `${randomUUID()}@deux.example`;
      return { address: '/office/mediateurs/nouveau', first, other: { ...first, email: typed }, typed };
    },
    done: ({ email }) => count(`select 1 from app_user where email = $1 and kind = 'mediator'`, [email]),
  },
];

describe.each(forms)('the form of $name', ({ open, done }) => {
  test('sent twice says the same thing twice; with other values under the same key it is refused, with what was typed', async () => {
    const { address, first, other, typed } = await open();
    const form_key = `${randomUUID()}.formulaire`;
    const send = (values: Record<string, string>) => office.officer.post(address, { ...values, form_key });
    const twice = await Promise.all([send(first), send(first)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await done(first)).toBe(1);
    const refused = await send(other);
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(html).toContain('déjà servi à envoyer autre chose');
    expect(html).toContain(`value="${typed}"`);
    expect(await done(other)).toBe(0);
    expect(await done(first)).toBe(1);
    // The page it came back with has a key of its own.
    const main = html.slice(html.indexOf('<main'));
    const fresh = /name="form_key" value="([^"]*)"/.exec(main)?.[1] ?? '';
    const seen = /name="seen" value="([^"]*)"/.exec(main)?.[1];
    const again = { ...other, form_key: fresh, ...(seen ? { seen } : {}) };
    expect((await office.officer.post(address, again)).status).toBe(303);
    expect(await done(other)).toBe(1);
  });
});

test('F-019 a role changed under the key of another change is refused', async () => {
  const page = await merchant();
  const email = `${randomUUID()}@membre.example`;
  await office.officer.post(`${page}/membres/nouveau`, member(email));
  const [row] = await office.web.rows<{ id: string }>(`select id from app_user where email = $1`, [email]);
  const address = `${page}/membres/${row?.id}`;
  const form_key = `${randomUUID()}.role`;
  const change = (role: string) => office.officer.post(address, { form_name: 'role', role, form_key });
  expect((await change('respondent')).status).toBe(303);
  expect((await change('respondent')).status).toBe(303);
  expect((await change('representative')).status).toBe(409);
  const [member_] = await office.web.rows<{ role: string }>(`select role from merchant_member where user_id = $1`, [
    row?.id,
  ]);
  expect(member_?.role).toBe('respondent');
});
