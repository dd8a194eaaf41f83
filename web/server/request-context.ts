import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Env } from '#config/env.ts';
import { readerOf } from '#content/reader.ts';
import { languageOf, translator, type Language } from '#content/texts/index.ts';
import type { RefusalNotice, RequestContext, Theme } from './context.ts';
import { liveHeader } from '#contracts/live.ts';
import { formKeyShape } from '#contracts/form-limits.ts';
import { formerKeepingsOf, keepingOf } from './http/keeping.ts';
import { cookieJar } from './http/cookies.ts';
import { nonceOf } from './http/headers.ts';
import { placeOf } from './http/network-place.ts';
import { deviceOf } from './http/user-agent.ts';
import { faultBehind, isDatabaseAway } from './refusals.ts';
import { secondStepSeconds } from './services/accounts/factors/second-step-mark.ts';
import { deviceMark } from './services/accounts/known-device.ts';
import type { CurrentUser } from './services/accounts/types.ts';
import type { Services } from './services/index.ts';
import { askedBy, sessionRef, tell } from './security-log/index.ts';

const cookies = {
  session: 'pc_session',
  language: 'pc_lang',
  theme: 'pc_theme',
  said: 'pc_said',
  pending: 'pc_pending',
  taken: 'pc_taken',
  device: 'pc_device',
};
const aYear = 365 * 24 * 3600;
const aDay = 24 * 3600;
/** Forms that were taken and that no page has told yet: those of a few tabs. */
const maxTaken = 8;

