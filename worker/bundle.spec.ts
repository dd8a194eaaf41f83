import { expect, test } from '@jest/globals';
import { bundleBudget, bundleSize, workflowBundle } from './bundle.ts';

test('the workflow bundle keeps within its budget: each dossier in memory pays for it', async () => {
  const size = await bundleSize(await workflowBundle());
  expect(size).toBeGreaterThan(500_000);
  expect(size).toBeLessThan(bundleBudget);
});
