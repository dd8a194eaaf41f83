import type { HelpText } from '../types.ts';

/** F-148. */
export const contact: HelpText = {
  title: 'Contact us',
  lead: 'The Office answers questions on how Parle consommation works and helps people who have difficulty using it.',
  sections: [
    {
      id: 'ecrire',
      heading: 'Write to the Office',
      blocks: [
        { links: [{ label: 'Write to {{email}}', to: { mail: true } }] },
        'Give the number of the file, if there is one, and say on which page you are. Send neither password nor access code.',
      ],
    },
    {
      id: 'limites',
      heading: 'What the Office can do',
      blocks: [
        {
          list: [
            'It explains how to use the platform and follows the course of files.',
            'It nudges a party who does not answer.',
            'It cannot advise a party on how to settle the dispute, nor take part in discussions.',
          ],
        },
      ],
    },
    {
      id: 'accessibilite',
      heading: 'A difficulty of access',
      blocks: [
        'If a page is hard for you to use, tell us: we will help you do what you wanted to do.',
        { links: [{ label: 'Accessibility', to: { page: 'accessibility' } }] },
      ],
    },
  ],
};
