import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formatDateTime } from '#content/texts/format.ts';
import { canRead } from '#domain/access/index.ts';
import * as scenarios from '#domain/testing/scenario/scenarios.ts';
import { readDocx } from '#tests/e2e/support/documents/docx.ts';
import type { People } from '#tests/kit/people.ts';
import type { Play } from '#tests/kit/engine/play.ts';
import { startActivityRuns, type ActivityRuns } from '#tests/kit/worker/activity-runs.ts';

let activityRuns: ActivityRuns;
beforeAll(async () => {
  activityRuns = await startActivityRuns();
});
afterAll(async () => {
  await activityRuns?.stop();
});

type Filed = {
  kind: string;
  title: string;
  fileName: string;
  language: string;
  owner: string;
  sha256: Buffer;
  size: number;
  key: string;
  published: boolean;
};

async function filed(dossierId: string): Promise<Filed[]> {
  const { rows } = await activityRuns.pool.query<Filed>(
    `select generated_for as kind, title, file_name as "fileName", language, owner_role as owner, sha256, byte_size::int as size,
       storage_key as key, published_at is not null as published
     from document where dossier_id = $1 and generated_for is not null`,
    [dossierId],
  );
  return rows;
}

async function certificate(dossierId: string) {
  const { rows } = await activityRuns.pool.query(
    `select certificate_number as number, sha256, acceptances from agreement_certificate where dossier_id = $1`,
    [dossierId],
  );
  return rows[0];
}

const filesOf = (dossierId: string): Promise<string[]> =>
  readdir(path.join(activityRuns.filesDir, 'dossiers', dossierId)).catch(() => []);

const textOf = async (file: Filed): Promise<string> => (await readDocx(await activityRuns.files.read(file.key))).text;

/** Calls the activity for what a closed dossier owes, as a worker that knows nothing of an earlier attempt. */
async function render(dossierId: string, document: 'agreement' | 'attestation'): Promise<void> {
  const reaction = { key: `renderDocument:${document}`, kind: 'renderDocument', document } as const;
  await activityRuns.ports.renderDocument({ id: `${dossierId}:0:${reaction.key}`, dossierId, seq: 0, reaction });
}

/** Closed by an agreement on the consumer's first proposal, its documents still owed. */
const agreed = (people?: People): Promise<Play> => activityRuns.open(scenarios.agreed, { people });

/** Closed by the mediator, the attestation still owed. */
const failed = (people?: People): Promise<Play> =>
  activityRuns.open(
    [
      ...scenarios.inMediation,
      {
        ...{ by: 'mediator', act: 'postMessage', thread: 'mediationRoom', announcesClosing: true },
        body: 'SECRET-DE-LA-SALLE',
      },
      {
        by: 'mediator',
        act: 'closeMediation',
        reason: 'impasse',
        justification: 'SECRET-DE-LA-JUSTIFICATION',
        nature: 'Un lit livré trois semaines en retard.',
      },
    ],
    { people },
  );

