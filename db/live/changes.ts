import pg from 'pg';
import { databaseOptions } from '#config/database.ts';
import { changeChannel } from './channel.ts';

/** What is told to whoever follows dossiers, as soon as an act is journalled. */
export type Changes = {
  /** Calls `heard` at each act of a dossier, and whenever some may have been missed; the answer stops that. */
  follow(dossierId: string, heard: () => void): () => void;
  close(): Promise<void>;
};

/** Milliseconds before another connection is tried: doubled each time, up to the last. */
const firstWait = 250;
const longestWait = 10_000;

/**
 * Listens to the journal over a connection of its own. When it is lost another one is made, and everyone is told, since nobody knows what was said
 * meanwhile.
 *
 * @param report told of a connection that was lost or could not be made.
 */
export function openChanges(databaseUrl: string, report: (error: unknown) => void): Changes {
  const followers = new Map<string, Set<() => void>>();
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let wait = firstWait;
  let closed = false;

  async function connect(): Promise<void> {
    const { ssl, ...where } = databaseOptions(databaseUrl);
    const made = new pg.Client({ ...where, ssl, keepAlive: true, application_name: 'parle-live' });
    let lost = false;
    const again = (error: unknown): void => {
      if (lost) return;
      lost = true;
      if (client === made) client = null;
      void made.end().catch(() => undefined);
      if (closed) return;
      report(error);
      timer = setTimeout(() => void connect(), wait);
      wait = Math.min(wait * 2, longestWait);
    };
    made.on('error', again);
    made.on('end', () => again(new Error('the connection that listens was ended')));
    made.on('notification', ({ payload = '' }) => tell(followers.get(payload)));
    try {
      await made.connect();
      await made.query(`listen ${changeChannel}`);
    } catch (error) {
      return again(error);
    }
    if (closed) return void made.end();
    client = made;
    wait = firstWait;
    for (const each of followers.values()) tell(each);
  }

  void connect();
  return {
    follow(dossierId, heard) {
      const those = followers.get(dossierId) ?? new Set();
      followers.set(dossierId, those.add(heard));
      return () => {
        those.delete(heard);
        if (those.size === 0 && followers.get(dossierId) === those) followers.delete(dossierId);
      };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

function tell(followers: ReadonlySet<() => void> | undefined): void {
  for (const heard of [...(followers ?? [])]) heard();
}
