import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDocumentActivities } from '#activities/documents/index.ts';
import type { ReactionPorts } from '#activities/reactions/ports.ts';
import { readEnv } from '#config/env.ts';
import { formatDateTime } from '#content/texts/format.ts';
import { eraseDossierContent } from '#db/dossiers/erase.ts';
import { openDiskStore } from '#db/files/disk.ts';
import { mediatorProposed, inNegotiation, type Scenario } from '#domain/testing/scenario/scenarios.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';
import { startPages, type Pages } from '#tests/kit/pages.ts';
import { textLines } from '#tests/kit/text-lines.ts';

let suite: EngineSuite;
let pages: Pages;
let makeDocument: ReactionPorts['renderDocument'];
beforeAll(async () => {
  suite = await startEngineSuite({ ports: { renderDocument: (owed) => makeDocument(owed) } });
  const files = openDiskStore(readEnv(suite.servers.env).FILES_DIR);
  makeDocument = createDocumentActivities({ db: suite.db, files, officeName: 'Office' }).renderDocument;
  pages = await startPages(suite);
});
afterAll(async () => {
  await pages?.stop();
  await suite?.stop();
});

type Role = 'consumer' | 'respondent' | 'clerk' | 'mediator' | 'officer';

const certificateOf = ({ dossierId }: Play) => `/dossiers/${dossierId}/entente/certificat`;
const see = async (play: Play, role: Role, language: 'fr' | 'en' = 'fr') => {
  const { status, html } = await pages.get(suite.people[role].userId, certificateOf(play), language);
  return { status, html, text: textLines(html).join('\n') };
};

/** Accepts on the page, as a person does. */
async function accept(play: Play, role: 'consumer' | 'clerk'): Promise<void> {
  const { proposals } = await play.state();
  const address = `/dossiers/${play.dossierId}/propositions/${proposals.at(-1)!.id}/accepter`;
  const { userId } = suite.people[role];
  const { html } = await pages.get(userId, address);
  const answer = await pages.post(userId, address, { ...pages.hidden(html, 'read'), read: 'on' });
  expect(answer.status).toBe(303);
}

async function concluded(scenario: Scenario, by: ('consumer' | 'clerk')[]): Promise<Play & { sha256: string }> {
  const play = await openPlay(suite, scenario);
  for (const role of by) await accept(play, role);
  const sha256 = await eventually(async () => {
    const sql = `select encode(sha256, 'hex') as sha256 from agreement_certificate where dossier_id = $1`;
    return (await suite.pool.query<{ sha256: string }>(sql, [play.dossierId])).rows[0]?.sha256;
  });
  return { ...play, sha256 };
}

test('A-34 who accepted, when, as what and the hash of the very file that is downloaded are on the certificate, for each reader of the agreement', async () => {
  const play = await concluded(mediatorProposed, ['consumer', 'clerk']);
  const [one, other] = (await play.state()).proposals.at(-1)!.acceptances;
  for (const role of ['consumer', 'respondent', 'clerk', 'mediator', 'officer'] as const) {
    const { status, text, html } = await see(play, role);
    expect([role, status]).toEqual([role, 200]);
    for (const words of [
      ...[play.sha256, 'représente Meubles Boréal', 'consommateur ou consommatrice', 'A lu et accepté la version 1'],
      ...[formatDateTime('fr', one!.at), formatDateTime('fr', other!.at)],
    ])
      expect({ role, words, there: text.includes(words) }).toEqual({ role, words, there: true });
    const [, download] = /href="([^"]*\/documents\/[^"]+)"[^>]*download/.exec(html) ?? [];
    const { origin } = pages;
    const cookie = `pc_session=${await pages.session(suite.people[role].userId)}`;
    const bytes = Buffer.from(await (await fetch(origin + download, { headers: { cookie } })).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(play.sha256);
  }
  expect((await see(play, 'consumer', 'en')).text).toContain('Read and accepted version 1');
  const documents = await pages.get(suite.people.consumer.userId, `/dossiers/${play.dossierId}/documents`);
  const summary = await pages.get(suite.people.consumer.userId, `/dossiers/${play.dossierId}`);
  for (const { html } of [documents, summary]) expect(html).toContain(`href="${certificateOf(play)}"`);
});

test('A-34 the address of who accepts is shown to that person alone, is in no event nor in the engine, and goes with the content', async () => {
  const play = await concluded(inNegotiation, ['clerk']);
  const { dossierId } = play;
  expect((await see(play, 'clerk')).text).toContain('depuis l’adresse IP 127.0.0.1');
  for (const role of ['consumer', 'respondent', 'mediator', 'officer'] as const)
    expect((await see(play, role)).text).not.toMatch(/127\.0\.0\.1|adresse IP/);
  const events = `select jsonb_agg(to_jsonb(e))::text || (select state::text from dossier where id = $1) as text from dossier_event e where dossier_id = $1`;
  expect((await suite.pool.query(events, [dossierId])).rows[0].text).not.toContain('127.0.0.1');
  const history = await suite.client.workflow.getHandle(`dossier-${dossierId}`).fetchHistory();
  const told = history.events!.flatMap((event) => event.workflowExecutionUpdateAcceptedEventAttributes ?? []);
  expect(told.length).toBeGreaterThan(0);
  const said = JSON.stringify(told, (_name, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString() : value,
  );
  expect(said).not.toContain('127.0.0.1');
  const rows = () => suite.pool.query(`select ip from acceptance_address where dossier_id = $1`, [dossierId]);
  expect((await rows()).rowCount).toBe(1);
  await eraseDossierContent(suite.db, dossierId);
  expect((await rows()).rowCount).toBe(0);
});

test('A-34 the certificate opens to nobody before an agreement, nor to strangers after it', async () => {
  const open = await openPlay(suite, inNegotiation);
  for (const role of ['consumer', 'clerk', 'officer'] as const) expect((await see(open, role)).status).toBe(404);
  const play = await concluded(inNegotiation, ['clerk']);
  const stranger = await pages.get(suite.people.friend.userId, certificateOf(play));
  expect(stranger.status).toBe(404);
});
