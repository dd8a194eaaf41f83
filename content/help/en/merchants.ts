import type { HelpText } from '../types.ts';

/** F-088, F-145. */
export const merchants: HelpText = {
  title: 'Advice for merchants',
  lead: 'What helps a file to be settled quickly and well, from the first e-mail to the agreement.',
  sections: [
    {
      id: 'prise-en-charge',
      heading: 'Take charge of the file without delay',
      blocks: [
        'The respondent receives an e-mail for each new file and decides who handles it. Only one person acts in a file; if another takes charge, they replace the first.',
        'Before that, the whole team can read the problem, the documents and the proposal. Refusing to negotiate is possible, but discouraged: the file closes, and the person keeps their other remedies.',
      ],
    },
    {
      id: 'premier-message',
      heading: 'Introduce yourself',
      blocks: [
        'Write a first message in the message centre as soon as you take charge.',
        {
          list: [
            'Give your first name and your role.',
            'Show that you have read: say the problem again in one sentence.',
            'Ask your questions, or say what you are checking and by when.',
          ],
        },
      ],
    },
    {
      id: 'suivre',
      heading: 'Follow your files',
      blocks: [
        {
          list: [
            'Sign in regularly, even without a new e-mail.',
            'Read the platform’s automated e-mails and the Office’s messages without delay, and answer them. Check that they do not end up in your spam folder.',
            'If you need time, say so in the message centre, with a date.',
          ],
        },
      ],
    },
    {
      id: 'repondre',
      heading: 'Answer',
      blocks: [
        {
          list: [
            'Write simply. Avoid acronyms and internal codes.',
            'If the proposal does not suit you, make a counter-proposal: a refusal alone moves nothing forward.',
            'Explain an amount. Attach what supports it.',
            'Enter any solution agreed elsewhere under “Proposals”, so that the person can accept it.',
            'Do not wait until you have repaired or refunded for the agreement to be accepted: it is written first.',
          ],
        },
        {
          links: [
            { label: 'Tools for negotiating well', to: { theme: 'negotiation' } },
            { label: 'Possible solutions', to: { theme: 'solutions' } },
          ],
        },
      ],
    },
    {
      id: 'mediation',
      heading: 'In mediation',
      blocks: [
        'The mediator reads the proposals, but not your messages with the consumer. Brief them on what was said there that helps.',
        { links: [{ label: 'Mediation, for the merchant', to: { theme: 'mediation', section: 'commercants' } }] },
      ],
    },
    {
      id: 'acces',
      heading: 'Your team’s accounts',
      blocks: [
        'The respondent asks the Office, under “My team”, to create or remove accesses, and tells it of any change. When someone leaves, say so at once.',
        {
          links: [
            { label: 'Enrol another company', to: { form: 'participation' } },
            { label: 'Contact the Office', to: { theme: 'contact' } },
            { label: 'Who sees what in a file', to: { page: 'whoSeesWhat' } },
          ],
        },
      ],
    },
  ],
};