describe('the agreement (F-101)', () => {
  test('D-02 is filed with the hash of its stored bytes, its certificate and who accepted', async () => {
    const { dossierId, people } = await agreed();
    await activityRuns.run(dossierId);
    const [file, ...others] = await filed(dossierId);
    expect(others).toEqual([]);
    expect(file).toMatchObject({ kind: 'agreement', language: 'fr', owner: 'system', published: true });
    const bytes = await activityRuns.files.read(file!.key);
    expect(file!.sha256).toEqual(createHash('sha256').update(bytes).digest());
    expect(file!.size).toBe(bytes.length);
    const { number, sha256, acceptances } = await certificate(dossierId);
    expect(sha256).toEqual(file!.sha256);
    expect(acceptances).toEqual([expect.objectContaining({ by: people.clerk.userId, side: 'merchant' })]);
    const text = await textOf(file!);
    expect(text).toContain(number);
    for (const words of ['P-consumer Essai', 'Meubles Boréal', 'P-clerk Essai', 'Remboursement de 120 $']) {
      expect(text).toContain(words);
    }
  });

  test('D-02 F-118 F-126 F-127 F-128 in mediation it is made once both accepted, with the mediator’s solutions and terms to the letter', async () => {
    const play = await activityRuns.open(scenarios.inMediation);
    const { people, dossierId } = play;
    const terms = 'Le livreur appelle la veille.\n« Sans frais » : rien à payer & rien à signer <à la porte>.';
    const proposal = await play.prepare({ by: 'mediator', act: 'propose', proposal: terms });
    const remedies = [
      { code: 'livraison', values: { deadline: '2031-05-01' } },
      { code: 'autre', values: { description: 'Un abonnement d’un an.' } },
    ];
    await activityRuns.pool.query(`update proposal_content set remedies = $2 where id = $1`, [
      proposal.command.contentId,
      JSON.stringify(remedies),
    ]);
    await play.send(proposal);
    await play.step({ by: 'consumer', act: 'acceptProposal' });
    await activityRuns.run(dossierId);
    expect(await filed(dossierId)).toEqual([]);
    await play.step({ by: 'clerk', act: 'acceptProposal' });
    await activityRuns.run(dossierId);
    const [file, ...others] = await filed(dossierId);
    expect(others).toEqual([]);
    expect(file).toMatchObject({ kind: 'agreement', owner: 'system', published: true });
    const text = await textOf(file!);
    for (const words of [
      ...['P-mediator Essai', 'Livraison du bien', '1er mai 2031', 'Un abonnement d’un an.'],
      ...terms.split('\n'),
    ]) {
      expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(words);
    }
    const state = await play.state();
    for (const by of [people.consumer, people.clerk, people.respondent, people.mediator]) {
      expect(canRead(state, { actor: by, now: new Date().toISOString() }, 'agreement')).toBe(true);
    }
  });

  test('asked for twice, one after the other or at once, it is made once and nothing else is kept', async () => {
    const { dossierId } = await agreed();
    await Promise.all([1, 2, 3].map(() => render(dossierId, 'agreement')));
    const [first] = await filed(dossierId);
    await render(dossierId, 'agreement');
    expect(await filed(dossierId)).toEqual([first]);
    expect(await filesOf(dossierId)).toEqual([path.basename(first!.key)]);
    expect((await certificate(dossierId)).sha256).toEqual(first!.sha256);
  });

  test('a document is never filed without its certificate, even when the certificate cannot be', async () => {
    const { dossierId } = await agreed();
    const number = (await activityRuns.pool.query('select number from dossier where id = $1', [dossierId])).rows[0]
      .number;
    const other = await agreed();
    await activityRuns.pool.query(
      `insert into agreement_certificate (dossier_id, certificate_number) values ($1, $2)`,
      [other.dossierId, `E-${number}`],
    );
    await expect(render(dossierId, 'agreement')).rejects.toThrow();
    expect(await filed(dossierId)).toEqual([]);
    await activityRuns.pool.query(`delete from agreement_certificate where dossier_id = $1`, [other.dossierId]);
    await render(dossierId, 'agreement');
    expect(await certificate(dossierId)).toBeDefined();
  });

  test('names everyone as they were when it was concluded, however late it is made', async () => {
    const { dossierId, people } = await agreed();
    await activityRuns.pool.query(`update app_user set first_name = 'Autre', last_name = 'Nom' where id = any ($1)`, [
      [people.consumer.userId, people.clerk.userId],
    ]);
    await activityRuns.pool.query(`update merchant set name = 'Nouvelle enseigne' where id = $1`, [people.merchantId]);
    await render(dossierId, 'agreement');
    const text = await textOf((await filed(dossierId))[0]!);
    for (const words of ['P-consumer Essai', 'Meubles Boréal', 'P-clerk Essai']) expect(text).toContain(words);
    for (const words of ['Autre Nom', 'Nouvelle enseigne']) expect(text).not.toContain(words);
  });

  test('is in the consumer’s language', async () => {
    const people = await activityRuns.people();
    await activityRuns.pool.query(`update app_user set language = 'en' where id = $1`, [people.consumer.userId]);
    const { dossierId } = await agreed(people);
    await render(dossierId, 'agreement');
    const [file] = await filed(dossierId);
    expect(file).toMatchObject({ language: 'en', title: 'Agreement' });
    expect(await textOf(file!)).toContain('The parties');
  });
});

