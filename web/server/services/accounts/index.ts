import { acceptancesOf } from '#db/accounts/terms.ts';
import { profileOf } from '#db/accounts/people.ts';
import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';
import { acceptTerms } from './accept-terms.ts';
import { activate, openLink } from './sign-up/activation.ts';
import type { AccountDeps } from './deps.ts';
import { readPending } from './pending.ts';
import { saveConsumerProfile, saveLanguage, saveProfessionalProfile, saveSettledProfile } from './profile.ts';
import { register, resendVerification, verifyEmail } from './sign-up/registration.ts';
import { askReset, changePassword, resetPassword } from './passwords/reset-password.ts';
import { createSessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

export type AccountServices = ReturnType<typeof createAccountServices>;

/** Who people are: accounts, sessions, terms (requirements B). */
export function createAccountServices({ env, orm, db, limits, now }: ServiceDeps) {
  const sessions = createSessions({ db, now });
  const deps: AccountDeps = { orm, db, now, secrets: env.secrets, limits, sessions };
  return {
    sessions,
    readPending,
    ...bind(db, { profile: profileOf, acceptances: acceptancesOf }),
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
    }),
  };
}
