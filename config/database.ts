import { readFileSync } from 'node:fs';

/** What the `pg` driver takes, for a pool and for a single client alike. */
export type DatabaseOptions = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** False, or TLS with the server's certificate and name checked. */
  ssl: false | { rejectUnauthorized: true; ca?: string };
};

/** libpq's names. Those that would fall back to clear text (`allow`, `prefer`) or trust any certificate are not among them. */
const modes: Record<string, boolean> = { disable: false, require: true, 'verify-ca': true, 'verify-full': true };

/**
 * How every process connects to PostgreSQL: web, worker, scripts and migrations. `sslmode` is `disable` (as when it is left out),
 * `require`, `verify-ca` or `verify-full`; the last three all check the certificate and the name. `sslrootcert` names the file of the
 * authority to trust instead of the public ones. Anything else after the `?` is refused: an option that is dropped without a word may be
 * the one that was to protect the connection.
 *
 * @throws Error that says what is wrong without quoting the address, which holds a password.
 */
export function databaseOptions(databaseUrl: string): DatabaseOptions {
  const url = parse(databaseUrl);
  const { sslmode = 'disable', sslrootcert, ...others } = Object.fromEntries(url.searchParams);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Error(`knows the options sslmode and sslrootcert, not ${unknown}`);
  const tls = modes[sslmode];
  if (tls === undefined) throw new Error(`has an sslmode that is none of ${Object.keys(modes).join(', ')}`);
  if (sslrootcert && !tls)
    throw new Error('names an authority in sslrootcert and asks for no TLS: add sslmode=verify-full');
  return {
    host: url.hostname.replace(/^\[(.+)\]$/, '$1'),
    port: url.port ? Number(url.port) : 5432,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ssl: tls && { rejectUnauthorized: true, ...(sslrootcert ? { ca: readAuthority(sslrootcert) } : {}) },
  };
}

function parse(databaseUrl: string): URL {
  const form = 'must read postgres://user:password@host:port/database, with special characters of the password encoded';
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) throw new Error(form);
  const url = new URL(databaseUrl);
  if (!url.hostname || url.pathname.length < 2) throw new Error(form);
  return url;
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`names in sslrootcert a file that cannot be read: ${file}`);
  }
}
