import { enrolledMerchants } from '#db/directory/merchants.ts';
import { listMembers, presentRespondents } from '#db/directory/members.ts';
import { participationOfMerchant } from '#db/participation/requests.ts';
import { bind } from '../bind.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { resendActivation } from './accounts.ts';
import { findPeople, peopleOf, sendPeople } from './company-people.ts';
import { closeAccountOf, reopenAccountOf } from './close-account.ts';
import { correctPerson } from './correct-person.ts';
import { findMediators, findMerchants, listMediators, listMerchants, sendMediators, sendMerchants } from './lists.ts';
import { closeMediator, mediatorDetails, openMediator, releaseLeft, reopenMediator, setFields } from './mediators.ts';
import { addMember, changeRole, endMembership, memberOf, restoreMember } from './members.ts';
import { createMerchant, editMerchant, enrolMerchant, merchantDetails } from './merchants.ts';
import { createOfficer } from './officers.ts';
import type { DirectoryDeps } from './types.ts';
import { accountDetails, endSessionsOf, findAccount, resetFactorsOf, waiveFormerAddressOf } from './ways-in.ts';

export type DirectoryServices = ReturnType<typeof createDirectoryServices>;

/**
 * Who takes part in the platform besides consumers: merchants and their members, mediators, officers. The Office opens these accounts
 * (F-016, F-020); each person gets an activation link by e-mail. Each act is written to the Office's audit in its own transaction.
 */
export function createDirectoryServices({
  orm,
  db,
  now,
  env,
  limits,
}: Pick<ServiceDeps, 'orm' | 'db' | 'now' | 'env' | 'limits'>) {
  const deps: DirectoryDeps = { orm, db, now, secrets: env.secrets };
  const cursors = createCursors(env.secrets);
  return {
    ...bind(
      { db, limits, cursors },
      {
        merchants: listMerchants,
        findMerchants,
        sendMerchants,
        mediators: listMediators,
        findMediators,
        sendMediators,
        people: peopleOf,
        findPeople,
        sendPeople,
      },
    ),
    ...bind(db, {
      enrolledMerchants,
      merchant: merchantDetails,
      members: listMembers,
      respondents: presentRespondents,
      member: memberOf,
      participationOf: participationOfMerchant,
      mediator: mediatorDetails,
      findAccount,
    }),
    ...bind(deps, {
      account: accountDetails,
      createMerchant,
      enrolMerchant,
      editMerchant,
      addMember,
      restoreMember,
      changeRole,
      endMembership,
      openMediator,
      closeMediator,
      releaseLeft,
      setFields,
      reopenMediator,
      createOfficer,
      correctPerson,
      resendActivation,
      endSessionsOf,
      resetFactorsOf,
      waiveFormerAddressOf,
      closeAccountOf,
      reopenAccountOf,
    }),
  };
}
