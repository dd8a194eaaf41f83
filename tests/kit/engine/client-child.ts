import type { CommandEnvelope } from '#contracts/messages/dossier.ts';
import { databaseOf, openOrm } from '#db/orm.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { openEngineClient } from '#web/server/services/engine-client.ts';

/** The web's side in a process of its own, to be killed: gives one command. */
const settings = JSON.parse(process.argv[2]!) as {
  databaseUrl: string;
  address: string;
  namespace: string;
  taskQueue: string;
  commandKey: string;
  dossierId: string;
  envelope: CommandEnvelope;
};
const target = { TEMPORAL_ADDRESS: settings.address, TEMPORAL_NAMESPACE: settings.namespace, TEMPORAL_TLS: false };
const db = await databaseOf(await openOrm(settings.databaseUrl));
const { client } = openEngineClient(target);
const { taskQueue, commandKey } = settings;
const engine = createEngine({ client, taskQueue, commandKey, db, timeoutMs: 60_000 });
process.send?.({ type: 'sent' });
const result = await engine.command(settings.dossierId, settings.envelope);
process.send?.({ type: 'answered', result });
