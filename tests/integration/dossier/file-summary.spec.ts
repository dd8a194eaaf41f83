import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createDocumentActivities } from '#activities/documents/index.ts';
import type { ReactionPorts } from '#activities/reactions/ports.ts';
import { readEnv } from '#config/env.ts';
import { openDiskStore } from '#db/files/disk.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { entryOf, readDocx } from '#tests/e2e/support/documents/docx.ts';
import { agreed, inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';
import { startPages, type Pages } from '#tests/kit/pages.ts';
import { marks, marksIn, playMarked, type Mark, type Person } from './marked-dossier.ts';

let suite: EngineSuite;
let pages: Pages;
let makeDocument: ReactionPorts['renderDocument'];
beforeAll(async () => {
  suite = await startEngineSuite({ ports: { renderDocument: (owed) => makeDocument(owed) } });
  const files = openDiskStore(readEnv(suite.servers.env).FILES_DIR);
  const documents = createDocumentActivities({ db: suite.db, files, officeName: 'Office' });
  makeDocument = documents.renderDocument;
  pages = await startPages(suite);
});
afterAll(async () => {
  await pages?.stop();
  await suite?.stop();
});

type Asked = { language?: 'fr' | 'en'; from?: Pages };

async function ask(by: Person | null, dossierId: string, { language = 'fr', from = pages }: Asked = {}) {
  const { origin, session } = from;
  const cookie = `pc_lang=${language}${by ? `; pc_session=${await session(by.userId)}` : ''}`;
  return fetch(`${origin}/dossiers/${dossierId}/documents/resume`, { headers: { cookie }, redirect: 'manual' });
}

async function fetched(by: Person, dossierId: string, asked: Asked = {}): Promise<Buffer> {
  const answer = await ask(by, dossierId, asked);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

async function textFor(by: Person, dossierId: string, language: 'fr' | 'en' = 'fr'): Promise<string> {
  return (await readDocx(await fetched(by, dossierId, { language }))).text;
}

/** What does not change between two requests: all but the line that says when it was made. */
const lasting = (text: string): string => text.replace(/^(Préparé|Prepared).*$/m, '');

describe('D-04 F-035 F-143 A-03 the file summary holds what its requester reads and nothing else', () => {
  const proposals: Mark[] = ['proposal', 'newerVersion', 'counter'];
  const common: Mark[] = ['problem', 'document', ...proposals];
  const readers: [keyof EngineSuite['people'], Mark[]][] = [
    ['consumer', [...common, 'mediatorProposal', 'negotiation', 'room', 'consumerCaucus']],
    ['respondent', [...common, 'mediatorProposal', 'negotiation', 'room']],
    ['clerk', [...common, 'mediatorProposal', 'negotiation', 'room', 'merchantCaucus']],
    ['otherClerk', [...common, 'mediatorProposal']],
    ['mediator', [...common, 'mediatorProposal', 'room', 'consumerCaucus', 'merchantCaucus']],
  ];

  test('A-03 A-02 in mediation: own private talk and the shared space, never the other caucus; the mediator, no negotiation message', async () => {
    const { dossierId } = await playMarked(suite, 'mediation');
    for (const [role, expected] of readers) {
      for (const language of ['fr', 'en'] as const) {
        const held = marksIn(await textFor(suite.people[role] as Person, dossierId, language));
        expect({ role, language, held }).toEqual({ role, language, held: expected });
      }
    }
  });

  test('F-072 A-03 a represented consumer and the representative hold the same', async () => {
    const { dossierId } = await playMarked(suite, 'mediation', { represented: true });
    const expected = readers[0]![1];
    expect(marksIn(await textFor(suite.people.consumer, dossierId))).toEqual(expected);
    expect(marksIn(await textFor(suite.people.friend, dossierId))).toEqual(expected);
  });

  test('F-035 during the negotiation, both versions and the counter-proposal, without anybody’s drafts', async () => {
    const { dossierId } = await playMarked(suite, 'negotiation');
    for (const role of ['consumer', 'clerk', 'respondent'] as const) {
      const text = await textFor(suite.people[role], dossierId);
      expect({ role, held: marksIn(text) }).toEqual({ role, held: [...common, 'negotiation'] });
      expect(text).toContain('Version 2, le');
      expect(text).toContain('Contre-proposition 2 de Camille Tremblay, pour Meubles Boréal');
      expect(text.indexOf(marks.newerVersion)).toBeLessThan(text.indexOf(marks.proposal));
    }
  });

  test('F-143 A-25 of a closed dossier: how it ended, why, and until when it is kept', async () => {
    const { dossierId } = await playMarked(suite, 'withdrawn');
    for (const role of ['consumer', 'clerk'] as const) {
      const text = await textFor(suite.people[role], dossierId);
      expect(marksIn(text)).toEqual([
        'problem',
        'document',
        'proposal',
        'newerVersion',
        'negotiation',
        'justification',
      ]);
      expect(text).toContain('La fermeture du dossier');
      expect(text).toContain('Ce dossier reste accessible jusqu’au');
    }
  });

  test('§6 in mediation one side’s acceptance is in its own document and the mediator’s, and changes nothing in the other’s', async () => {
    const { consumer, clerk, respondent, mediator } = suite.people;
    const play = await playMarked(suite, 'mediation');
    const before = await textFor(clerk, play.dossierId);
    const beforeRespondent = await textFor(respondent, play.dossierId);
    await play.step({ by: 'consumer', act: 'acceptProposal' });
    expect(lasting(await textFor(clerk, play.dossierId))).toBe(lasting(before));
    expect(lasting(await textFor(respondent, play.dossierId))).toBe(lasting(beforeRespondent));
    expect(await textFor(consumer, play.dossierId)).toContain('Vous avez accepté cette version');
    expect(await textFor(mediator, play.dossierId)).toContain('Acceptée par Camille Tremblay');
  });

  test('F-040 a long conversation is there whole and in order, and reading it so does not mark it as read', async () => {
    const { consumer, clerk } = suite.people;
    const play = await openPlay(suite, inNegotiation);
    await suite.pool.query(
      `insert into message (id, dossier_id, thread, author_id, author_role, body, published_at)
       select gen_random_uuid(), $1, 'negotiation', $2, 'merchantRepresentative', 'message-' || n || '.',
         now() - make_interval(mins => 200 - n) from generate_series(1, 120) n`,
      [play.dossierId, clerk.userId],
    );
    const text = await textFor(consumer, play.dossierId);
    const told = [...text.matchAll(/message-(\d+)\./g)].map(([, n]) => Number(n));
    expect(told).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    const read = await suite.pool.query(`select 1 from thread_read where dossier_id = $1`, [play.dossierId]);
    expect(read.rowCount).toBe(0);
  });

  test('F-101 F-143 after an agreement: the certificate, who accepted and when', async () => {
    const { consumer } = suite.people;
    const play = await openPlay(suite, agreed);
    const certificate = await eventually(async () => {
      const sql = 'select certificate_number as number from agreement_certificate where dossier_id = $1';
      return (await suite.pool.query<{ number: string }>(sql, [play.dossierId])).rows[0]?.number;
    });
    const text = await textFor(consumer, play.dossierId);
    expect(text).toContain(`Certificat ${certificate}`);
    expect(text).toContain('Acceptée par Meubles Boréal');
    expect(text).toMatch(/^Entente, le .*\n.*\nEmpreinte SHA-256\u00a0: [0-9a-f]{64}$/m);
  });
});

describe('F-035 the file itself', () => {
  test('F-035 a document that opens, with real headings, its title, its language, the number and the page on each sheet', async () => {
    const { dossierId } = await playMarked(suite, 'mediation');
    const { rows } = await suite.pool.query<{ number: string }>('select number from dossier where id = $1', [
      dossierId,
    ]);
    const number = rows[0]!.number;
    for (const [language, title] of [
      ['fr', 'Résumé complet du dossier'],
      ['en', 'Complete file summary'],
    ] as const) {
      const bytes = await fetched(suite.people.consumer, dossierId, { language });
      const { styles } = await readDocx(bytes);
      expect(styles[0]).toBe('Title');
      expect(styles.filter((style) => style === 'Heading1')).toHaveLength(7);
      expect(styles.filter((style) => style === 'Heading3')).toHaveLength(4);
      expect(styles.indexOf('Heading1')).toBeLessThan(styles.indexOf('Heading2'));
      expect(await entryOf(bytes, 'docProps/core.xml')).toContain(`<dc:title>${title} ${number}</dc:title>`);
      expect(await entryOf(bytes, 'word/styles.xml')).toContain(`<w:lang w:val="${language}-CA"/>`);
      const footer = await entryOf(bytes, 'word/footer1.xml');
      expect(footer).toContain(number);
      expect(footer).toContain('PAGE');
    }
  });

  test('F-035 is a plain link on the Documents tab and comes as an attachment that nothing keeps', async () => {
    const { dossierId } = await playMarked(suite, 'negotiation');
    const { consumer, officer } = suite.people;
    const link = `href="/dossiers/${dossierId}/documents/resume"`;
    expect((await pages.get(consumer.userId, `/dossiers/${dossierId}/documents`)).html).toContain(link);
    expect((await pages.get(officer.userId, `/dossiers/${dossierId}/documents`)).html).not.toContain(link);
    const { headers } = await ask(consumer, dossierId);
    expect(headers.get('content-type')).toContain('wordprocessingml.document');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="Resume du dossier [\w-]+\.docx"; filename\*=UTF-8''R%C3%A9sum%C3%A9%20du%20dossier%20[\w-]+\.docx$/,
    );
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('F-143 is made while the engine is away', async () => {
    const { dossierId } = await playMarked(suite, 'negotiation');
    const alone = await startPages(suite, { TEMPORAL_ADDRESS: '127.0.0.1:9', PORT: '0' });
    try {
      const { text } = await readDocx(await fetched(suite.people.consumer, dossierId, { from: alone }));
      expect(text).toContain(marks.negotiation);
    } finally {
      await alone.stop();
    }
  });
});

describe('who gets no summary', () => {
  test('A-30 the Office, and A-03 strangers, who do not learn that the dossier exists', async () => {
    const { dossierId } = await playMarked(suite, 'negotiation');
    const { officer, friend, mediator } = suite.people;
    const refused = await ask(officer, dossierId);
    expect(refused.status).toBe(403);
    expect(marksIn(await refused.text())).toEqual([]);
    for (const stranger of [friend, mediator]) {
      const answer = await ask(stranger, dossierId);
      const none = await ask(stranger, randomUUID());
      expect([answer.status, none.status]).toEqual([404, 404]);
      expect(await answer.text()).toBe(await none.text());
    }
    const unknown = await ask(null, dossierId);
    expect(unknown.status).toBe(303);
    expect(unknown.headers.get('location')).toMatch(/^\/connexion\?/);
  });

  test('F-142 once the content is erased it says so', async () => {
    const { dossierId, state } = await playMarked(suite, 'withdrawn', { policy: { retention: { seconds: 1 } } });
    await eventually(async () => (await state()).status === 'purged');
    const { consumer } = suite.people;
    const answer = await ask(consumer, dossierId);
    expect(answer.status).toBe(410);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toBe('Le contenu de ce dossier a été effacé à la fin de la période de conservation.');
    expect(await (await ask(consumer, dossierId, { language: 'en' })).text()).toBe(
      'The content of this file was erased at the end of the retention period.',
    );
  });
});
