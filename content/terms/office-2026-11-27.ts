import type { TermsText } from './types.ts';

/** Undertaking of those who act for the Office, in force from November 27, 2026. */
export const office20261127: Record<'fr' | 'en', TermsText> = {
  fr: {
    title: 'Engagement de confidentialité des personnes de l’Office',
    intro: 'Les parties parlent librement parce que l’Office suit leur dossier sans le lire.',
    sections: [
      {
        heading: 'Ce que vous ouvrez',
        paragraphs: [
          'Vous voyez le déroulement d’un dossier, et non son contenu. Vous n’ouvrez le contenu d’un dossier que si votre travail l’exige, après en avoir écrit la raison; les parties la voient.',
          'Vous ne cherchez pas un dossier, une personne ou une entreprise par curiosité.',
        ],
      },
      {
        heading: 'Ce que vous gardez pour vous',
        paragraphs: [
          'Ce que vous apprenez d’un dossier, d’une partie ou d’une médiation est confidentiel. Vous ne le transmettez qu’aux personnes de l’Office qui en ont besoin pour leur travail, et jamais à l’autre partie.',
          'Un code, un lien ou un renseignement sur un compte n’est donné qu’à la personne à qui il appartient, une fois que vous vous êtes assuré de son identité.',
        ],
      },
      {
        heading: 'Votre place',
        paragraphs: [
          'Vous ne conseillez aucune partie et n’intervenez pas dans ce qu’elles négocient.',
          'Si un dossier touche une personne proche de vous, ou une entreprise dans laquelle vous avez un intérêt, vous le dites à l’Office et laissez une ou un collègue agir.',
        ],
      },
      {
        heading: 'Votre compte',
        paragraphs: [
          'Votre compte est personnel : vous gardez votre mot de passe et votre deuxième étape de connexion pour vous. Ce que vous faites ici est inscrit à votre nom dans un registre.',
        ],
      },
      {
        heading: 'Votre engagement',
        paragraphs: [
          'Vous vous engagez à respecter cette confidentialité tant que vous agissez pour l’Office, et après l’avoir quitté.',
        ],
      },
    ],
  },
  en: {
    title: 'Confidentiality undertaking of the Office’s people',
    intro: 'The parties speak freely because the Office follows their file without reading it.',
    sections: [
      {
        heading: 'What you open',
        paragraphs: [
          'You see how a file proceeds, not what it contains. You open the content of a file only if your work requires it, after writing down the reason; the parties see it.',
          'You do not look for a file, a person or a company out of curiosity.',
        ],
      },
      {
        heading: 'What you keep to yourself',
        paragraphs: [
          'What you learn of a file, a party or a mediation is confidential. You pass it on only to the people of the Office who need it for their work, and never to the other party.',
          'A code, a link or information about an account is given only to the person it belongs to, once you have made sure of who they are.',
        ],
      },
      {
        heading: 'Your place',
        paragraphs: [
          'You advise no party and do not intervene in what they negotiate.',
          'If a file concerns a person close to you, or a company in which you have an interest, you say so to the Office and let a colleague act.',
        ],
      },
      {
        heading: 'Your account',
        paragraphs: [
          'Your account is personal: you keep your password and your second sign-in step to yourself. What you do here is recorded under your name.',
        ],
      },
      {
        heading: 'Your undertaking',
        paragraphs: [
          'You undertake to respect this confidentiality as long as you act for the Office, and after you have left it.',
        ],
      },
    ],
  },
};
