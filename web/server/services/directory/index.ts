import { enrolledMerchants } from '#db/directory/merchants.ts';
import { listMembers } from '#db/directory/members.ts';
import { participationOfMerchant } from '#db/participation/requests.ts';
import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';
import { resendActivation } from './accounts.ts';
import { correctPerson } from './correct-person.ts';
import { closeMediator, listMediators, mediatorDetails, openMediator, reopenMediator } from './mediators.ts';
import { addMember, changeRole, endMembership, memberOf, restoreMember } from './members.ts';
import { createMerchant, editMerchant, enrolMerchant, listMerchants, merchantDetails } from './merchants.ts';
import { createOfficer } from './officers.ts';
import type { DirectoryDeps } from './types.ts';
import { accountDetails, endSessionsOf, findAccount, resetFactorsOf } from './ways-in.ts';

export type DirectoryServices = ReturnType<typeof createDirectoryServices>;

/**
 * Who takes part in the platform besides consumers: merchants and their members, mediators, officers. The Office opens these accounts
 * (F-016, F-020); each person gets an activation link by e-mail. Each act is written to the Office's audit in its own transaction.
 */
export function createDirectoryServices({ orm, db, now, env }: Pick<ServiceDeps, 'orm' | 'db' | 'now' | 'env'>) {
  const deps: DirectoryDeps = { orm, db, now, secrets: env.secrets };
  return {
    ...bind(db, {
      enrolledMerchants,
      merchants: listMerchants,
      merchant: merchantDetails,
      members: listMembers,
      member: memberOf,
      participationOf: participationOfMerchant,
      mediators: listMediators,
      mediator: mediatorDetails,
      findAccount,
      account: accountDetails,
    }),
    ...bind(deps, {
      createMerchant,
      enrolMerchant,
      editMerchant,
      addMember,
      restoreMember,
      changeRole,
      endMembership,
      openMediator,
      closeMediator,
      reopenMediator,
      createOfficer,
      correctPerson,
      resendActivation,
      endSessionsOf,
      resetFactorsOf,
    }),
  };
}
