import { bind } from '../bind.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { accessRequest, askAccess, declineAccess, doAccess } from './access.ts';
import { companyPeople, findColleagues, sendColleagues } from './company.ts';
import { followLink } from './links.ts';
import { acceptParticipation, askCorrection, declineParticipation, participation } from './review.ts';
import { correctParticipation, sendParticipation } from './send.ts';

export type ParticipationServices = ReturnType<typeof createParticipationServices>;

/**
 * Companies ask to take part, the Office answers (F-014); respondents ask for the access of their people, and the Office gives or ends it (F-019). What an
 * answer brings about is done by the directory's services, in the same transaction.
 */
export function createParticipationServices({ orm, db, now, env, limits }: ServiceDeps) {
  return bind(
    { orm, db, now, limits, secrets: env.secrets, cursors: createCursors(env.secrets) },
    {
      send: sendParticipation,
      follow: followLink,
      correct: correctParticipation,
      one: participation,
      accept: acceptParticipation,
      askCorrection,
      decline: declineParticipation,
      company: companyPeople,
      findColleagues,
      sendColleagues,
      askAccess,
      accessRequest,
      doAccess,
      declineAccess,
    },
  );
}