describe('the attestation (F-120)', () => {
  test('D-03 F-134 A-36 names mediator, accreditation, parties, number and dates, and of the talks nothing but the nature of the problem', async () => {
    const people = await activityRuns.people();
    await activityRuns.pool.query(`update app_user set accreditation = 'IMAQ 1234' where id = $1`, [
      people.mediator.userId,
    ]);
    const play = await failed(people);
    const { dossierId } = play;
    await activityRuns.run(dossierId);
    const [file, ...others] = await filed(dossierId);
    expect(others).toEqual([]);
    expect(file).toMatchObject({ kind: 'attestation' });
    const text = await textOf(file!);
    expect(text).toContain('Un lit livré trois semaines en retard.');
    const { rows } = await activityRuns.pool.query('select number from dossier where id = $1', [dossierId]);
    for (const words of [
      ...['P-consumer Essai', 'Meubles Boréal', 'P-mediator Essai', 'Accréditation : IMAQ 1234'],
      ...[rows[0].number, 'Code de procédure civile'],
    ]) {
      expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(words);
    }
    const state = await play.state();
    for (const [line, at] of [
      ['Début de la médiation', state.mediation!.startedAt!],
      ['Fin de la médiation', state.closing!.at],
    ] as const) {
      expect(text).toContain(`${line}\u00a0: ${formatDateTime('fr', at)}`);
    }
    for (const words of ['SECRET', 'Remboursement de 120']) expect(text).not.toContain(words);
    for (const by of [people.consumer, people.clerk]) {
      expect(canRead(state, { actor: by, now: new Date().toISOString() }, 'attestation')).toBe(true);
    }
    expect(await certificate(dossierId)).toBeUndefined();
  });

  test('A-08 A-36 names who mediated when it closes by itself, though they had handed it back', async () => {
    let now = new Date();
    const play = await activityRuns.open(
      [...scenarios.inMediation, { by: 'mediator', act: 'recuse' }, { by: 'consumer', act: 'withdrawFromMediation' }],
      { now: () => now },
    );
    now = new Date(Date.now() + 12 * 86_400_000);
    await play.step({ by: 'system', act: 'passDeadline', kind: 'withdrawalClose' });
    await activityRuns.run(play.dossierId);
    const [file] = await filed(play.dossierId);
    expect(file).toMatchObject({ kind: 'attestation' });
    expect(await textOf(file!)).toContain('P-mediator Essai');
  });

  test('A-08 A-36 is not made where nobody ever mediated; both sides are told why', async () => {
    let now = new Date();
    const play = await activityRuns.open([...scenarios.mediatorNamed, { by: 'clerk', act: 'withdrawFromMediation' }], {
      now: () => now,
    });
    now = new Date(Date.now() + 12 * 86_400_000);
    await play.step({ by: 'system', act: 'passDeadline', kind: 'withdrawalClose' });
    await activityRuns.run(play.dossierId);
    expect(await filed(play.dossierId)).toEqual([]);
    expect((await play.state()).closing).toMatchObject({ outcome: 'withdrawn', by: 'system' });
    const sent = (await activityRuns.outbox(play.dossierId)).map(({ template }) => template);
    expect(sent.filter((template) => template === 'mediation-never-led')).toHaveLength(2);
    expect(sent).toEqual(
      expect.arrayContaining(['mediation-withdrawal-before', 'declaration-moot', 'information-kit']),
    );
  });

  test('names the mediator as they were', async () => {
    const { dossierId, people } = await failed();
    await activityRuns.pool.query(`update app_user set first_name = 'Autre', last_name = 'Nom' where id = $1`, [
      people.mediator.userId,
    ]);
    await render(dossierId, 'attestation');
    const text = await textOf((await filed(dossierId))[0]!);
    expect(text).toContain('P-mediator Essai');
    expect(text).not.toContain('Autre Nom');
  });
});

test('F-142 the erasure takes documents, identities and bytes that a crash left without a row', async () => {
  const { dossierId } = await agreed();
  await activityRuns.run(dossierId);
  await activityRuns.files.put(`dossiers/${dossierId}/left-by-a-crash`, Buffer.from('x'));
  const owed = { id: 'x', dossierId, seq: 0, reaction: { key: 'eraseContent', kind: 'eraseContent' } as const };
  await activityRuns.ports.eraseContent(owed);
  await activityRuns.ports.eraseContent(owed);
  expect(await filesOf(dossierId)).toEqual([]);
  expect(await filed(dossierId)).toEqual([]);
  const left = await activityRuns.pool.query(
    `select (select count(*)::int from closing_identity where dossier_id = $1) as identities,
       (select count(*)::int from mail where dossier_id = $1) as mails,
       (select count(*)::int from audit_log where subject = $1::text) as destructions`,
    [dossierId],
  );
  expect(left.rows[0]).toEqual({ identities: 0, mails: 0, destructions: 1 });
  expect((await certificate(dossierId)).sha256).toHaveLength(32);
});
