import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider';
import { freePorts } from '#scripts/system/ports.ts';

/** Who signs in at the identity service next, and what it says of them. */
/** `verified` null: it does not say whether it verified the address. */
export type Employee = { subject: string; email: string; verified: boolean | null; factors: 1 | 2 };

export type TestIdentityService = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** A browser goes there as this person and signs in. @returns the address that the service sends them back to. */
  signIn(asked: string, who: Employee): Promise<string>;
  stop(): Promise<void>;
};

const client = { id: 'parle-consommation', secret: 'secret-of-the-test-suites-0123456789' };

/** A real OpenID Connect provider on this machine, where everybody's password is right. @param origin of the platform that sends people to it. */
export async function startIdentityService(origin: string): Promise<TestIdentityService> {
  const [port = 0] = await freePorts(1);
  const issuer = `http://127.0.0.1:${port}`;
  const employees = new Map<string, Employee>();
  let next: Employee | null = null;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${origin}/connexion/service/retour`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    adapter: storage(),
    jwks: { keys: [signingKey()] },
    clientBasedCORS: () => false,
    acrValues: ['two-factors'],
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
    cookies: { keys: ['keys-of-the-test-suites'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, subject) => {
      const employee = employees.get(subject);
      const verified = employee?.verified ?? undefined;
      const claims = { sub: subject, email: employee?.email, email_verified: verified };
      return { accountId: subject, claims: () => Promise.resolve(claims) };
    },
    // Nobody is asked whether their own office may know who they are.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, goOn) => {
    if (!context.path.startsWith('/interaction/')) return goOn();
    const { subject, factors } = next!;
    const login = {
      accountId: subject,
      amr: factors === 2 ? ['pwd', 'mfa'] : ['pwd'],
      acr: factors === 2 ? 'two-factors' : 'one',
    };
    await provider.interactionFinished(context.req, context.res, { login });
    context.respond = false;
  });
  const answer = provider.callback();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    async signIn(asked, who) {
      next = who;
      employees.set(who.subject, who);
      const cookies = new Map<string, string>();
      for (let address = asked, hops = 0; hops < 10; hops += 1) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(address, { headers: { cookie }, redirect: 'manual' });
        for (const line of response.headers.getSetCookie()) {
          const [pair = ''] = line.split(';');
          cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        const to = response.headers.get('location');
        if (!to) throw new Error(`the identity service answers ${response.status}: ${await response.text()}`);
        address = new URL(to, issuer).href;
        if (address.startsWith(origin)) return address.slice(origin.length);
      }
      throw new Error('the identity service leads nowhere');
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A key of its own to sign with, as every provider that people reach has. */
function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'of-the-test-suites', use: 'sig', alg: 'RS256' };
}

/** What one provider remembers of its sign-ins, by model and id, until it is stopped. */
function storage(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  return (model) => {
    const at = (id: string): string => `${model} ${id}`;
    const where = (fits: (payload: AdapterPayload) => boolean) =>
      [...kept].find(([key, payload]) => key.startsWith(`${model} `) && fits(payload))?.[1];
    return {
      async upsert(id, payload) {
        kept.set(at(id), payload);
      },
      find: async (id) => kept.get(at(id)),
      findByUserCode: async (userCode) => where((payload) => payload.userCode === userCode),
      findByUid: async (uid) => where((payload) => payload.uid === uid),
      async consume(id) {
        const payload = kept.get(at(id));
        if (payload) kept.set(at(id), { ...payload, consumed: Math.floor(Date.now() / 1000) });
      },
      async destroy(id) {
        kept.delete(at(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