/** Makes the context of each request (architecture §6: Remix gets everything through `getLoadContext`). */
export function contextFactory(deps: { env: Env; services: Services; log: Logger; now: () => Date }) {
  const { env, services } = deps;
  const secure = env.PUBLIC_ORIGIN.startsWith('https:');
  const settings = {
    origin: env.PUBLIC_ORIGIN,
    officeName: env.OFFICE_NAME,
    officeEmail: env.OFFICE_EMAIL,
    demo: env.DEMO,
  };

  /** With `refusal`, no account is loaded: the page must show even while the database is unavailable. */
  return async (
    request: Request,
    response: Response,
    refusal: RefusalNotice | null = null,
  ): Promise<RequestContext> => {
    const jar = cookieJar(request, response, secure);
    const token = jar.get(cookies.session);
    const sessions = services.accounts.sessions;
    // A page that looks for news by itself does not keep a session open that nobody uses (ASVS 7.3.1).
    const used = request.get(liveHeader) === undefined;
    const user = token && !refusal ? await sessions.find(token, { used }) : null;
    if (token && !user && !refusal) jar.clear(cookies.session);
    // A refused request keeps who sent it, if that was known.
    if (!refusal) askedBy(user?.id ?? null, token);
    const open = async (
      userId: string,
      { strong = false, mark = null }: { strong?: boolean; mark?: string | null } = {},
    ) => {
      const opening = { ...deviceOf(request.get('user-agent')), place: placeOf(request.ip ?? ''), strong };
      const fresh = await services.accounts.openSession({ userId, mark, opening });
      jar.set(cookies.session, fresh.token, fresh.maxAgeSeconds);
      jar.set(cookies.device, deviceMark(env.secrets, userId), aYear);
      tell('session.started', { subject: userId, session: sessionRef(fresh.token) });
    };
    const language = readerLanguage(jar.get(cookies.language), user, request);
    const { path, search, scripted } = addressOf(request);
    const taken = (jar.get(cookies.taken) ?? '').split(' ').filter((key) => formKeyShape.test(key));
    const attended = used && request.method !== 'HEAD' && !/prefetch/i.test(request.get('sec-purpose') ?? '');
    const announced = attended ? announcedKey(jar.get(cookies.said)) : null;
    if (announced && request.method === 'GET') jar.clear(cookies.said);
    return {
      services,
      user,
      reader: readerOf(language),
      language,
      t: translator(language),
      theme: themeOf(jar.get(cookies.theme)),
      nonce: nonceOf(response.locals),
      settings,
      newKey: randomUUID,
      ip: request.ip ?? '',
      device: jar.get(cookies.device),
      url: { path, search },
      attended,
      scripted,
      session: {
        lives: async () => token !== null && (await sessions.find(token, { used: false })) !== null,
        async start(userId, mark) {
          const waiting = await services.accounts.secondStepFor(userId, mark);
          if (token) await sessions.end(token);
          if (waiting === null) await open(userId, { mark });
          else {
            jar.clear(cookies.session);
            jar.set(cookies.pending, waiting, secondStepSeconds);
          }
          return waiting === null;
        },
        async complete(userId, how) {
          if (token) await sessions.end(token);
          jar.clear(cookies.pending);
          await open(userId, how);
        },
        list: async () => (user ? sessions.list(user.id, token) : []),
        async end() {
          if (token) await sessions.end(token);
          jar.clear(cookies.session);
          tell('session.ended', {});
        },
        async endSome(ids) {
          if (!user) return;
          await sessions.endSome(user.id, ids);
          tell('sessions.ended', {});
        },
        async endOthers() {
          if (!user || !token) return;
          const strong = await sessions.strong(token);
          await sessions.endAll(user.id);
          tell('sessions.ended', {});
          await open(user.id, { strong });
        },
      },
      pending: {
        get: () => jar.get(cookies.pending),
        set: (id) => jar.set(cookies.pending, id, 3600),
        clear: () => jar.clear(cookies.pending),
      },
      remember(preference) {
        if (preference.language) jar.set(cookies.language, preference.language, aYear);
        if (preference.theme) jar.set(cookies.theme, preference.theme, aYear);
      },
      keeping: keepingOf(env.secrets, user?.id ?? null),
      formerKeepings: formerKeepingsOf(env.secrets, user?.id ?? null),
      taken,
      take: (formKey) => {
        if (formKeyShape.test(formKey)) jar.set(cookies.taken, [...taken, formKey].slice(-maxTaken).join(' '), aDay);
      },
      tellTaken: () => {
        if (attended && taken.length > 0) jar.clear(cookies.taken);
      },
      announce: (key) => jar.set(cookies.said, key, 60),
      announced,
      refusal,
      page: null,
      unsent: [],
      retryAfter: (seconds) => void response.setHeader('Retry-After', seconds),
      refused: false,
      fault: faultLog(deps.log),
      now: deps.now().toISOString(),
    };
  };
}

/** The person's own choice on this device first, then the account's, then the browser's; French otherwise (B-12). */
function readerLanguage(cookie: string | null, user: CurrentUser | null, request: Request): Language {
  if (cookie) return languageOf(cookie);
  if (user) return user.language;
  return languageOf(request.acceptsLanguages('fr', 'en') || 'fr');
}

function themeOf(value: string | null): Theme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}

/** Only keys of our texts are shown: a reader can change a cookie. */
function announcedKey(value: string | null): string | null {
  return value && /^[a-z]+:[\w.]{1,60}$/i.test(value) ? value : null;
}

/** A fault may be reported twice, by the code that threw it and by Remix. */
function faultLog(log: Logger): (error: unknown) => void {
  const reported = new Set<unknown>();
  return (error) => {
    const fault = faultBehind(error);
    if (fault === null || reported.has(fault)) return;
    reported.add(fault);
    log.error({ err: fault, away: isDatabaseAway(fault) }, 'page failed');
  };
}

function addressOf(request: Request): { path: string; search: string; scripted: boolean } {
  const [path = '/', query] = request.originalUrl.split('?', 2);
  // Which loaders a script asks for is not part of the page's address.
  const search = (query ?? '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('_routes='))
    .join('&');
  return {
    path: path === '/_root.data' ? '/' : path.replace(/\.data$/, ''),
    search: search ? `?${search}` : '',
    scripted: path.endsWith('.data'),
  };
}
