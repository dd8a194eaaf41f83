import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { parse } from 'yaml';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { startTemporal } from '#scripts/servers/temporal.ts';
import { dynamicConfig, dynamicConfigYaml } from '#scripts/servers/temporal/launch.ts';
import { root } from '#scripts/system/paths.ts';

const folder = await mkdtemp(path.join(os.tmpdir(), 'parle-skipping-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Asks a server to let a workflow's clock run; null when it agrees, its answer when it refuses. */
async function askToSkip(options: { timeSkipping?: boolean }): Promise<string | null> {
  const dataDir = await mkdtemp(path.join(folder, 'server-'));
  const server = await startTemporal({ dataDir, ...options });
  const namespace = 'skipping';
  await setUpTemporal({ address: server.address, namespace });
  const connection = await Connection.connect({ address: server.address });
  try {
    const client = new Client({ connection, namespace });
    const workflowId = 'dossier-skipping';
    await client.workflow.start('dossier', { taskQueue: 'nobody', workflowId, args: [{}] });
    await connection.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution: { workflowId },
      workflowExecutionOptions: { timeSkippingConfig: { enabled: true } },
      updateMask: { paths: ['time_skipping_config'] },
    });
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await connection.close();
    await server.stop();
  }
}

describe('time skipping', () => {
  it('is refused by the server that npm start runs', async () => {
    expect(await askToSkip({})).toMatch(/time.?skipping/i);
  });

  it('is allowed by the server of the tests', async () => {
    expect(await askToSkip({ timeSkipping: true })).toBeNull();
  });

  it('is off in every configuration for production', () => {
    const name = 'frontend.WorkflowTimeSkippingEnabled';
    expect(dynamicConfig({ timeSkipping: false })).not.toHaveProperty([name]);
    expect(dynamicConfigYaml(dynamicConfig({ timeSkipping: true }))).toContain(name);
    const production = parse(readFileSync(`${root}/deploy/temporal/dynamic-config.yaml`, 'utf8')) as Record<
      string,
      { value: unknown }[]
    >;
    expect(production[name]).toEqual([{ value: false }]);
    expect(readFileSync(`${root}/docker-compose.yml`, 'utf8')).not.toContain('TimeSkipping');
    expect(readFileSync(`${root}/scripts/start/servers.ts`, 'utf8')).not.toContain('timeSkipping');
  });
});
