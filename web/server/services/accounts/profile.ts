import type { Language } from '#content/texts/index.ts';
import type {
  ConsumerProfile,
  MediatorProfile,
  ProfessionalProfile,
  SettledProfile,
} from '#contracts/schemas/account.ts';
import { AppUser, type AppUserEntity } from '#db/schema/index.ts';
import { inTransaction, type Store } from '#db/transaction.ts';

type Deps = Store & { now: () => Date };

/** F-012: personal particulars of a consumer (and of a consumer's representative, who has the same account, F-022). */
export async function saveConsumerProfile(deps: Deps, userId: string, form: ConsumerProfile): Promise<void> {
  const { firstName, lastName, addressLine, city, province, postalCode, phone, language } = form;
  await complete(deps, userId, { firstName, lastName, addressLine, city, province, postalCode, phone, language });
}

/** F-017, F-021: professional particulars; the accreditation for mediators only. */
export async function saveProfessionalProfile(
  deps: Deps,
  userId: string,
  form: ProfessionalProfile & Partial<Pick<MediatorProfile, 'accreditation'>>,
): Promise<void> {
  const { firstName, lastName, jobTitle, phone, accreditation = '', language } = form;
  await complete(deps, userId, { firstName, lastName, jobTitle, phone, accreditation, language });
}

/** What a merchant's member or a mediator changes of their own once the account is in use; the rest is the Office's (`directory.correctPerson`). */
export async function saveSettledProfile(deps: Deps, userId: string, form: SettledProfile): Promise<void> {
  const { jobTitle, phone, language } = form;
  await complete(deps, userId, { jobTitle, phone, language });
}

async function complete(deps: Deps, userId: string, particulars: Partial<AppUserEntity>): Promise<void> {
  await inTransaction(deps, async ({ entities }) => {
    const person = await entities.findOneOrFail(AppUser, userId);
    Object.assign(person, particulars);
    person.profileCompletedAt ??= deps.now().toISOString();
  });
}

/** The language of pages, mails and documents for this person (B-12). */
export async function saveLanguage(deps: Store, userId: string, language: Language): Promise<void> {
  await inTransaction(deps, async ({ entities }) => {
    const person = await entities.findOneOrFail(AppUser, userId);
    person.language = language;
  });
}
