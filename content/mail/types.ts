import type { HelpTheme } from '#contracts/pages/index.ts';
import type { Language } from '../texts/index.ts';

/** Text of one mail in one language. `{{name}}` takes a parameter, `{{name|format}}` formats it (see interpolate.ts). */
export type MailText = {
  subject: string;
  /** Paragraphs before the button. */
  body: string[];
  /** What the reader copies or notes: codes, numbers, dates. */
  details?: { label: string; value: string }[];
  /** Longer mails only (the information kit). */
  sections?: { title: string; body: string[] }[];
  /** Label of the only button; it opens the page of the plan. */
  button?: string;
  /** Pages of help, as links in the text: the button stays the only one. */
  links?: { label: string; help: HelpTheme }[];
  /** Paragraphs after the button. */
  after?: string[];
};

/** Words around every mail. */
export type MailLayout = {
  greeting: string;
  greetingUnnamed: string;
  linkHelp: string;
  signature: string;
  why: string;
  confidential: string;
  contact: string;
  office: string;
  /** Before what a reader may do, when something else must be done first. */
  standings: { notInCharge: string };
  who: Record<'consumer' | 'merchant' | 'both' | 'mediator' | 'office' | 'system', string>;
};

/** Value of a parameter: an instant (ISO-8601), a code, a number or plain text; formatted when the mail is rendered. */
export type MailParams = Record<string, string | number>;

/** A mail ready to lay out: every text in the reader's language, with nothing left to fill. */
export type ComposedMail = {
  language: Language;
  subject: string;
  greeting: string;
  body: string[];
  details: { label: string; value: string }[];
  sections: { title: string; body: string[] }[];
  button: { label: string; url: string; help: string } | null;
  links: { label: string; url: string }[];
  after: string[];
  signature: string[];
  footer: string[];
  productName: string;
};
