import { randomBytes } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { ParticipationForm } from '#contracts/schemas/participation.ts';
import { participationOfLink, type ParticipationRow } from '#db/participation/requests.ts';
import { tell } from '#web/server/security-log/index.ts';
import { tokenHash } from '../accounts/token-hash.ts';
import type { ParticipationDeps } from './deps.ts';

/** Life of a link to a request: a company corrects its form when its people have agreed. */
const linkDays = 30;

/** A new link to a request: a token of 256 bits, of which the row keeps the hash alone. */
export function makeLink({ now }: Pick<ParticipationDeps, 'now'>) {
  const token = randomBytes(32).toString('base64url');
  const until = new Date(now().getTime() + linkDays * 86_400_000).toISOString();
  return { path: href(pages.participation.followed, { token }), until, hash: tokenHash(token) };
}

/** A request as whoever got its link by mail sees it; `over`: the link works no more. */
type FollowedParticipation = {
  number: string;
  state: ParticipationRow['state'];
  over: boolean;
  answer: string;
  form: ParticipationForm | null;
};

/** What became of a request, by its link. @throws AppError `auth.link_invalid` for an unknown one. */
export async function followLink(deps: ParticipationDeps, token: string): Promise<FollowedParticipation> {
  const { number, state, answer, form, linkUntil } = await requestOfLink(deps, token);
  const over = !isLive(deps, linkUntil);
  if (over) return { number, state, over, answer: '', form: null };
  return { number, state, over, answer, form: state === 'correction' ? form : null };
}

/** @throws AppError `auth.link_invalid`. */
export async function requestOfLink({ db }: Pick<ParticipationDeps, 'db'>, token: string): Promise<ParticipationRow> {
  const row = /^[\w-]{43}$/.test(token) ? await participationOfLink(db, tokenHash(token)) : null;
  if (row) return row;
  tell('link.refused', {});
  throw new AppError('auth.link_invalid');
}

export function isLive({ now }: Pick<ParticipationDeps, 'now'>, until: string | null): boolean {
  return until !== null && until > now().toISOString();
}
