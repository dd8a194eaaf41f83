import { expect, test } from '@jest/globals';
import { attestationDocument } from '#content/documents/attestation.ts';
import { isListName, lists } from '#content/lists/index.ts';
import { languages, type Language } from '#content/texts/index.ts';
import { dossierMailTemplates } from '#domain/dossier/reactions/mail-templates.ts';
import { accountMailTemplates, type MailTemplate } from '#domain/mail/templates.ts';
import { codesIn } from '#tests/kit/codes.ts';
import { dossierParams, mailPlans } from '#content/mail/mail-plans.ts';
import { renderMail } from '#content/mail/render.ts';
import { mailLayouts, mailTexts } from '#content/mail/texts.ts';
import type { MailParams } from '#content/mail/types.ts';

const settings = {
  origin: 'https://parle.example',
  productName: 'Parle consommation',
  officeName: 'Office de la protection du consommateur',
  officeEmail: 'office@parle.example',
};

/** What is no code and no word either: a number, a name, what is given to be typed. */
const plain: MailParams = {
  ...{
    number: '2026-004182',
    merchantName: 'Meubles Boréal',
    consumerName: 'Claire Roy',
    userName: 'luc@boreal.example',
  },
  ...{ representativeName: 'Anne Neil', handlerName: 'Luc Roy', mediatorName: 'Inès Diaz' },
  ...{ reference: 'R2026-000042', code: '482913', key: '7KQM-4XPT-9R2B', path: '/activation/abc' },
};
const instant = '2026-03-13T03:59:00.000Z';

/** Every value that a parameter may have, by how the texts of the mail show it. */
function valuesOf(template: MailTemplate, language: Language, name: string): string[] {
  const text = JSON.stringify(mailTexts[language][template]);
  const shown = [...text.matchAll(new RegExp(`\\{\\{${name}(?:\\|([\\w:]+))?\\}\\}`, 'g'))].map(([, format]) => format);
  const lists_ = shown.flatMap((format) => {
    const list = format?.replace('list:', '');
    return list !== undefined && isListName(list) ? lists[list].map(({ code }) => code) : [];
  });
  if (lists_.length > 0) return lists_;
  if (shown.some((format) => format === 'who' || format === 'Who')) return Object.keys(mailLayouts[language].who);
  return [String(plain[name] ?? instant)];
}

const templates: MailTemplate[] = [...dossierMailTemplates, ...accountMailTemplates];
const dossierId = '6f1f3f0e-8f0e-4a54-9d46-0c8a5f3a1b2c';

test.each(languages)(
  'no mail shows a code where a word is due, whatever reason, kind or side it tells of (%s)',
  (language) => {
    const shown: string[] = [];
    let rendered = 0;
    for (const template of templates) {
      const plan = mailPlans[template];
      const names = [...plan.needs, ...dossierParams, ...(plan.to === 'given' ? ['path'] : [])];
      const values = new Map(names.map((name) => [name, valuesOf(template, language, name)]));
      for (let n = 0; n < Math.max(...[...values.values()].map(({ length }) => length)); n += 1) {
        const params = Object.fromEntries([...values].map(([name, each]) => [name, each[n % each.length]!]));
        const mail = renderMail({ template, language, params, recipientName: 'Zoé Roy', dossierId }, settings);
        rendered += 1;
        const text = `${mail.subject}\n${mail.text}`
          .replaceAll(String(plain['key']), '')
          .replaceAll(String(plain['reference']), '');
        const codes = codesIn(text, language);
        if (codes.length > 0) shown.push(`${template} ${JSON.stringify(params)}: ${codes.join(', ')}`);
      }
    }
    expect(shown).toEqual([]);
    expect(rendered).toBeGreaterThan(templates.length + 15);
  },
);

test.each(languages)('the attestation shows no code, with a nature or without, accredited or not (%s)', (language) => {
  const party = {
    name: 'Claire Roy',
    address: '',
    email: 'c@roy.example',
    phone: '+15145550199',
    actedBy: null,
    side: 'consumer' as const,
  };
  for (const [nature, accreditation] of [
    ['', ''],
    ['Un sofa dont le pied est cassé.', 'IMAQ 1234'],
  ] as const) {
    const { title, blocks } = attestationDocument(
      {
        ...{
          number: '2026-004182',
          officeName: 'Office',
          consumer: party,
          merchant: { ...party, side: 'merchant' as const, actedBy: 'Luc Roy' },
        },
        ...{ mediator: { name: 'Inès Diaz', accreditation }, began: instant, ended: instant, nature },
      },
      language,
    );
    const text = [title, ...blocks.flatMap((block) => Object.values(block))].join('\n');
    expect(text.length).toBeGreaterThan(300);
    expect(codesIn(text, language)).toEqual([]);
  }
});
