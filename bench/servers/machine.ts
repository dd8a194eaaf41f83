import os from 'node:os';

/** Servers that took part, each with its version. */
export type Versions = Map<string, string>;

/** What the figures were taken on, in one sentence. */
export function machine(versions: Versions): string {
  const cpus = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const programs = [['Node', process.versions.node], ...versions].map(([name, version]) => `${name} ${version}`);
  return `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${os.type()} ${os.release()}; ${programs.join(', ')}`;
}
