import { readFile } from 'node:fs/promises';

/** Memory that a process holds, in bytes; 0 where the system does not tell (anything but Linux). */
export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return 1_024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
}
