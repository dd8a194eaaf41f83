import type { Managed } from '#scripts/system/processes.ts';
import { startProcess, type ProcessOptions } from './platform.ts';

/** The web process once it listens, and where. */
export type Web = { process: Managed; port: number };

/**
 * Starts the web process, its pages built before, and waits until it says that it listens: for tests and benches, which want no more. `npm
 * start` keeps it up (watch-over.ts).
 *
 * @param options with `PORT=0` in its environment it chooses a port.
 * @throws Error with what it wrote, when it ends before.
 */
export async function startWeb(options: Omit<ProcessOptions, 'name' | 'mode'>): Promise<Web> {
  let heard = '';
  const hear = (text: string): void => {
    heard += text;
    options.hear?.(text);
  };
  const web = startProcess({ ...options, name: 'web', hear: options.hear && hear });
  const port = await new Promise<number>((resolve, reject) => {
    web.child.on('message', (message: { type?: string; port?: number }) => {
      if (message.type === 'ready' && message.port) resolve(message.port);
    });
    void web.ended.then(({ code, signal }) =>
      reject(
        new Error(`the web process did not start (${signal ?? code}); are the pages built?\n${heard || web.tail()}`),
      ),
    );
  });
  return { process: web, port };
}
