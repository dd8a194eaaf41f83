import type { MailText } from '../types.ts';

/** Information kit (F-140, F-004). General information; it never says what to choose (F-005). */
export const informationKit: MailText = {
  subject: 'File {{number}}: your other remedies',
  body: [
    'File {{number}} about {{merchantName}} is closed, and no agreement was concluded in it. You remain free to use another remedy. Here is some general information to help you choose.',
    'The Office is neutral: it cannot tell you what to do or assess your chances.',
  ],
  sections: [
    {
      title: '1. Watch the time limits',
      body: [
        'In general you have three years, from the moment the right to act arises, to go to court over a matter such as a purchase. This is called prescription. Some time limits are shorter, and the law sometimes requires that the merchant be told quickly.',
        'Having negotiated here has not stopped this time limit, unless both parties signed a document that suspends it, for six months at most.',
      ],
    },
    {
      title: '2. Send a formal notice',
      body: [
        'This is a letter that asks the merchant one last time to settle the problem. It is often necessary before going to court.',
        'Give the date, the facts, what you ask for and a reasonable time to answer, such as ten days. Say that otherwise you could apply to the court.',
        'Send it in a way that lets you prove it was received, such as registered mail, and keep a copy.',
      ],
    },
    {
      title: '3. Apply to the Small Claims Division',
      body: [
        'This division of the Court of Québec hears claims of up to $15,000. People generally appear without a lawyer. Check the amount in force and the fees before filing your application.',
        'Mediation may be offered or required there, free of charge.',
        'If you used mediation here, attach the attestation of absence of agreement: the law provides that an application filed with such an attestation is heard by priority.',
      ],
    },
    {
      title: '4. What was said here stays confidential',
      body: [
        'What the parties wrote or said during the negotiation and the mediation cannot be used as evidence, unless they agree. Your own documents, such as your invoice, your contract and your photos, are yours: you can use them.',
      ],
    },
    {
      title: '5. Other avenues',
      body: [
        'If you paid by credit card for a purchase made at a distance, the card issuer must refund you in some cases. Find out quickly: time limits apply.',
        'For some businesses, such as travel agencies, there is a compensation fund or a security.',
        'For free legal information, contact a community justice centre (centre de justice de proximité). For an opinion on your situation, consult a lawyer or a notary.',
      ],
    },
  ],
  links: [
    { label: 'Read the page “Other remedies”', help: 'remedies' },
    { label: 'See what courts have decided', help: 'caseLaw' },
  ],
  button: 'See my file',
  after: [
    'Your file can be read until {{readableUntil|day}}. By then, download the summary and the documents you want to keep.',
    'This information is general and is not legal advice.',
  ],
};
