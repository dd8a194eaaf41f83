import { describe, expect, test } from '@jest/globals';
import { helpAddress } from '#contracts/pages/index.ts';
import { reactions, type Dossier, type DossierEvent } from '#domain/dossier/index.ts';
import { dossierMailTemplates } from '#domain/dossier/reactions/mail-templates.ts';
import { accountMailTemplates, type MailTemplate } from '#domain/mail/templates.ts';
import { languages, type Language } from '../texts/index.ts';
import { wrongInFrench, wrongInText } from '../texts/parity.ts';
import { dossierParams, mailPlans } from './mail-plans.ts';
import { renderMail, type MailSettings } from './render.ts';
import { mailLayouts, mailTexts } from './texts.ts';
import type { MailParams, MailText } from './types.ts';

const settings: MailSettings = {
  origin: 'https://parle.example',
  productName: 'Parle consommation',
  officeName: 'Office de la protection du consommateur',
  officeEmail: 'office@parle.example',
};

const templates: MailTemplate[] = [...dossierMailTemplates, ...accountMailTemplates];
const cases = languages.flatMap((language) => templates.map((template) => [language, template] as const));
const dossierId = '6f1f3f0e-8f0e-4a54-9d46-0c8a5f3a1b2c';

/** A value of the right kind for each parameter that a plan may ask for. */
const samples: MailParams = {
  number: '2026-004182',
  merchantName: 'Ameublement Boréal & Fils <inc.>',
  consumerName: 'Claire "Clo" Roy',
  representativeName: 'Anne O’Neil',
  handlerName: 'Luc Côté',
  mediatorName: 'Inès Diaz',
  giverName: 'Nora Blais',
  absentName: 'Luc Côté',
  memberName: 'Zoé Roy',
  substituteName: 'Ève Roy',
  side: 'merchant',
  awaited: 'both',
  thread: 'mediationRoom',
  recusalReason: 'conflit_interets',
  readingReason: 'tribunal',
  report: 'imminent',
  reportAnswer: 'reached',
  reference: 'R-2026-0042',
  requestNumber: 'P2026-000042',
  code: '482913',
  key: '7KQM-4XPT-9R2B',
  userName: 'luc@boreal.example',
  path: '/activation?lien=abc&x=1',
  ...Object.fromEntries(
    [
      'draftUntil',
      'erasedAt',
      'invitationUntil',
      'submittedAt',
      'readableUntil',
      'messagesUntil',
      'awaitedSince',
      'mediatorSince',
      'target',
      'closesAt',
      'changedAt',
      'answeredAt',
      'depositedAt',
      'firstDay',
      'lastDay',
      'until',
    ].map((name) => [name, '2026-03-13T03:59:00.000Z']),
  ),
};

/** Exactly what the plan promises, so that a text that asks for more fails. */
function paramsOf(template: MailTemplate): MailParams {
  const plan = mailPlans[template];
  const account = (accountMailTemplates as readonly string[]).includes(template);
  const names = [...plan.needs, ...(account ? [] : dossierParams), ...(plan.to === 'given' ? ['path'] : [])];
  return Object.fromEntries(names.map((name) => [name, samples[name] as string]));
}

function render(language: Language, template: MailTemplate, params = paramsOf(template)) {
  return renderMail({ template, language, params, recipientName: 'Zoé <b>Roy</b>', dossierId }, settings);
}

