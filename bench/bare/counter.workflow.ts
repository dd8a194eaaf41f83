import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { BareActivities } from './activities.ts';

const { insertRow } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10 seconds' });

const addUpdate = defineUpdate<number, [{ id: string; note: string }]>('add');

/** The least that a durable command can be: an update with a validator, whose handler inserts one row by a local activity. */
export async function counter(): Promise<void> {
  let count = 0;
  const validator = ({ note }: { note: string }): void => {
    if (note.length === 0) throw new Error('empty note');
  };
  setHandler(
    addUpdate,
    async ({ id, note }) => {
      count += 1;
      await insertRow(id, count, note);
      return count;
    },
    { validator },
  );
  await condition(() => false);
}
