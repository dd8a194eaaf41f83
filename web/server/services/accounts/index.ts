import { termsDocument, type TermsKind } from '#content/terms/index.ts';
import type { Language } from '#content/texts/index.ts';
import type {
  ConsumerProfile,
  MediatorProfile,
  ProfessionalProfile,
  RegistrationForm,
} from '#contracts/schemas/account.ts';
import { profileOf } from '#db/accounts/people.ts';
import { acceptancesOf } from '#db/accounts/terms.ts';
import type { ServiceDeps } from '../deps.ts';
import { activate, openLink } from './activation.ts';
import type { AccountDeps } from './deps.ts';
import { createLimits } from '../limits/index.ts';
import { readPending, type Pending } from './pending.ts';
import { saveConsumerProfile, saveLanguage, saveProfessionalProfile } from './profile.ts';
import { register, resendVerification, verifyEmail } from './registration.ts';
import { askReset, changePassword, resetPassword } from './reset.ts';
import { createSessions } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { acceptTerms, hasAccepted, type TermsAcceptance } from './terms.ts';

export type AccountServices = ReturnType<typeof createAccountServices>;

/** Who people are: accounts, sessions, terms (requirements B). */
export function createAccountServices({ env, orm, db, pool, now }: ServiceDeps) {
  const pepper = env.CODE_PEPPER;
  const deps: AccountDeps = {
    orm,
    db,
    now,
    pepper,
    limits: createLimits({ pool, pepper }),
    sessions: createSessions({ db, now }),
  };
  return {
    sessions: deps.sessions,
    readPending,
    document: (kind: TermsKind, language: Language) => termsDocument(kind, language),
    register: (form: RegistrationForm, where: { ip: string; language: Language }) => register(deps, form, where),
    verifyEmail: (pending: Pending, code: string, ip: string) => verifyEmail(deps, pending, code, ip),
    resendVerification: (pending: Pending, ip: string) => resendVerification(deps, pending, ip),
    signIn: (email: string, password: string, ip: string) => signIn(deps, email, password, ip),
    askReset: (email: string, ip: string) => askReset(deps, email, ip),
    resetPassword: (pending: Pending, code: string, password: string, ip: string) =>
      resetPassword(deps, pending, code, password, ip),
    changePassword: (userId: string, current: string, password: string) =>
      changePassword(deps, userId, current, password),
    openLink: (token: string) => openLink(deps, token),
    activate: (token: string, password: string, ip: string) => activate(deps, token, password, ip),
    profile: (userId: string) => profileOf(db, userId),
    saveConsumerProfile: (userId: string, form: ConsumerProfile) => saveConsumerProfile(deps, userId, form),
    saveProfessionalProfile: (userId: string, form: ProfessionalProfile | MediatorProfile) =>
      saveProfessionalProfile(deps, userId, form),
    saveLanguage: (userId: string, language: Language) => saveLanguage(deps, userId, language),
    acceptTerms: (acceptance: Omit<TermsAcceptance, 'at'>) => acceptTerms(db, { ...acceptance, at: now() }),
    hasAccepted: (userId: string, dossierId: string | null) => hasAccepted(db, userId, dossierId),
    acceptances: (userId: string) => acceptancesOf(db, userId),
  };
}
