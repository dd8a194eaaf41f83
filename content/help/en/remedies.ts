import type { HelpText } from '../types.ts';

/** F-004: what remains possible, in general. */
export const remedies: HelpText = {
  title: 'Other remedies',
  lead: 'Taking part here takes no remedy away. If the dispute is not settled, here is what remains possible.',
  sections: [
    {
      id: 'delais',
      heading: 'First, watch the time limits',
      blocks: [
        'You generally have three years, from the moment the right of action arose, to go to court in a matter such as a purchase: this is prescription (Civil Code, article 2925). Some time limits are shorter.',
        'Negotiating here does not stop this time. The parties may suspend it by a document that they sign, for six months at most (Code of Civil Procedure, article 7).',
      ],
    },
    {
      id: 'mise-en-demeure',
      heading: 'The formal notice',
      blocks: [
        'It is a letter that asks the merchant one last time to settle the problem (« mise en demeure »). It is often needed before going to court.',
        {
          list: [
            'Write the date, the facts, what you ask for, and a reasonable time to answer, for instance ten days.',
            'Say that failing this, you could go to court.',
            'Send it in a way that lets you prove it was received, for instance by registered mail, and keep a copy.',
          ],
        },
        'Do not quote in it what was written here: the exchanges are confidential.',
      ],
    },
    {
      id: 'petites-creances',
      heading: 'The Small Claims Division',
      blocks: [
        'This division of the Court of Québec hears claims of no more than $15,000, not counting interest (Code of Civil Procedure, article 536). People generally appear there without a lawyer. Fees apply to file a claim.',
        {
          list: [
            'Mediation without charge may be offered there, or required.',
            'If a mediation took place here, attach the attestation that no agreement was reached: the law provides that a claim that comes with such an attestation is heard by priority (Code of Civil Procedure, article 7).',
          ],
        },
      ],
    },
    {
      id: 'preuve',
      heading: 'What you can show a court',
      blocks: [
        'Your own documents: invoice, contract, photos, quotes. What the parties wrote or said during negotiation and mediation cannot be used as evidence, unless they agree to it.',
      ],
    },
    {
      id: 'autres',
      heading: 'Other paths',
      blocks: [
        {
          list: [
            'A remote purchase paid by credit card: the card issuer must in some cases refund it. Time limits apply.',
            'For some businesses, such as travel agencies, there is a compensation fund or a security.',
            'Free legal information can be had from a community justice centre. For an opinion on your situation, consult a lawyer or a notary.',
          ],
        },
        { links: [{ label: 'See examples of judgments', to: { theme: 'caseLaw' } }] },
      ],
    },
  ],
};
