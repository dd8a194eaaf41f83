import { readFile } from 'node:fs/promises';

/** Resident memory of a process that belongs to no file, in bytes; null where the system does not say (Linux only). */
export async function anonymousMemory(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes ? Number(kilobytes) * 1_024 : null;
}
