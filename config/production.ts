/** What these rules look at: the settings as read, and which of them were written. */
type Settings = {
  NODE_ENV: string;
  DEMO: boolean;
  PUBLIC_ORIGIN: string;
  TRUST_PROXY_HOPS?: number | undefined;
  DATABASE_URL: string;
  DATABASE_PRIVATE_NETWORK: boolean;
  TEMPORAL_ADDRESS: string;
  TEMPORAL_API_KEY?: string | undefined;
  TEMPORAL_TLS?: boolean | undefined;
  TEMPORAL_CA_FILE?: string | undefined;
  TEMPORAL_PRIVATE_NETWORK: boolean;
  SMTP_URL?: string | undefined;
  SMTP_PRIVATE_NETWORK: boolean;
  CODE_PEPPER: string;
  SECOND_FACTOR?: 'required' | 'optional' | undefined;
};

/** A setting with which production does not start, and why, in one sentence that follows its name. */
export type Unfit = { setting: keyof Settings; because: string };

/** Secrets that ship with the demonstration. */
const shippedSecrets = ['demo-pepper-not-for-production-0000000000'];

/** Whether real people are reached by the network: production, not a demonstration, and not at this machine's own address. */
export function servesPeople({
  NODE_ENV,
  DEMO,
  PUBLIC_ORIGIN,
}: Pick<Settings, 'NODE_ENV' | 'DEMO' | 'PUBLIC_ORIGIN'>): boolean {
  return NODE_ENV === 'production' && !DEMO && !isThisMachine(new URL(PUBLIC_ORIGIN).hostname);
}

/**
 * What keeps a configuration from serving people: production with real disputes, not a demonstration. One that is reached at this machine's own
 * address serves nobody else, and may do without TLS and without proxies.
 */
export function unfitForProduction(env: Settings): Unfit[] {
  if (env.NODE_ENV !== 'production' || env.DEMO) return [];
  const unfit: Unfit[] = [];
  const { protocol, hostname } = new URL(env.PUBLIC_ORIGIN);
  const here = isThisMachine(hostname);
  if (protocol !== 'https:' && !here) {
    unfit.push({
      setting: 'PUBLIC_ORIGIN',
      because: 'is not https: what people write and their sessions would travel in clear',
    });
  }
  if (env.TRUST_PROXY_HOPS === undefined && !here) {
    unfit.push({
      setting: 'TRUST_PROXY_HOPS',
      because:
        'is not written: with the wrong number all people are one place for the limits, or may choose theirs; write how many proxies are in front, 0 for none',
    });
  }
  unfit.push(...unfitConnections(env));
  if (!env.SMTP_PRIVATE_NETWORK && mailInClear(env.SMTP_URL)) {
    unfit.push({
      setting: 'SMTP_URL',
      because:
        'is that of another machine, without TLS: whoever is on the way could read codes and links; write smtps://, or a user name, with which TLS is asked for; or set SMTP_PRIVATE_NETWORK where nothing else is on that network',
    });
  }
  if (env.SECOND_FACTOR === 'optional' && servesPeople(env)) {
    unfit.push({
      setting: 'SECOND_FACTOR',
      because:
        'is optional: a password alone would open the Office’s desk and everybody’s mediations; leave it out, or write required',
    });
  }
  if (shippedSecrets.includes(env.CODE_PEPPER)) {
    unfit.push({ setting: 'CODE_PEPPER', because: 'is the one shipped with the demonstration' });
  }
  return unfit;
}

/** What of {@link unfitForProduction} is about database and engine: also for what prepares them. */
export function unfitConnections(
  env: Omit<Settings, 'PUBLIC_ORIGIN' | 'SMTP_URL' | 'SMTP_PRIVATE_NETWORK' | 'CODE_PEPPER'>,
): Unfit[] {
  if (env.NODE_ENV !== 'production' || env.DEMO) return [];
  const unfit: Unfit[] = [];
  const encrypted = env.TEMPORAL_TLS === true || Boolean(env.TEMPORAL_API_KEY) || Boolean(env.TEMPORAL_CA_FILE);
  if (!encrypted && !env.TEMPORAL_PRIVATE_NETWORK && !isThisMachine(hostOf(env.TEMPORAL_ADDRESS))) {
    unfit.push({
      setting: 'TEMPORAL_TLS',
      because:
        'is not set for a Temporal server on another machine: whoever is on the way could see who acts when, and keep acts back; set it, or TEMPORAL_PRIVATE_NETWORK where nothing else is on that network',
    });
  }
  if (!env.DATABASE_PRIVATE_NETWORK && databaseInClear(env.DATABASE_URL)) {
    unfit.push({
      setting: 'DATABASE_URL',
      because:
        'is that of another machine, without TLS: whoever is on the way could read and change everything; end it with ?sslmode=verify-full, or set DATABASE_PRIVATE_NETWORK where nothing else is on that network',
    });
  }
  return unfit;
}

/** What is no address at all is refused by its own check (config/env.ts). */
function databaseInClear(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, searchParams } = new URL(url);
  return !isThisMachine(hostname) && (searchParams.get('sslmode') ?? 'disable') === 'disable';
}

/** With a user name, TLS is required by the transport (activities/mail/transport.ts). */
function mailInClear(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, hostname, username } = new URL(url);
  return protocol === 'smtp:' && username === '' && !isThisMachine(hostname);
}

/** How a process's connection stands towards the database (db/roles/standing.ts). */
type Standing = { superuser: boolean; owner: boolean; signs: boolean };

/** What keeps a connection from serving people, in one sentence that follows `DATABASE_URL: `; null when nothing does. */
export function unfitStanding(
  env: Pick<Settings, 'NODE_ENV' | 'DEMO'>,
  process: 'web' | 'worker',
  { superuser, owner, signs }: Standing,
): string | null {
  if (env.NODE_ENV !== 'production' || env.DEMO) return null;
  if (superuser) return `connects as a superuser, who can change what is recorded: connect as parle_${process}`;
  if (owner) return `connects as the owner of the tables, who can change what is recorded: connect as parle_${process}`;
  if (signs === (process === 'web')) return `connects as the other process’s role: connect as parle_${process}`;
  return null;
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The host of `host:port`; an IPv6 address keeps its brackets. */
function hostOf(address: string): string {
  return address.replace(/:\d+$/, '').toLowerCase();
}
