import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { deadlines, evolve } from '#domain/dossier/index.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Dossier } from '#domain/dossier/types.ts';

/**
 * Moves a dossier's own clock by the server's time skipping: by `seconds` and then stops, or to the end of all its timers. Activities,
 * PostgreSQL and everybody else stay on the clock of the wall.
 */
export async function skipTime(client: Client, dossierId: string, seconds: number | 'end'): Promise<void> {
  const forward = seconds === 'end' ? {} : { fastForwardConfig: { id: randomUUID(), duration: { seconds } } };
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: dossierWorkflowId(dossierId) },
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, ...forward } },
    updateMask: { paths: ['time_skipping_config'] },
  } as never);
}

/** A deadline that was handled: what it was, when it was due, when the dossier's clock said that it came. */
export type Passed = { kind: string; due: string; at: string; expected: string | null };

/**
 * Every deadline that the journal says was handled, in order, each with what `deadlines` said was next in the state just before it:
 * the two must be the same.
 */
export async function passedDeadlines(pool: Pool, dossierId: string): Promise<{ passed: Passed[]; state: Dossier }> {
  const { rows } = await pool.query<{ key: string; event: DossierEvent }>(
    `select command_key as key, payload as event from dossier_event where dossier_id = $1 order by seq`,
    [dossierId],
  );
  let state: Dossier | null = null;
  const passed: Passed[] = [];
  for (const { key, event: stored } of rows) {
    const event = (typeof stored === 'string' ? JSON.parse(stored) : stored) as DossierEvent;
    const [, kind, due] = /^deadline:(.+):(\d{4}-.*)$/.exec(key) ?? [];
    if (kind && due) {
      const next = deadlines(state!)[0];
      passed.push({ kind, due, at: event.at, expected: next ? `${next.kind} ${next.at}` : null });
    }
    state = evolve(state, event);
  }
  return { passed, state: state! };
}
