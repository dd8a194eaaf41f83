import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { startEngineSuite } from '#tests/kit/engine/suite.ts';
import { startRunServers } from '#tests/kit/run-servers.ts';
import { playRecorded, recorded } from './recorded.ts';

/** Histories name the process and the host that recorded them (`pid@host…`); nobody has a use for that. */
const anonymous = (json: string): string => json.replace(/"\d+@[^"]*"/g, '"recorder"');

/**
 * Plays every scenario on a real server and writes its history beside this file. Run it when a release adds a path, never to make a
 * failing replay pass: the old histories are the dossiers of people. `node tests/replay/record.ts [name …]`
 */
const wanted = process.argv.slice(2);
const servers = await startRunServers();
process.env['TEST_SERVERS'] = JSON.stringify(servers.addresses);
const suite = await startEngineSuite();
for (const [name, scenario] of Object.entries(recorded)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { dossierId } = await playRecorded(suite, scenario);
  const handle = suite.client.workflow.getHandle(dossierWorkflowId(dossierId));
  // The reactions in hand end first: a history is taken at a quiet point.
  let last = -1;
  const history = await eventually(async () => {
    const now = await handle.fetchHistory();
    const still = now.events?.length === last;
    last = now.events?.length ?? 0;
    if (!still) await new Promise((resolve) => setTimeout(resolve, 500));
    return still ? now : null;
  });
  const file = path.join(import.meta.dirname, 'histories', `${name}.json`);
  await writeFile(file, anonymous(historyToJSON(history)));
  console.log(`${name}: ${last} events`);
}
await suite.stop();
await servers.stop();
process.exit(0);
