import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dossierWorkflow } from '#contracts/messages/dossier.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { answers } from '#scripts/system/ports.ts';
import { Problem } from '#scripts/system/problem.ts';
import { run, type Managed } from '#scripts/system/processes.ts';

export type UiOptions = { port: number; temporalAddress: string; namespace: string; dataDir: string; logFile: string };

/** Page of the Temporal UI that lists the dossiers. */
export function dossiersPage(origin: string, namespace: string): string {
  const query = new URLSearchParams({ query: `WorkflowType="${dossierWorkflow}"` });
  return `${origin}/namespaces/${encodeURIComponent(namespace)}/workflows?${query}`;
}

/** Configuration of the Temporal UI for reading only. */
const uiConfig = ({ port, temporalAddress, namespace }: UiOptions): string =>
  [
    `temporalGrpcAddress: ${temporalAddress}`,
    'host: 127.0.0.1',
    `port: ${port}`,
    'enableUi: true',
    'cors:',
    '  cookieInsecure: true',
    `defaultNamespace: ${JSON.stringify(namespace)}`,
    'disableNewsFetch: true',
    'notifyOnNewVersion: false',
    'disableWriteActions: true',
    '',
  ].join('\n');

/** Starts Temporal's own UI, read-only, and waits until it answers. */
export async function startTemporalUi(program: string, options: UiOptions): Promise<Managed> {
  const root = path.join(options.dataDir, 'temporal-ui');
  await mkdir(path.join(root, 'config'), { recursive: true });
  await writeFile(path.join(root, 'config', 'parle.yaml'), uiConfig(options));
  const ui = run({
    name: 'Temporal UI',
    command: program,
    args: ['--root', root, '--config', 'config', '--env', 'parle', 'start'],
    cwd: root,
    logFile: options.logFile,
    graceMs: 3000,
  });
  const failure = () => new Problem(`The Temporal UI did not start; its log is ${options.logFile}:\n${ui.tail(5)}`);
  const ready = async (): Promise<boolean> => {
    if (await answers(options.port)) return true;
    if (ui.hasEnded()) throw failure();
    return false;
  };
  try {
    await eventually(ready, { failure });
  } catch (error) {
    await ui.kill();
    throw error;
  }
  return ui;
}

/** What a page of the UI may ask: reading, and asking a workflow for a view of itself. */
const reads = (method: string, url: string): boolean =>
  method === 'GET' ||
  method === 'HEAD' ||
  (method === 'POST' && /\/query\/[^/]+$/.test(new URL(url, 'http://ui').pathname));

/**
 * Puts a read-only proxy before the UI that the command line tool's server brings, which has no such setting.
 */
export async function readOnlyDoor(port: number, innerPort: number): Promise<{ stop(): Promise<void> }> {
  const forward = (from: IncomingMessage, to: ServerResponse): void => {
    if (!reads(from.method ?? '', from.url ?? '/')) {
      to.writeHead(403, { 'content-type': 'text/plain' }).end('This view of Temporal is read-only.');
      return;
    }
    const headers = { ...from.headers, host: `127.0.0.1:${innerPort}` };
    const inner = request({ port: innerPort, method: from.method, path: from.url, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    inner.on('error', () => (to.headersSent ? to.destroy() : to.writeHead(502).end()));
    from.pipe(inner);
  };
  const server = createServer(forward);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
