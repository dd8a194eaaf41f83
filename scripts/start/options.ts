import type { Role } from '#db/roles/names.ts';
import { Problem } from '#scripts/system/problem.ts';

/** The database as each role: `DATABASE_URL`, `DATABASE_WORKER_URL` and `DATABASE_OWNER_URL` where it is given. */
export type DatabaseAddresses = Record<Role, string>;

/** What the person asked for, on the command line and by settings. */
export type StartOptions = {
  mode: 'start' | 'dev';
  fresh: boolean;
  port: number;
  mailPort: number;
  temporalUiPort: number;
  /** Parts that are given, and then not started. */
  given: { database?: DatabaseAddresses; temporalAddress?: string; smtpUrl?: string };
  demo: boolean;
};

function portSetting(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`${name}=${text} is not a port: give a whole number from 1 to 65535.`);
}

/**
 * Reads the options of `npm start` and `npm run dev`.
 *
 * @throws Problem for an argument or a port that makes no sense.
 */
export function readOptions(mode: 'start' | 'dev', args: string[], env: NodeJS.ProcessEnv): StartOptions {
  const unknown = args.filter((arg) => arg !== '--fresh');
  if (unknown.length > 0)
    throw new Problem(`Unknown argument ${unknown[0]}: the only one is --fresh, which begins anew.`);
  const { DATABASE_URL, DATABASE_WORKER_URL, DATABASE_OWNER_URL, TEMPORAL_ADDRESS, SMTP_URL, DEMO } = env;
  if (args.includes('--fresh') && (DATABASE_URL || TEMPORAL_ADDRESS)) {
    throw new Problem(
      '--fresh erases only what this command keeps itself: empty the given database and namespace yourself, and start without it.',
    );
  }
  const options: StartOptions = {
    mode,
    fresh: args.includes('--fresh'),
    port: portSetting(env, 'PORT', 3000),
    mailPort: portSetting(env, 'MAIL_PORT', 3001),
    temporalUiPort: portSetting(env, 'TEMPORAL_UI_PORT', 3002),
    given: {
      ...(DATABASE_URL
        ? {
            database: {
              web: DATABASE_URL,
              worker: DATABASE_WORKER_URL || DATABASE_URL,
              owner: DATABASE_OWNER_URL || DATABASE_URL,
            },
          }
        : {}),
      ...(TEMPORAL_ADDRESS ? { temporalAddress: TEMPORAL_ADDRESS } : {}),
      ...(SMTP_URL ? { smtpUrl: SMTP_URL } : {}),
    },
    // People with a known password are not created in a database that someone else manages, unless asked.
    demo: DEMO ? DEMO === 'true' : !DATABASE_URL,
  };
  const ports = [options.port, options.mailPort, options.temporalUiPort];
  if (new Set(ports).size < ports.length) {
    throw new Problem(`PORT, MAIL_PORT and TEMPORAL_UI_PORT must differ; they are ${ports.join(', ')}.`);
  }
  return options;
}
