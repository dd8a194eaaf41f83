import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from '#worker/bundle.ts';
import { recorded } from './recorded.ts';

const folder = path.join(import.meta.dirname, 'histories');
const histories = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

test('every scenario has a recorded history', () => {
  expect(histories.map((name) => path.basename(name, '.json'))).toEqual(expect.arrayContaining(Object.keys(recorded)));
});

test.each(histories)('%s is replayed by the present code', async (name) => {
  const options = { workflowBundle: { codePath: await workflowBundle() } };
  await Worker.runReplayHistory(options, historyFromJSON(read(name)), name);
});

test('a history that the present code would not have made is found out', async () => {
  const history = read('agreement-at-first-proposal.json') as {
    events: { activityTaskScheduledEventAttributes?: { activityType: { name: string } } }[];
  };
  const scheduled = history.events.find((event) => event.activityTaskScheduledEventAttributes);
  scheduled!.activityTaskScheduledEventAttributes!.activityType.name = 'anotherActivity';
  const options = { workflowBundle: { codePath: await workflowBundle() } };
  const replay = Worker.runReplayHistory(options, historyFromJSON(history));
  await expect(replay).rejects.toThrow(DeterminismViolationError);
});
