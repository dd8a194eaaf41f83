import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = path.join(import.meta.dirname, '..');

/** Sources that the bundle is made of, and the SDK that it must match. */
const sources = ['workflows', 'domain', 'contracts'];
const sdk = path.join(root, 'node_modules', '@temporalio', 'worker', 'package.json');

/** Largest bundle allowed, in bytes of code without its source map: the SDK takes 0.52 MB, and each workflow in cache pays for the rest. */
export const bundleBudget = 900_000;

/**
 * The workflow code as every worker and the replay tests run it, bundled ahead of time into build/workflows and reused until a source or the SDK
 * changes. Safe when two processes build at once.
 *
 * @returns path of the bundle, for `workflowBundle: { codePath }`.
 */
export async function workflowBundle(): Promise<string> {
  const folder = path.join(root, 'build', 'workflows');
  const codePath = path.join(folder, `${await fingerprint()}.js`);
  if (await exists(codePath)) return codePath;
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(root, 'workflows', 'index.ts'),
    logger: quiet,
  });
  await mkdir(folder, { recursive: true });
  const draft = `${codePath}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, codePath);
  return codePath;
}

/** Size of a bundle's code, its inline source map left out. */
export async function bundleSize(codePath: string): Promise<number> {
  const code = await readFile(codePath, 'utf8');
  const map = code.lastIndexOf('//# sourceMappingURL=');
  return Buffer.byteLength(map < 0 ? code : code.slice(0, map));
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(sdk));
  for (const folder of sources) {
    const names = await readdir(path.join(root, folder), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.ts') && !one.endsWith('.spec.ts')).sort()) {
      hash.update(`${folder}/${name}\n`).update(await readFile(path.join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

async function exists(file: string): Promise<boolean> {
  return (await readFile(file).catch(() => null)) !== null;
}

const silent = (): void => undefined;
const quiet = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };
