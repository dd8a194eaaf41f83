import type { HelpText } from '../types.ts';

export const questions: HelpText = {
  title: 'Frequent questions',
  lead: 'Short answers; each page of help says more.',
  sections: [
    {
      id: 'avant',
      heading: 'Before you begin',
      blocks: [
        {
          parts: [
            {
              heading: 'Is it free?',
              text: ['Yes, for both parties, mediation included.'],
            },
            {
              heading: 'Must the merchant take part?',
              text: ['No. Taking part is voluntary, and each party may close the file at any time.'],
            },
            {
              heading: 'Do I need a lawyer?',
              text: [
                'No. You may be represented by someone you trust, who cannot be a lawyer. Nothing keeps you from asking for legal advice elsewhere.',
              ],
            },
            {
              heading: 'I have not received my codes.',
              text: [
                'Look in your spam folder, then write to the Office. The codes are not used to sign up: you can already open your account.',
              ],
            },
          ],
        },
        { links: [{ label: 'Who may take part', to: { theme: 'participants' } }] },
      ],
    },
    {
      id: 'pendant',
      heading: 'During the negotiation',
      blocks: [
        {
          parts: [
            {
              heading: 'The merchant does not take charge of the file.',
              text: [
                'Reminders are sent to them, and the Office is told if they do not answer. You can also write to them in the message centre, or close the file.',
              ],
            },
            {
              heading: 'How long do I have to answer?',
              text: [
                'No time is imposed, but an answer is expected within a reasonable time. If you need time, say so.',
              ],
            },
            {
              heading: 'Can I change my proposal?',
              text: [
                'Yes, until the other party has accepted it or followed it with a counter-proposal. Earlier versions stay in the history.',
              ],
            },
            {
              heading: 'The merchant called me and we agreed.',
              text: [
                'Ask for it to be written as a proposal under “Proposals”, or write it yourself. Only a proposal that is accepted becomes an agreement.',
              ],
            },
            {
              heading: 'Must I wait for my refund before I accept?',
              text: [
                'No. The agreement is recorded before it is carried out. You then have {{messages}} days to write to each other about it.',
              ],
            },
            {
              heading: 'Who reads my messages?',
              text: ['At the top of each conversation, the page says who reads it. The Office reads none.'],
            },
          ],
        },
        { links: [{ label: 'Who sees what', to: { page: 'whoSeesWhat' } }] },
      ],
    },
    {
      id: 'apres',
      heading: 'Afterwards',
      blocks: [
        {
          parts: [
            {
              heading: 'How long can the file be read?',
              text: ['For {{retention}} after it closes. Its content is then erased.'],
            },
            {
              heading: 'Can I reopen a closed file?',
              text: ['No. For a new problem, ask the Office for new codes.'],
            },
            {
              heading: 'What if the agreement is not kept?',
              text: [
                'Write first to the other party, in the message centre as long as it is open. The agreement is a document that you can show, in court too.',
              ],
            },
          ],
        },
        { links: [{ label: 'Other remedies', to: { theme: 'remedies' } }] },
      ],
    },
  ],
};
