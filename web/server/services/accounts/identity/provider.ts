import * as oidc from 'openid-client';
import type { IdentityService } from '#config/identity-service.ts';
import { AppError } from '#contracts/errors.ts';
import { tell } from '#web/server/security-log/index.ts';

/** What must still be known when a person comes back from the service: none of it is sent there as it is. */
export type Challenge = { state: string; nonce: string; verifier: string };

/** Whom the service says came. `email` only when it says that it verified it, or says nothing of it and is presumed to. `strong`: two factors were shown there. */
export type Identified = { issuer: string; subject: string; email: string | null; strong: boolean };

export type IdentityProvider = {
  name: string;
  /** Where to send the person. @throws AppError `auth.service_away`. */
  ask(challenge: Challenge): Promise<URL>;
  /** @param came the whole address that the service sent the person back to. @throws AppError `auth.service_away`, `auth.service_refused`. */
  identify(came: URL, challenge: Challenge): Promise<Identified>;
};

/** Seconds that the service may take for an answer. */
const patience = 8;
/** Milliseconds that what the service says of itself is kept. */
const keptFor = 3_600_000;

export const newChallenge = (): Challenge => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  verifier: oidc.randomPKCECodeVerifier(),
});

/** An OpenID Connect provider, by the authorization code flow with PKCE (RFC 9700 §2.1.1). @param returnTo where it sends people back. */
export function createIdentityProvider(service: IdentityService, returnTo: string): IdentityProvider {
  const { issuer, clientId, clientSecret, strongAcr, presumesEmail } = service;
  let known: { at: number; configuration: Promise<oidc.Configuration> } | null = null;

  function configuration(): Promise<oidc.Configuration> {
    if (known && performance.now() - known.at < keptFor) return known.configuration;
    // The signature is looked at although the answer comes by TLS from the service itself (ASVS 6.8.2).
    const execute = [oidc.enableNonRepudiationChecks];
    if (issuer.protocol === 'http:') execute.push(oidc.allowInsecureRequests);
    const fresh = oidc.discovery(issuer, clientId, clientSecret, undefined, { timeout: patience, execute });
    known = { at: performance.now(), configuration: fresh };
    fresh.catch(() => (known = null));
    return fresh;
  }

  return {
    name: service.name,
    ask: ({ state, nonce, verifier }) =>
      answered(async () =>
        oidc.buildAuthorizationUrl(await configuration(), {
          redirect_uri: returnTo,
          scope: 'openid email',
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(strongAcr ? { acr_values: strongAcr } : {}),
        }),
      ),
    identify: (came, { state, nonce, verifier }) =>
      answered(async () => {
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new AppError('auth.service_refused');
        // Some put the address in the identity, some where it is asked for.
        const said = claims['email'] ? claims : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
        const verified = said['email_verified'] ?? presumesEmail;
        const email = verified === true && typeof said['email'] === 'string' ? said['email'] : null;
        return { issuer: claims.iss, subject: claims.sub, email, strong: isStrong(claims) };
      }),
  };

  function isStrong(claims: oidc.IDToken): boolean {
    if (strongAcr) return claims.acr === strongAcr;
    return Array.isArray(claims.amr) && claims.amr.includes('mfa');
  }
}

/** Faults of the service in our words: it cannot be reached, or it did not say who came. The log has its own. */
async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError) throw error;
    tell('identity.faulty', { fault: faultOf(error) });
    throw new AppError(isAway(error) ? 'auth.service_away' : 'auth.service_refused');
  }
}

/** Codes of the protocol, or the kind of a fault of ours; never a token. */
function faultOf(error: unknown): string {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) return error.error;
  if (error instanceof oidc.ClientError) return error.code ?? error.name;
  return error instanceof Error ? error.name : 'unknown';
}

function isAway(error: unknown): boolean {
  if (error instanceof oidc.AuthorizationResponseError) {
    return ['server_error', 'temporarily_unavailable'].includes(error.error);
  }
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500;
  if (error instanceof oidc.ClientError) {
    const { cause, code } = error;
    return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || (cause instanceof Response && cause.status >= 500);
  }
  // What `fetch` throws when nobody answers.
  return error instanceof TypeError;
}
