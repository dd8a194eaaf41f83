import type { AccountDeps } from '../deps.ts';

/** What the services of second factors need besides: the site that passkeys belong to. */
export type FactorDeps = AccountDeps & { site: { origin: string; name: string } };
