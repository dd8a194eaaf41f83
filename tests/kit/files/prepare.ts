import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareFile, type PreparedFile, type RefusedFile } from '#web/server/uploads/prepare-file.ts';

/** What the platform does with a file that arrived: the file as it would be stored, or its refusal. */
export async function prepare(
  name: string,
  bytes: Buffer | string,
): Promise<{ result: PreparedFile | RefusedFile; kept: Buffer | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'parle-spec-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    const size = (await stat(path)).size;
    const result = await prepareFile(
      { field: 'files', name, path, size, tooLarge: false },
      { whose: 'une personne', store: folder },
    );
    return { result, kept: 'code' in result ? null : await readFile(result.path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
