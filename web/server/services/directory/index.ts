import { listMembers } from '#db/directory/members.ts';
import type { ServiceDeps } from '../deps.ts';
import { resendActivation } from './accounts.ts';
import { listMediators, mediatorSheet, closeMediator, openMediator, reopenMediator } from './mediators.ts';
import { addMember, changeRole, endMembership, memberOf, restoreMember } from './members.ts';
import { createMerchant, editMerchant, enrolMerchant, listMerchants, merchantSheet } from './merchants.ts';
import { createOfficer } from './officers.ts';
import type { DirectoryDeps, MerchantRole, NewMerchant, NewPerson } from './types.ts';

export type DirectoryServices = ReturnType<typeof createDirectoryServices>;

/**
 * Who takes part in the platform besides consumers: merchants and their members, mediators, officers. The Office opens these accounts
 * (F-016, F-020); each person gets an activation link by e-mail. `actorId` is the officer, null for the platform's own set-up. Each act is
 * written to the Office's audit in its own transaction; `key` is its form's, so that a form sent twice has one effect.
 */
export function createDirectoryServices({ orm, db, now, env }: Pick<ServiceDeps, 'orm' | 'db' | 'now' | 'env'>) {
  const deps: DirectoryDeps = { orm, db, now, pepper: env.CODE_PEPPER };
  type Actor = string | null;
  return {
    merchants: (view: { search: string; after: string | null }) => listMerchants(db, view),
    merchant: (merchantId: string) => merchantSheet(db, merchantId),
    members: (merchantId: string) => listMembers(db, merchantId),
    member: (merchantId: string, userId: string) => memberOf(db, merchantId, userId),
    createMerchant: (actorId: Actor, merchant: NewMerchant, id?: string) => createMerchant(deps, actorId, merchant, id),
    enrolMerchant: (actorId: Actor, form: { merchant: NewMerchant; respondent: NewPerson }, key: string) =>
      enrolMerchant(deps, actorId, form, key),
    editMerchant: (actorId: Actor, merchantId: string, merchant: Required<NewMerchant>, key?: string) =>
      editMerchant(deps, actorId, merchantId, merchant, key),
    addMerchantMember: (actorId: Actor, merchantId: string, person: NewPerson, role: MerchantRole, key?: string) =>
      addMember(deps, actorId, merchantId, person, role, key),
    restoreMember: (actorId: Actor, merchantId: string, userId: string, key?: string) =>
      restoreMember(deps, actorId, merchantId, userId, key),
    changeRole: (actorId: Actor, merchantId: string, userId: string, role: MerchantRole, key?: string) =>
      changeRole(deps, actorId, merchantId, userId, role, key),
    endMembership: (actorId: Actor, merchantId: string, userId: string, key?: string) =>
      endMembership(deps, actorId, merchantId, userId, key),
    mediators: (view: { search: string; after: string | null }) => listMediators(db, view),
    mediator: (userId: string) => mediatorSheet(db, userId),
    createMediator: (actorId: Actor, person: NewPerson & { accreditation?: string }, key?: string) =>
      openMediator(deps, actorId, person, key),
    closeMediator: (actorId: Actor, userId: string, key?: string) => closeMediator(deps, actorId, userId, key),
    reopenMediator: (actorId: Actor, userId: string, key?: string) => reopenMediator(deps, actorId, userId, key),
    createOfficer: (person: NewPerson & { password: string }) => createOfficer(deps, person),
    resendActivation: (actorId: Actor, userId: string, key?: string) => resendActivation(deps, actorId, userId, key),
  };
}
