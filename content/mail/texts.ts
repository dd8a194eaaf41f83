import type { MailTemplate } from '#domain/mail/templates.ts';
import type { Language } from '../texts/index.ts';
import { typesetAll } from '../texts/typography.ts';
import * as englishAccounts from './en/accounts.ts';
import { layout as englishFrame } from './en/layout.ts';
import { informationKit as englishKit } from './en/information-kit.ts';
import * as englishFiling from './en/filing.ts';
import * as englishMediation from './en/mediation.ts';
import * as englishNegotiation from './en/negotiation.ts';
import * as frenchAccounts from './fr/accounts.ts';
import { layout as frenchFrame } from './fr/layout.ts';
import { informationKit as frenchKit } from './fr/information-kit.ts';
import * as frenchFiling from './fr/filing.ts';
import * as frenchMediation from './fr/mediation.ts';
import * as frenchNegotiation from './fr/negotiation.ts';
import * as englishReading from './en/reading.ts';
import * as frenchReading from './fr/reading.ts';
import type { MailLayout, MailText } from './types.ts';

const french: Record<MailTemplate, MailText> = {
  ...frenchFiling.filing,
  ...frenchNegotiation.negotiation,
  ...frenchMediation.mediation,
  ...frenchReading.reading,
  ...frenchAccounts.accounts,
  'information-kit': frenchKit,
};

const english: Record<MailTemplate, MailText> = {
  ...englishFiling.filing,
  ...englishNegotiation.negotiation,
  ...englishMediation.mediation,
  ...englishReading.reading,
  ...englishAccounts.accounts,
  'information-kit': englishKit,
};

/** Every mail's text, by language and template; a template without a text does not compile. */
export const mailTexts: Record<Language, Record<MailTemplate, MailText>> = { fr: typesetAll(french), en: english };

export const mailLayouts: Record<Language, MailLayout> = { fr: typesetAll(frenchFrame), en: englishFrame };
