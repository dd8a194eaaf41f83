import type { HelpText } from '../types.ts';

/** F-001, F-100. */
export const process: HelpText = {
  title: 'Comment cela se passe, étape par étape',
  lead: 'Parle consommation est un lieu neutre, privé et sécurisé où une personne et un commerçant cherchent ensemble une solution à leur différend. C’est gratuit pour les deux parties.',
  sections: [
    {
      id: 'en-bref',
      heading: 'En bref',
      blocks: [
        {
          steps: [
            'La consommatrice ou le consommateur crée un dossier : le problème, la solution souhaitée, les documents.',
            'Le commerçant prend le dossier en charge, puis accepte la proposition ou en fait une autre. Chaque partie répond à son tour.',
            'Au besoin, une médiatrice ou un médiateur aide les parties. Personne ne décide à leur place.',
            'Les parties s’entendent, et l’entente est écrite. Sinon, le dossier se ferme sans entente et chacun garde ses autres recours.',
          ],
        },
        'L’Office fait avancer les dossiers, mais il reste neutre : il ne conseille personne et ne se mêle pas des discussions.',
      ],
    },
    {
      id: 'creer',
      heading: '1. Créer le dossier',
      blocks: [
        'Après avoir ouvert votre compte et rempli votre profil, vous créez le dossier avec le numéro de référence et le code d’accès que l’Office vous a envoyés.',
        {
          list: [
            'Confirmez vos coordonnées et celles du commerçant.',
            'Décrivez le problème : le bien ou le service, le contrat, ce que vous avez déjà tenté.',
            'Proposez une solution. Ce que vous écrivez dans les précisions paraît mot pour mot dans l’entente.',
            'Joignez vos documents, numérisés ou photographiés. Vérifiez qu’ils se lisent bien.',
            'Relisez tout, puis transmettez le dossier au commerçant.',
          ],
        },
        'Vous avez {{draft}} jours pour transmettre votre dossier. Tant qu’il n’est pas transmis, le commerçant n’en voit rien.',
        { links: [{ label: 'Choisir une solution', to: { theme: 'solutions' } }] },
      ],
    },
    {
      id: 'negocier',
      heading: '2. Négocier',
      blocks: [
        'Une personne du commerce prend le dossier en charge. Elle peut accepter votre proposition ou faire une contre-proposition; vous pouvez alors faire de même. Chaque proposition montre d’avance l’entente qu’elle donnerait.',
        {
          list: [
            'Une proposition peut être modifiée par son auteur tant que l’autre partie n’y a pas répondu.',
            'Aucun délai de réponse n’est fixé : on attend de chacun une réponse dans un délai raisonnable. Des rappels sont envoyés.',
            'Le centre de messagerie sert à poser une question, à donner des nouvelles ou à relancer l’autre partie.',
            'Chaque partie peut fermer le dossier à tout moment. Elle donne une raison et une justification, que l’autre partie peut lire.',
          ],
        },
        { links: [{ label: 'Des outils pour bien négocier', to: { theme: 'negotiation' } }] },
      ],
    },
    {
      id: 'mediation',
      heading: '3. Au besoin, la médiation',
      blocks: [
        'Une partie peut demander la médiation quand chacune a fait au moins une proposition, ou {{mediationWait}} jours après la prise en charge du dossier par le commerçant. L’accord de l’autre partie n’est pas demandé.',
        { links: [{ label: 'Comment se passe la médiation', to: { theme: 'mediation' } }] },
      ],
    },
    {
      id: 'entente',
      heading: '4. L’entente',
      blocks: [
        'Accepter la proposition de l’autre partie conclut l’entente. Elle est déposée dans les documents du dossier, et le dossier se ferme de lui-même.',
        'L’entente s’enregistre avant d’être réalisée. N’attendez donc pas d’avoir reçu le remboursement ou la réparation pour accepter : l’acceptation écrit ce qui est promis, la réalisation vient ensuite.',
        'Pendant {{messages}} jours, les deux parties peuvent encore s’écrire pour convenir de la façon de réaliser l’entente.',
      ],
    },
    {
      id: 'sans-entente',
      heading: 'Si aucune entente n’est possible',
      blocks: [
        'Le dossier se ferme sans entente. La consommatrice ou le consommateur reçoit par courriel une trousse d’information, et reste libre d’envoyer une mise en demeure ou de s’adresser au tribunal.',
        { links: [{ label: 'Les autres recours', to: { theme: 'remedies' } }] },
      ],
    },
    {
      id: 'apres',
      heading: 'Après la fermeture',
      blocks: [
        'Un dossier fermé se lit encore pendant {{retention}}, puis son contenu est effacé. D’ici là, téléchargez le résumé et les documents que vous voulez conserver.',
      ],
    },
  ],
};
