import { href, pages } from '#contracts/pages/index.ts';
import { acceptancesOf } from '#db/accounts/terms.ts';
import { factorsOf } from '#db/accounts/factors.ts';
import { profileOf } from '#db/accounts/people.ts';
import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';
import { acceptTerms } from './accept-terms.ts';
import { activate, openLink } from './sign-up/activation.ts';
import {
  askEmailChange,
  confirmEmailChange,
  emailChangeAwaited,
  emailChangeToUndo,
  undoChangeOfEmail,
} from './change-email.ts';
import type { FactorDeps } from './factors/deps.ts';
import {
  addAuthenticator,
  addPasskey,
  authenticatorToSetUp,
  removeFactor,
  renewRecoveryCodes,
} from './factors/manage.ts';
import { passkeyCreation, passkeyRequest } from './factors/passkeys.ts';
import {
  answerWithCode,
  answerWithPasskey,
  answerWithRecovery,
  awaitedPerson,
  openSession,
  secondStepFor,
  signInWithPasskey,
} from './factors/second-step.ts';
import { createIdentityProvider } from './identity/provider.ts';
import {
  identityServiceName,
  leaveForIdentityService,
  signInFromIdentityService,
  type IdentityDeps,
} from './identity/sign-in.ts';
import { endingSessions } from './passwords/present-password.ts';
import { readPending } from './pending.ts';
import { saveConsumerProfile, saveLanguage, saveProfessionalProfile, saveSettledProfile } from './profile.ts';
import { register, resendVerification, verifyEmail } from './sign-up/registration.ts';
import { askReset, changePassword, resetPassword } from './passwords/reset-password.ts';
import { createSessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

export type AccountServices = ReturnType<typeof createAccountServices>;

/** Who people are: accounts, sessions, terms (requirements B). */
export function createAccountServices({
  env,
  orm,
  db,
  limits,
  now,
}: Pick<ServiceDeps, 'env' | 'orm' | 'db' | 'limits' | 'now'>) {
  const sessions = createSessions({ db, now, secondFactor: env.SECOND_FACTOR });
  const site = { origin: env.PUBLIC_ORIGIN, name: env.MAIL_FROM_NAME };
  const identityProvider =
    env.identityService &&
    createIdentityProvider(env.identityService, env.PUBLIC_ORIGIN + href(pages.accounts.identityReturn));
  const deps: FactorDeps & IdentityDeps = {
    identityProvider,
    orm,
    db,
    now,
    secrets: env.secrets,
    limits,
    sessions,
    site,
  };
  return {
    sessions,
    readPending,
    ...bind(db, { profile: profileOf, acceptances: acceptancesOf, factors: factorsOf }),
    ...bind(deps, {
      register,
      verifyEmail,
      resendVerification,
      signIn,
      askReset,
      resetPassword,
      changePassword,
      openLink,
      activate,
      saveConsumerProfile,
      saveProfessionalProfile,
      saveSettledProfile,
      saveLanguage,
      acceptTerms,
      endingSessions,
      askEmailChange,
      confirmEmailChange,
      emailChangeAwaited,
      emailChangeToUndo,
      undoChangeOfEmail,
      authenticatorToSetUp,
      addAuthenticator,
      addPasskey,
      removeFactor,
      renewRecoveryCodes,
      passkeyCreation,
      passkeyRequest,
      secondStepFor,
      openSession,
      awaitedPerson,
      answerWithCode,
      answerWithPasskey,
      answerWithRecovery,
      signInWithPasskey,
      identityServiceName,
      leaveForIdentityService,
      signInFromIdentityService,
    }),
  };
}
