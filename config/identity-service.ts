import { z } from 'zod';

const optional = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** An office's own identity service (OpenID Connect), by which its officers sign in; nothing is offered without OIDC_ISSUER (ADR 42). */
export const identityServiceSettings = {
  /** Its issuer, as its discovery document says it: `https://identite.example/realms/office`. */
  OIDC_ISSUER: optional.refine(
    (value) => value === undefined || (URL.canParse(value) && isFitIssuer(new URL(value))),
    'must be an https address; http is taken at this machine’s own address only',
  ),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  /** What people call it, as the sign-in page names it, in both languages. */
  OIDC_NAME: optional,
  /** The `acr` (OpenID Connect Core §2) that says that two factors were shown; it is asked for. Without it, `mfa` among `amr` (RFC 8176) says so. */
  OIDC_STRONG_ACR: optional,
  /**
   * What an address counts as where the service does not say whether it verified it (`email_verified`, OpenID Connect Core §5.1): nobody's, or verified. For a
   * service where the office itself gives every address: where people write their own, `presumed` lets them take a colleague's account. What the service
   * says is not verified never counts.
   */
  OIDC_EMAIL_VERIFIED: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['demanded', 'presumed']).default('demanded'),
  ),
};

type Written = {
  [name in Exclude<keyof typeof identityServiceSettings, 'OIDC_EMAIL_VERIFIED'>]?: string | undefined;
} & {
  OIDC_EMAIL_VERIFIED?: 'demanded' | 'presumed';
};

/** An identity service as the web process uses it. */
export type IdentityService = {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  name: string;
  strongAcr: string | null;
  /** An address of which the service does not say whether it verified it counts as verified. */
  presumesEmail: boolean;
};

/** What else must be written once an issuer is. */
export function completeIdentityService(env: Written, context: z.RefinementCtx): void {
  if (!env.OIDC_ISSUER) return;
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const) {
    if (!env[name]) context.addIssue({ code: 'custom', path: [name], message: 'is missing beside OIDC_ISSUER' });
  }
}

export function identityServiceOf(env: Written): IdentityService | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_STRONG_ACR } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_NAME) return null;
  return {
    issuer: new URL(OIDC_ISSUER),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME,
    strongAcr: OIDC_STRONG_ACR ?? null,
    presumesEmail: env.OIDC_EMAIL_VERIFIED === 'presumed',
  };
}

function isFitIssuer({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}
