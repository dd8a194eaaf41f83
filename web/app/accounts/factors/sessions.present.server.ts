import type { AppLoadContext } from '@remix-run/node';
import type { Reader } from '#content/reader.ts';

type OpenSession = Awaited<ReturnType<AppLoadContext['session']['list']>>[number];

/** Sessions as their owner knows them: the browser and the system in words, when and from which network. */
export function presentSessions(reader: Reader, sessions: OpenSession[]) {
  const { t } = reader;
  const named = (group: 'browsers' | 'systems', code: string) =>
    t([`factors:sessions.${group}.${code}`, `factors:sessions.${group}.unknown`]);
  return sessions.map(({ id, browser, system, place, createdAt, lastSeenAt, here }) => ({
    id,
    here,
    device: t('factors:sessions.device', {
      browser: named('browsers', browser || 'unknown'),
      system: named('systems', system || 'unknown'),
    }),
    opened: reader.shortDateTime(createdAt),
    seen: reader.shortDateTime(lastSeenAt),
    place: place === 'unknown' ? '' : place,
  }));
}
