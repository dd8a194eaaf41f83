import type { TermsText } from './types.ts';

/** Terms of use in force from November 1, 2026 (F-001, F-005, F-018, F-055). */
export const terms20261101: Record<'fr' | 'en', TermsText> = {
  fr: {
    title: 'Conditions d’utilisation',
    intro:
      'Parle consommation est offert gratuitement par l’Office pour aider une personne et un commerçant à régler un différend de consommation.',
    sections: [
      {
        heading: 'À quoi sert le service',
        paragraphs: [
          'Le service permet de négocier directement, puis, au besoin, de demander l’aide d’une médiatrice ou d’un médiateur. La participation est volontaire : chaque partie peut y mettre fin à tout moment en donnant la raison.',
          'Personne n’y rend de décision. L’Office assure le suivi, mais ne conseille aucune partie et n’intervient pas dans le contenu d’un dossier.',
        ],
      },
      {
        heading: 'Ce que vous vous engagez à faire',
        paragraphs: [
          'Vous donnez des renseignements exacts, vous agissez de bonne foi et vous répondez dans un délai raisonnable.',
          'Vous restez courtois. Vous n’envoyez rien de menaçant, de haineux ou d’illégal, ni aucun fichier nuisible.',
          'Votre compte est personnel : vous gardez votre mot de passe pour vous.',
        ],
      },
      {
        heading: 'Les propositions et l’entente',
        paragraphs: [
          'Une proposition peut être modifiée tant que l’autre partie n’y a pas répondu. Accepter la proposition de l’autre partie conclut une entente, qui lie les deux parties.',
          'L’entente est enregistrée avant d’être exécutée. Le dossier se ferme alors, et la messagerie reste ouverte 90 jours pour en régler l’exécution.',
        ],
      },
      {
        heading: 'Vos droits et les délais',
        paragraphs: [
          'Utiliser le service ne vous fait renoncer à aucun droit. Les délais pour s’adresser à un tribunal continuent de courir pendant la négociation et la médiation, sauf si les parties conviennent par écrit de les suspendre.',
        ],
      },
      {
        heading: 'Vos renseignements',
        paragraphs: [
          'Vos renseignements servent au traitement du dossier. L’autre partie voit ce que vous y déposez. Un dossier fermé reste lisible un an, puis son contenu est effacé.',
        ],
      },
    ],
  },
  en: {
    title: 'Terms of use',
    intro:
      'Parle consommation is offered free of charge by the Office to help a person and a merchant settle a consumer dispute.',
    sections: [
      {
        heading: 'What the service is for',
        paragraphs: [
          'The service lets you negotiate directly and then, if needed, ask for the help of a mediator. Taking part is voluntary: each party may end it at any time by giving the reason.',
          'Nobody makes a decision here. The Office follows up, but advises no party and does not intervene in the content of a file.',
        ],
      },
      {
        heading: 'What you commit to',
        paragraphs: [
          'You give accurate information, act in good faith and answer within a reasonable time.',
          'You remain courteous. You send nothing threatening, hateful or illegal, and no harmful file.',
          'Your account is personal: you keep your password to yourself.',
        ],
      },
      {
        heading: 'Proposals and the agreement',
        paragraphs: [
          'A proposal may be edited until the other party has answered it. Accepting the other party’s proposal concludes an agreement, which binds both parties.',
          'The agreement is recorded before it is performed. The file then closes, and messages stay open for 90 days to settle its performance.',
        ],
      },
      {
        heading: 'Your rights and time limits',
        paragraphs: [
          'Using the service does not make you give up any right. Time limits for going to court keep running during negotiation and mediation, unless the parties agree in writing to suspend them.',
        ],
      },
      {
        heading: 'Your information',
        paragraphs: [
          'Your information is used to handle the file. The other party sees what you put in it. A closed file can be read for one year, and then its content is erased.',
        ],
      },
    ],
  },
};
