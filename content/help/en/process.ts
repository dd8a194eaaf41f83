import type { HelpText } from '../types.ts';

/** F-001, F-100. */
export const process: HelpText = {
  title: 'How it goes, step by step',
  lead: 'Parle consommation is a neutral, private and secure place where a person and a merchant look together for a solution to their dispute. It is free for both parties.',
  sections: [
    {
      id: 'en-bref',
      heading: 'In short',
      blocks: [
        {
          steps: [
            'The consumer creates a file: the problem, the solution wanted, the documents.',
            'The merchant takes charge of the file, then accepts the proposal or makes another. Each party answers in turn.',
            'If need be, a mediator helps the parties. Nobody decides for them.',
            'The parties agree, and the agreement is put in writing. Otherwise, the file closes without agreement and each keeps their other remedies.',
          ],
        },
        'The Office keeps files moving, but it stays neutral: it advises nobody and takes no part in discussions.',
      ],
    },
    {
      id: 'creer',
      heading: '1. Create the file',
      blocks: [
        'Once you have opened your account and filled in your profile, you create the file with the reference number and the access code that the Office sent you.',
        {
          list: [
            'Confirm your contact details and those of the merchant.',
            'Describe the problem: the goods or service, the contract, what you have already tried.',
            'Propose a solution. What you write in the details appears word for word in the agreement.',
            'Attach your documents, scanned or photographed. Check that they can be read.',
            'Read everything again, then submit the file to the merchant.',
          ],
        },
        'You have {{draft}} days to submit your file. Until it is submitted, the merchant sees nothing of it.',
        { links: [{ label: 'Choosing a solution', to: { theme: 'solutions' } }] },
      ],
    },
    {
      id: 'negocier',
      heading: '2. Negotiate',
      blocks: [
        'Someone at the merchant’s takes charge of the file. They can accept your proposal or make a counter-proposal; you can then do the same. Each proposal shows beforehand the agreement it would make.',
        {
          list: [
            'Its author may change a proposal until the other party has answered it.',
            'No time to answer is set: each is expected to answer within a reasonable time. Reminders are sent.',
            'The message centre is for asking a question, giving news or nudging the other party.',
            'Each party may close the file at any time. They give a reason and a justification, which the other party can read.',
          ],
        },
        { links: [{ label: 'Tools for negotiating well', to: { theme: 'negotiation' } }] },
      ],
    },
    {
      id: 'mediation',
      heading: '3. Mediation, if need be',
      blocks: [
        'A party may request mediation once each has made at least one proposal, or {{mediationWait}} days after the merchant took charge of the file. The other party is not asked to agree.',
        { links: [{ label: 'How mediation goes', to: { theme: 'mediation' } }] },
      ],
    },
    {
      id: 'entente',
      heading: '4. The agreement',
      blocks: [
        'Accepting the other party’s proposal concludes the agreement. It is filed in the documents of the file, and the file closes by itself.',
        'The agreement is recorded before it is carried out. So do not wait for the refund or the repair to accept: accepting puts in writing what is promised; carrying it out comes afterwards.',
        'For {{messages}} days, both parties can still write to each other to settle how the agreement is carried out.',
      ],
    },
    {
      id: 'sans-entente',
      heading: 'If no agreement is possible',
      blocks: [
        'The file closes without agreement. The consumer receives an information kit by e-mail, and remains free to send a formal notice or to go to court.',
        { links: [{ label: 'Other remedies', to: { theme: 'remedies' } }] },
      ],
    },
    {
      id: 'apres',
      heading: 'After closing',
      blocks: [
        'A closed file can still be read for {{retention}}; its content is then erased. Until then, download the summary and the documents that you want to keep.',
      ],
    },
  ],
};