describe('F-144 every mail in both languages', () => {
  test.each(cases)('%s %s is complete: subject, text part, HTML part with its language', (language, template) => {
    const mail = render(language, template);
    expect(mail.subject.length).toBeGreaterThan(5);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    for (const part of [mail.subject, mail.text, mail.html])
      expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN/);
    expect(mail.html).toContain(`<html lang="${language}"`);
    expect(mail.html).toContain(`<title>`);
    expect(mail.html).not.toMatch(/<img|<script|<b>|http:\/\//);
    expect(mail.text).toContain('Office de la protection du consommateur');
    expect(mail.html.match(/border-radius/g)?.length ?? 0).toBe(mailTexts[language][template].button ? 1 : 0);
  });

  test.each(templates)('%s asks for the same parameters, button and facts in both languages', (template) => {
    const shape = (text: MailText) => ({
      params: [...new Set([...JSON.stringify(text).matchAll(/\{\{(\w+)/g)].map((match) => match[1]))].sort(),
      button: text.button !== undefined,
      sizes: [
        text.body.length,
        text.details?.length ?? 0,
        text.after?.length ?? 0,
        text.sections?.map((s) => s.body.length) ?? [],
      ],
    });
    expect(shape(mailTexts.en[template])).toEqual(shape(mailTexts.fr[template]));
  });

  test.each(languages)(
    'F-140 F-147 the information kit leads to the page of the other remedies, and has one button still (%s)',
    (language) => {
      const { html, text } = render(language, 'information-kit');
      for (const part of [html, text])
        for (const theme of ['remedies', 'caseLaw'] as const)
          expect(part).toContain(`${settings.origin}${helpAddress(theme)}`);
      expect(html.match(/display:inline-block/g)).toHaveLength(1);
    },
  );

  test('texts are calm and well set', () => {
    const wrong: string[] = [];
    for (const language of languages) {
      for (const value of strings([mailTexts[language], mailLayouts[language]])) {
        const problems = [...wrongInText(value), ...(language === 'fr' ? wrongInFrench(value) : [])];
        wrong.push(...problems.map((what) => `${language}: ${what}: ${value}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a plan asks for nothing that no text uses', () => {
    const idle = templates.flatMap((template) => {
      const used = JSON.stringify(mailTexts.fr[template]);
      return mailPlans[template].needs
        .filter((name) => !used.includes(`{{${name}`))
        .map((name) => `${template}: ${name}`);
    });
    expect(idle).toEqual([]);
  });
});

describe('mails to an address that nobody has proved', () => {
  const unproved = templates.filter((template) => mailPlans[template].unproved !== undefined);
  /** What a person wrote of themselves or of another: whatever else a plan asks for is the platform's or the Office's. */
  const ofPeople = [
    ...['consumerName', 'representativeName', 'handlerName', 'mediatorName'],
    ...['giverName', 'absentName', 'substituteName', 'memberName'],
  ];
  const asked = new Set(templates.flatMap((template) => mailPlans[template].needs));

  test('every parameter is known for a person’s words, or for something else', () => {
    const ownWords = [
      'key',
      'code',
      'reference',
      'requestNumber',
      'userName',
      'side',
      'awaited',
      'thread',
      'report',
      'reportAnswer',
      'recusalReason',
      'readingReason',
    ];
    const instants = [...asked].filter((name) => /^\d{4}-/.test(String(samples[name])));
    expect([...asked].sort()).toEqual([...ofPeople, ...ownWords, ...instants, 'merchantName'].sort());
  });

  test.each(languages.flatMap((language) => unproved.map((template) => [language, template] as const)))(
    '%s %s has no person’s words in its subject, and greets by a name that the Office typed or by none',
    (language, template) => {
      const words = Object.fromEntries(ofPeople.map((name) => [name, `Canari-${name}`]));
      const { subject, text } = render(language, template, { ...paramsOf(template), ...words });
      expect(subject).not.toContain('Canari');
      const greeting = text.split('\n', 1)[0];
      expect(greeting).not.toContain('Canari');
      if (mailPlans[template].unproved === 'anyone') expect(greeting).not.toContain('Zoé');
    },
  );

  test('what a dossier sends to an invited address is among them', () => {
    const by = { role: 'consumer', userId: dossierId } as const;
    const [named, revoked] = (['representativeNamed', 'representativeRemoved'] as const).flatMap((type) =>
      reactions({ type, by, at: '', invitationId: dossierId } as DossierEvent, {} as Dossier)
        .filter((reaction) => reaction.kind === 'notify' && reaction.audience === 'invitee')
        .map((reaction) => (reaction as { template: MailTemplate }).template),
    );
    expect([named, revoked]).toEqual(['representative-invitation', 'invitation-revoked']);
    expect([named, revoked].map((template) => mailPlans[template!].unproved)).toEqual(['anyone', 'anyone']);
  });
});

describe('what a mail carries', () => {
  test('names are escaped in the HTML part and kept in the text part', () => {
    const mail = render('fr', 'new-dossier');
    expect(mail.html).toContain('Ameublement Boréal &amp; Fils &lt;inc.&gt;');
    expect(mail.html).toContain('Zoé &lt;b&gt;Roy&lt;/b&gt;');
    expect(mail.text).toContain('Ameublement Boréal & Fils <inc.>');
  });

  test('line breaks and direction marks in a name cannot reach the subject', () => {
    const params = { ...paramsOf('draft-opened'), number: '2026\r\nBcc: x@y.example\u202e' };
    expect(render('en', 'draft-opened', params).subject).not.toMatch(/[\r\n\u202e]/);
  });

  test('a mail with a hole does not leave', () => {
    const { merchantName, ...params } = paramsOf('new-dossier');
    expect(merchantName).toBeDefined();
    expect(() => render('fr', 'new-dossier', params)).toThrow('merchantName');
  });

  test('A-23 who must first take charge reads so where a mail says what they may do, and nowhere else', () => {
    const said = (template: MailTemplate, standing?: string) =>
      render('fr', template, { ...paramsOf(template), ...(standing && { standing }) }).text.includes(
        'prenez-le d’abord en charge',
      );
    expect(said('proposal-edited', 'notInCharge')).toBe(true);
    expect(said('proposal-edited')).toBe(false);
    expect(said('document-added', 'notInCharge')).toBe(false);
  });

  test('F-051 codes and the link that carries both', () => {
    const mail = render('fr', 'access-codes');
    expect(mail.text).toContain('R-2026-0042');
    expect(mail.text).toContain('482913');
    expect(mail.html).toContain('href="https://parle.example/activation?lien=abc&amp;x=1"');
    expect(mail.text).toContain('https://parle.example/activation?lien=abc&x=1');
  });

  test('a mail leads to our origin only', () => {
    for (const path of ['//evil.example', 'https://evil.example', 'javascript:alert(1)']) {
      expect(() => render('fr', 'access-codes', { ...paramsOf('access-codes'), path })).toThrow('nowhere');
    }
  });

  test('F-077 the invitation gives the dossier number and the validation key', () => {
    const mail = render('fr', 'representative-invitation');
    expect(mail.text).toContain('2026-004182');
    expect(mail.text).toContain('7KQM-4XPT-9R2B');
  });

  test('F-004 F-140 the information kit tells of formal notice, small claims, prescription and confidentiality', () => {
    const { text } = render('fr', 'information-kit');
    for (const words of [
      'Envoyer une mise en demeure',
      'Division des petites créances',
      'prescription',
      'confidentiel',
      '15 000',
    ]) {
      expect(text.replaceAll('\u00a0', ' ')).toContain(words);
    }
    expect(render('en', 'information-kit').text).toContain('Small Claims Division');
  });

  test('dates are written as people write them, in the time of Québec', () => {
    expect(render('fr', 'draft-opened').text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      'jeudi 12 mars 2026, 23 h 59 (heure de l’Est)',
    );
    expect(render('en', 'draft-opened').text).toContain('Thursday, March 12, 2026');
  });

  test('the sender of a message is said, and the conversation, not the message', () => {
    expect(render('fr', 'message-received').text).toContain('Le commerçant vous a écrit');
    expect(render('fr', 'message-received').text).toContain('Espace de discussion en médiation');
  });
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value && typeof value === 'object') return Object.values(value).flatMap(strings);
  return [];
}

test.each([
  ['mediationRoom', `/dossiers/${dossierId}/propositions`],
  ['negotiation', `/dossiers/${dossierId}/messages?fil=negotiation`],
  ['consumerCaucus', `/dossiers/${dossierId}/messages?fil=consumerCaucus`],
])('F-144 a mail about a message in %s leads to where it is read', (thread, path) => {
  for (const language of languages) {
    const params = { ...paramsOf('message-received'), thread };
    const { text } = renderMail(
      { template: 'message-received', language, params, recipientName: '', dossierId },
      settings,
    );
    expect(text).toContain(`${settings.origin}${path}\n`);
  }
});
