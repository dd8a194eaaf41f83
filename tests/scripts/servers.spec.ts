import { afterAll, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import nodemailer from 'nodemailer';
import pg from 'pg';
import { searchAttributes } from '#contracts/search-attributes.ts';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { createTestDatabase, startTestServers } from '#tests/kit/servers.ts';

const servers = await startTestServers();
afterAll(() => servers.stop());

const rows = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

describe('the servers of a suite', () => {
  it('has a migrated database of its own', async () => {
    const other = await createTestDatabase();
    await rows(servers.databaseUrl, 'create table only_here (id int)');
    const tables = `select table_name from information_schema.tables where table_schema = 'public'`;
    const here = (await rows(servers.databaseUrl, tables)).map((row) => row['table_name']);
    const there = (await rows(other.url, tables)).map((row) => row['table_name']);
    await other.drop();
    expect(here).toContain('only_here');
    expect(there).not.toContain('only_here');
    expect(there).toContain('dossier_event');
  });

  it('has a namespace with every search attribute, and setting it up again changes nothing', async () => {
    const target = { address: servers.temporalAddress, namespace: servers.namespace };
    await setUpTemporal(target);
    await setUpTemporal(target);
    const connection = await Connection.connect({ address: target.address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: target.namespace });
    const { config } = await connection.workflowService.describeNamespace({ namespace: target.namespace });
    await connection.close();
    expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(Object.keys(searchAttributes)));
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 3600);
  });
});

describe('the mail server of a suite', () => {
  const transport = nodemailer.createTransport(servers.mail.url);
  afterAll(() => transport.close());
  const send = (to: string, subject: string): Promise<unknown> =>
    transport.sendMail({ from: 'office@parle.example', to, subject, text: `Bonjour ${subject}` });

  it('shows what it received, by address', async () => {
    await send('ana@people.example', 'un');
    await send('bo@people.example', 'deux');
    const mail = await servers.mail.waitForMail('ana@people.example');
    expect(mail.subject).toBe('un');
    expect(mail.text).toContain('Bonjour un');
    await expect(
      servers.mail.waitForMail('ana@people.example', ({ subject }) => subject === 'deux', 200),
    ).rejects.toThrow('No such mail');
  });

  it('misbehaves when asked, for one address and as many times as said', async () => {
    servers.mail.fail({ kind: 'refuse', to: 'gone@people.example' });
    await expect(send('gone@people.example', 'x')).rejects.toMatchObject({ responseCode: 550 });
    await send('ana@people.example', 'other address');
    servers.mail.fail({ kind: 'defer', times: 1 });
    await expect(send('cy@people.example', 'x')).rejects.toMatchObject({ responseCode: 451 });
    await send('cy@people.example', 'second try');
    servers.mail.fail({ kind: 'accept-and-drop', times: 1 });
    await expect(send('di@people.example', 'taken')).rejects.toThrow();
    expect(servers.mail.messages('di@people.example')).toHaveLength(1);
    servers.mail.fail({ kind: 'drop', times: 1 });
    await expect(send('eve@people.example', 'lost')).rejects.toThrow();
    expect(servers.mail.messages('eve@people.example')).toHaveLength(0);
  });

  it('can be away, and come back on the same port', async () => {
    await servers.mail.down();
    await expect(send('fay@people.example', 'nobody')).rejects.toThrow(/ECONNREFUSED/);
    await servers.mail.up();
    await send('fay@people.example', 'back');
    expect(servers.mail.messages('fay@people.example').map(({ subject }) => subject)).toEqual(['back']);
  });
});
