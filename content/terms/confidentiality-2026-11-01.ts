import type { TermsText } from './types.ts';

/** Confidentiality undertaking in force from November 1, 2026 (F-006, F-007, F-123). */
export const confidentiality20261101: Record<'fr' | 'en', TermsText> = {
  fr: {
    title: 'Engagement de confidentialité',
    intro: 'Pour que chacun puisse parler librement, ce qui est dit ici reste ici.',
    sections: [
      {
        heading: 'Ce qui est confidentiel',
        paragraphs: [
          'Tout ce qui est écrit, dit ou proposé pendant la négociation et la médiation est confidentiel.',
          'Rien de cela ne peut servir de preuve devant un tribunal ou ailleurs, sauf si les parties en conviennent. L’entente elle-même et l’attestation peuvent être produites.',
          'Les documents qui existaient déjà, comme une facture ou un contrat, restent les vôtres : vous pouvez les utiliser.',
        ],
      },
      {
        heading: 'La médiatrice ou le médiateur',
        paragraphs: [
          'La médiatrice ou le médiateur ne peut pas être appelé à témoigner. Ce qui lui est confié en privé par une partie n’est pas transmis à l’autre sans son accord.',
          'Les messages échangés entre les parties pendant la négociation ne lui sont pas accessibles, sauf ceux qu’une partie choisit de lui montrer.',
        ],
      },
      {
        heading: 'L’Office',
        paragraphs: [
          'L’Office voit le déroulement d’un dossier, et non son contenu. S’il doit y accéder, il en consigne la raison et les parties le voient.',
        ],
      },
      {
        heading: 'Votre engagement',
        paragraphs: ['Vous vous engagez à respecter cette confidentialité pendant la démarche et après sa fin.'],
      },
    ],
  },
  en: {
    title: 'Confidentiality undertaking',
    intro: 'So that everyone can speak freely, what is said here stays here.',
    sections: [
      {
        heading: 'What is confidential',
        paragraphs: [
          'Everything written, said or proposed during negotiation and mediation is confidential.',
          'None of it may be used as evidence in court or elsewhere, unless the parties agree. The agreement itself and the attestation may be produced.',
          'Documents that already existed, such as an invoice or a contract, remain yours: you may use them.',
        ],
      },
      {
        heading: 'The mediator',
        paragraphs: [
          'The mediator cannot be called as a witness. What a party confides to the mediator in private is not passed on to the other without their agreement.',
          'The messages that the parties exchanged during negotiation are not open to the mediator, except those that a party chooses to show.',
        ],
      },
      {
        heading: 'The Office',
        paragraphs: [
          'The Office sees how a file proceeds, not what it contains. If it must look inside, it records the reason and the parties see it.',
        ],
      },
      {
        heading: 'Your undertaking',
        paragraphs: ['You undertake to respect this confidentiality during the process and after it ends.'],
      },
    ],
  },
};
