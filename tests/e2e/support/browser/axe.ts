import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = {
  id: string;
  impact: string | null;
  help: string;
  nodes: { target: string[]; html: string; failureSummary?: string }[];
};

/**
 * What axe-core finds on the page against WCAG 2.2 A and AA (B-12), a line each; empty when it finds nothing. Runs in a
 * world of its own, so that it works under the pages' content security policy.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const evaluate = async (expression: string) => {
    const answer = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    const failure = answer.exceptionDetails;
    if (failure) throw new Error(`axe could not run: ${failure.exception?.description ?? failure.text}`);
    return answer.result.value as unknown;
  };
  await evaluate(`${source}; void 0`);
  const violations = (await evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((r) => r.violations)`,
  )) as Violation[];
  const path = new URL(page.url()).pathname;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${path}: ${id} (${help}) at ${node.target.join(' ')} — ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`,
    ),
  );
}

const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
