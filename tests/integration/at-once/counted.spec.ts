import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { scanQuarantined } from '#db/files/quarantine.ts';
import { FileMissing, type FileStore } from '#db/files/store.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import { databaseForFile } from '#tests/kit/database-for-file.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import type { ServiceDeps } from '#web/server/services/deps.ts';
import { codeOf } from '#web/server/services/dossier/open-dossier/execute.ts';
import type { Representation } from '#web/server/services/representation/load-representation.ts';
import { nameRepresentative } from '#web/server/services/representation/name-representative.ts';

const file = databaseForFile();

test('F-073 of four people who are invited in the same instant, three are', async () => {
  const dossierId = await file.dossier();
  const user = { id: file.people.consumer.userId, email: 'moi@personne.example' };
  const state = { id: dossierId, policy: standardPolicy };
  const representation = { opened: { state, user, actor: file.people.consumer } } as unknown as Representation;
  const engine = { command: async () => ({ seq: 1, status: 'draft', repeated: false }) };
  const deps = { db: file.db, engine, env: { secrets: testSecrets }, now: () => new Date() } as unknown as ServiceDeps;
  const person = { firstName: 'Luc', lastName: 'Roy', relationship: 'ami', adult: 'on', consent: 'on' } as const;
  const invite = (n: number) =>
    nameRepresentative(deps, {
      representation,
      form: { ...person, email: `ami${n}@personne.example` },
      key: randomUUID(),
    }).then(
      () => 'invited',
      (error: unknown) => codeOf(error),
    );
  const outcomes = await Promise.all([1, 2, 3, 4].map(invite));
  expect(outcomes.sort()).toEqual(['invited', 'invited', 'invited', 'rate.invitations']);
});

test('ASVS 5.4.3 of two workers at one file, the second one does not clear what the first one has found', async () => {
  const [id, dossierId] = [randomUUID(), await file.dossier()];
  await file.pool.query(
    `insert into document (id, dossier_id, owner_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key, scan)
     values ($1::uuid, $2, $3, 'consumer', 'autre', 't', 't.txt', 'text/plain', 3, '\\x00', $1::text, 'quarantined')`,
    [id, dossierId, file.people.consumer.userId],
  );
  const removed: string[] = [];
  const store = (open: () => Promise<Readable>) =>
    ({ open, remove: async (key: string) => void removed.push(key) }) as unknown as FileStore;
  const found = async () => 'infected' as const;
  const scanner = { scan: found, scanFile: found };
  const db = file.worker;
  const first = () => scanQuarantined({ db, files: store(async () => Readable.from(['a'])), scanner });
  const second = await scanQuarantined({
    db,
    files: store(async () => {
      await first();
      throw new FileMissing();
    }),
    scanner,
  });
  const { rows } = await file.pool.query<{ scan: string }>('select scan from document where id = $1', [id]);
  expect([rows[0]?.scan, removed, second]).toEqual(['infected', [id], { clean: 0, infected: 0 }]);
});
