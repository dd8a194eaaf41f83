import { expect, test } from '@jest/globals';
import { openOrm, poolOf } from '#db/orm.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';
import { cases } from '../visibility/hidden-acts.ts';
import { playWorld, stages } from '../visibility/world.ts';

const names = ['consumer', 'handler', 'respondent', 'colleague', 'mediator', 'office'].map(
  (seat) => `changed_for_${seat}`,
);

test('when each reader last saw a dossier change is found again from the journal, for every act that some may not know', async () => {
  const database = await createTestDatabase();
  const orm = await openOrm(database.url);
  try {
    const pool = await poolOf(orm);
    for (const stage of stages) await playWorld(pool, stage);
    const done = new Set<string>();
    for (const [, { stage, represented, hidden }] of cases) {
      const world = await playWorld(pool, stage, { represented });
      for (const act of hidden) {
        // The migration that fills the columns is older than this act.
        if (done.has(`${stage}: ${act.name}`) || /does not do|the Office reads what/.test(act.name)) continue;
        done.add(`${stage}: ${act.name}`);
        await world.run(act.steps(world.acting));
        // Alone on top of a dossier, where it decides for who knows of it.
        break;
      }
    }
    // Where nobody mediates, nobody reads the mediator's.
    const columns = names.map((name) =>
      name.endsWith('mediator') ? `case when mediator_id is not null then ${name} end as ${name}` : name,
    );
    const instants = async () => (await pool.query(`select id, ${columns.join(', ')} from dossier order by id`)).rows;
    const kept = await instants();
    expect(kept.length).toBeGreaterThan(stages.length + 10);
    await orm.migrator.down({ to: 'Migration20261126002000' });
    await orm.migrator.up();
    expect(await instants()).toEqual(kept);
  } finally {
    await orm.close();
    await database.drop();
  }
}, 120_000);
