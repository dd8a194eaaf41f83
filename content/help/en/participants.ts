import type { HelpText } from '../types.ts';

/** F-050. */
export const participants: HelpText = {
  title: 'Who may take part, and how to prepare',
  lead: 'It takes a consumer dispute, a merchant who takes part and the Office’s codes. A little preparation makes an agreement more likely.',
  sections: [
    {
      id: 'qui',
      heading: 'Which disputes',
      blocks: [
        {
          list: [
            'You bought or rented goods or a service from a merchant, for your own use and not for a business.',
            'The merchant takes part in Parle consommation: taking part is voluntary.',
            'The problem is of a civil nature, for instance defective goods, a late delivery or a refused refund.',
          ],
        },
        'Not suitable: a sale between individuals, a complaint that only asks for the merchant to be punished, a dispute already decided or already before a court.',
        { links: [{ label: 'You are a merchant: the participation form', to: { form: 'participation' } }] },
      ],
    },
    {
      id: 'commercant-d-abord',
      heading: 'Speak to the merchant first',
      blocks: [
        'Explain the problem to them before you create a file, and note the date, the person and the answer. A merchant to whom you never spoke of the problem may refuse to negotiate and close the file.',
      ],
    },
    {
      id: 'codes',
      heading: 'The reference number and the access code',
      blocks: [
        'The Office sends them to you by e-mail once it has checked that the merchant takes part. They are used once only, to create the file. They are not used to sign up.',
      ],
    },
    {
      id: 'documents',
      heading: 'What to have at hand',
      blocks: [
        {
          list: [
            'The invoice, the contract, the warranty document.',
            'Letters and e-mails exchanged with the merchant.',
            'A written assessment or quote, if there is one.',
            'Clear photos. A phone’s will do, for a document too.',
          ],
        },
      ],
    },
    {
      id: 'representation',
      heading: 'Being represented',
      blocks: [
        'If you are not at ease on the Web, someone you trust can act for you: a relative, a friend, a caregiver. They must be at least 18 years old and must not be a lawyer.',
        {
          list: [
            'They see the whole file and become the only one who can act in it: propose, accept, write, close.',
            'You can still read it and add documents to it.',
            'You may name or remove them at any time.',
          ],
        },
        'They receive an invitation by e-mail, open an account of their own, then enter the number of the file and their validation key.',
      ],
    },
    {
      id: 'commerces',
      heading: 'For merchants',
      blocks: [
        'An authorized person fills in the participation form, which names a respondent and the people who may act. The Office then opens the accounts.',
        {
          links: [
            { label: 'Advice for merchants', to: { theme: 'merchants' } },
            { label: 'Who sees what in a file', to: { page: 'whoSeesWhat' } },
          ],
        },
      ],
    },
  ],
};
