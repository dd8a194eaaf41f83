import { helpAddress } from '#contracts/pages/index.ts';
import type { MailTemplate } from '#domain/mail/templates.ts';
import type { Language } from '../texts/index.ts';
import { htmlPart } from './html.ts';
import { interpolate } from './interpolate.ts';
import { mailPlans, pathOf } from './mail-plans.ts';
import { mailLayouts, mailTexts } from './texts.ts';
import type { ComposedMail, MailLayout, MailParams } from './types.ts';

/** Who sends, and from where its links start. */
export type MailSettings = {
  /** `https://parle.example`, without a path. */
  origin: string;
  productName: string;
  officeName: string;
  officeEmail: string;
};

export type MailToRender = {
  template: MailTemplate;
  language: Language;
  params: MailParams;
  /** Name used to greet; may be empty. */
  recipientName: string;
  dossierId: string | null;
};

export type RenderedMail = { subject: string; html: string; text: string };

/**
 * A mail as it is sent: subject, text part and HTML part (B-12, look: one column of 600 px, text first, one button, no image). It never holds what
 * the parties wrote.
 *
 * @throws Error when a parameter of the template is missing.
 */
export function renderMail(mail: MailToRender, settings: MailSettings): RenderedMail {
  const composed = compose(mail, settings);
  return { subject: composed.subject, html: htmlPart(composed), text: textPart(composed) };
}

/** The words of a mail, before any layout. */
function compose(mail: MailToRender, settings: MailSettings): ComposedMail {
  const { language } = mail;
  const words = mailTexts[language][mail.template];
  const layout = mailLayouts[language];
  const plan = mailPlans[mail.template];
  const fill = (text: string) => clean(interpolate(text, { params: mail.params, language, layout }));
  const thread = mail.params['thread'];
  const path = pathOf(plan.to, mail.dossierId, {
    senderPath: senderPath(mail.params),
    thread: typeof thread === 'string' ? thread : undefined,
  });
  if (words.button && !path) throw new Error(`mail ${mail.template} has nowhere to lead`);
  const name = plan.unproved === 'anyone' ? '' : clean(mail.recipientName);
  return {
    language,
    subject: fill(words.subject),
    greeting: name ? layout.greeting.replace('{{name}}', () => name) : layout.greetingUnnamed,
    body: [...words.body.map(fill), ...standingOf(mail, layout)],
    details: (words.details ?? []).map((fact) => ({ label: fact.label, value: fill(fact.value) })),
    sections: (words.sections ?? []).map((section) => ({ title: section.title, body: section.body.map(fill) })),
    button:
      words.button && path ? { label: words.button, url: `${settings.origin}${path}`, help: layout.linkHelp } : null,
    links: (words.links ?? []).map(({ label, help }) => ({ label, url: `${settings.origin}${helpAddress(help)}` })),
    after: (words.after ?? []).map(fill),
    signature: [layout.signature, settings.officeName],
    footer: [layout.why, layout.confidential, layout.contact.replace('{{email}}', () => settings.officeEmail)],
    productName: settings.productName,
  };
}

/** What its reader does first, in a mail that says what they may do. */
function standingOf({ template, params }: MailToRender, { standings }: MailLayout): string[] {
  const { acts } = mailPlans[template];
  return acts && params['standing'] === 'notInCharge' ? [standings.notInCharge] : [];
}

function senderPath(params: MailParams): string | undefined {
  const path = params['path'];
  // Only a path of this platform: a mail must not lead elsewhere.
  return typeof path === 'string' && /^\/(?!\/)/.test(path) ? path : undefined;
}

/** One line, without control or direction characters: names come from people. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

function textPart(mail: ComposedMail): string {
  const blocks: string[] = [mail.greeting, ...mail.body];
  if (mail.details.length > 0)
    blocks.push(mail.details.map(({ label, value }) => `  ${label}\u00a0: ${value}`).join('\n'));
  for (const section of mail.sections) blocks.push(section.title, ...section.body);
  if (mail.button) blocks.push(`${mail.button.label}\u00a0:\n${mail.button.url}`);
  for (const { label, url } of mail.links) blocks.push(`${label}\u00a0:\n${url}`);
  blocks.push(...mail.after, mail.signature.join('\n'), `-- \n${mail.footer.join('\n')}`);
  const text = blocks.join('\n\n');
  return mail.language === 'fr' ? `${text}\n` : `${text.replaceAll('\u00a0:', ':')}\n`;
}
