import type { HelpText } from '../types.ts';

/** F-110: for each of the three. */
export const mediation: HelpText = {
  title: 'Mediation',
  lead: 'A neutral person helps the parties find a solution that suits both. They do not decide the dispute, impose nothing and do not see to it that the agreement is carried out.',
  sections: [
    {
      id: 'demander',
      heading: 'When to request it',
      blocks: [
        'One of these conditions is enough:',
        {
          list: [
            'each party has made at least one proposal under “Proposals”;',
            'the merchant took charge of the file at least {{mediationWait}} days ago.',
          ],
        },
        'Each party may request it; the other does not have to agree. Negotiation goes on until the Office names a mediator. It is free.',
      ],
    },
    {
      id: 'deroulement',
      heading: 'How it goes',
      blocks: [
        {
          list: [
            'A discussion space brings the three people together, under “Proposals”.',
            'Each party can also write privately to the mediator in the message centre. The other party does not read these messages.',
            'Only the mediator makes proposals. There is no button to reject them: say what does not suit you in the discussion space, and a new proposal may come.',
            'An agreement requires that both parties accept the same proposal. The acceptance of one is not shown to the other before that.',
          ],
        },
        'Save for exceptions, a mediation should not exceed {{mediationTarget}} days.',
      ],
    },
    {
      id: 'consommateurs',
      heading: 'For the consumer',
      blocks: [
        {
          list: [
            'Say what matters most to you, and what you could accept.',
            'Add the documents that are missing: the mediator reads the problem, the documents and the proposals.',
            'Your messages with the merchant during the negotiation are not shown to them: tell the main points.',
            'You may accept a proposal, go on discussing, or withdraw.',
          ],
        },
      ],
    },
    {
      id: 'commercants',
      heading: 'For the merchant',
      blocks: [
        {
          list: [
            'Brief the mediator on any exchange that helps to understand where the file stands: the messages of the negotiation are not shown to them.',
            'Answer quickly, and say so if you are waiting for a check or for the manufacturer.',
            'Say in private what you could offer: what is confided in private is not passed on without your consent.',
            'You may accept a proposal, go on discussing, or withdraw.',
          ],
        },
      ],
    },
    {
      id: 'mediatrices-et-mediateurs',
      heading: 'For the mediator',
      blocks: [
        {
          steps: [
            'Read the description of the problem, the documents and the proposals.',
            'Introduce yourself in the discussion space and ask your first questions.',
            'When a draft agreement takes shape, make a proposal: tick the solution, fill in its fields, add the details, then preview the agreement. You can change it later.',
            'Nudge a party who is slow. If they still do not answer, ask the Office to reach them, rather than close the file at once.',
            'If time runs short, report to the Office: an agreement is near, you are waiting for a party, something unforeseen came up.',
            'Before you close without agreement, announce it to the parties: the closing page begins with this announcement, which appears in the discussion space. Everyone reads the justification; the summary of the nature of the problem appears on the attestation.',
          ],
        },
        'If you have a conflict of interest, or can no longer lead the mediation, step down: the Office reads your reason and names someone else. You choose whether the parties read it.',
        'If you expect to be away for more than a week, tell the Office, if possible two weeks ahead.',
      ],
    },
    {
      id: 'confidentialite',
      heading: 'What stays confidential',
      blocks: [
        'What is written or said in negotiation and in mediation cannot be used as evidence, unless the parties agree to it. The mediator cannot be called as a witness.',
        {
          links: [
            { label: 'Confidentiality undertaking', to: { page: 'confidentiality' } },
            { label: 'Who sees what', to: { page: 'whoSeesWhat' } },
          ],
        },
      ],
    },
    {
      id: 'fin',
      heading: 'How it ends',
      blocks: [
        'With an agreement: it is filed in the documents, the file closes, and the parties can write to each other for {{messages}} more days.',
        'Without agreement: an attestation that the parties used mediation is filed in the documents. It can be useful before a court.',
        { links: [{ label: 'Other remedies', to: { theme: 'remedies' } }] },
      ],
    },
  ],
};
