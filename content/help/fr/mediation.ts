import type { HelpText } from '../types.ts';

/** F-110: for each of the three. */
export const mediation: HelpText = {
  title: 'La médiation',
  lead: 'Une personne neutre aide les parties à trouver une solution qui convient aux deux. Elle ne tranche pas le différend, n’impose rien et ne fait pas exécuter l’entente.',
  sections: [
    {
      id: 'demander',
      heading: 'Quand la demander',
      blocks: [
        'Une seule de ces conditions suffit :',
        {
          list: [
            'chaque partie a fait au moins une proposition dans le « Tableau des propositions »;',
            'le commerçant a pris le dossier en charge il y a au moins {{mediationWait}} jours.',
          ],
        },
        'Chaque partie peut la demander; l’accord de l’autre n’est pas nécessaire. La négociation continue jusqu’à ce que l’Office désigne une médiatrice ou un médiateur. C’est gratuit.',
      ],
    },
    {
      id: 'deroulement',
      heading: 'Comment elle se passe',
      blocks: [
        {
          list: [
            'Un espace de discussion réunit les trois personnes, sous le « Tableau des propositions ».',
            'Chaque partie peut aussi écrire en privé à la médiatrice ou au médiateur dans le centre de messagerie. L’autre partie ne lit pas ces messages.',
            'Seule la médiatrice ou le médiateur fait des propositions. Il n’y a pas de bouton pour les rejeter : dites ce qui ne convient pas dans l’espace de discussion, et une nouvelle proposition peut venir.',
            'Une entente demande que les deux parties acceptent la même proposition. L’acceptation de l’une n’est pas montrée à l’autre avant cela.',
          ],
        },
        'Sauf exception, une médiation ne devrait pas dépasser {{mediationTarget}} jours.',
      ],
    },
    {
      id: 'consommateurs',
      heading: 'Pour la consommatrice ou le consommateur',
      blocks: [
        {
          list: [
            'Dites ce qui compte le plus pour vous, et ce que vous pourriez accepter.',
            'Ajoutez les documents qui manquent : la médiatrice ou le médiateur lit le problème, les documents et les propositions.',
            'Vos messages avec le commerçant pendant la négociation ne lui sont pas montrés : racontez-en l’essentiel.',
            'Vous pouvez accepter une proposition, continuer à discuter, ou vous retirer.',
          ],
        },
      ],
    },
    {
      id: 'commercants',
      heading: 'Pour le commerçant',
      blocks: [
        {
          list: [
            'Informez la médiatrice ou le médiateur de tout échange qui aide à comprendre où en est le dossier : les messages de la négociation ne lui sont pas montrés.',
            'Répondez rapidement, et prévenez si vous attendez une vérification ou le fabricant.',
            'Dites en privé ce que vous pourriez offrir : ce qui est confié en privé n’est pas transmis sans votre accord.',
            'Vous pouvez accepter une proposition, continuer à discuter, ou vous retirer.',
          ],
        },
      ],
    },
    {
      id: 'mediatrices-et-mediateurs',
      heading: 'Pour la médiatrice ou le médiateur',
      blocks: [
        {
          steps: [
            'Lisez la description du problème, les documents et les propositions.',
            'Présentez-vous dans l’espace de discussion et posez vos premières questions.',
            'Quand un projet d’entente se dessine, faites une proposition : cochez la solution, remplissez ses champs, ajoutez les précisions, puis prévisualisez l’entente. Vous pourrez la modifier.',
            'Relancez une partie qui tarde. Si elle ne répond toujours pas, demandez à l’Office de la joindre, plutôt que de fermer le dossier aussitôt.',
            'Si le temps manque, faites le point avec l’Office : une entente est proche, vous attendez une partie, un imprévu est survenu.',
            'Avant de fermer sans entente, annoncez-le aux parties : la page de fermeture commence par cette annonce, qui paraît dans l’espace de discussion. La justification est lue par tous; le résumé de la nature du problème paraît sur l’attestation.',
          ],
        },
        'En conflit d’intérêts, ou si vous ne pouvez plus mener la médiation, retirez-vous : l’Office lit votre raison et désigne une autre personne. Vous choisissez si les parties la lisent.',
        'Si vous prévoyez une absence de plus d’une semaine, prévenez l’Office, si possible deux semaines à l’avance.',
      ],
    },
    {
      id: 'confidentialite',
      heading: 'Ce qui reste confidentiel',
      blocks: [
        'Ce qui s’écrit ou se dit en négociation et en médiation ne peut pas servir de preuve, sauf si les parties en conviennent. La médiatrice ou le médiateur ne peut pas être appelé à témoigner.',
        {
          links: [
            { label: 'Engagement de confidentialité', to: { page: 'confidentiality' } },
            { label: 'Qui voit quoi', to: { page: 'whoSeesWhat' } },
          ],
        },
      ],
    },
    {
      id: 'fin',
      heading: 'Comment elle finit',
      blocks: [
        'Avec une entente : elle est déposée dans les documents, le dossier se ferme, et les parties peuvent s’écrire encore {{messages}} jours.',
        'Sans entente : une attestation que les parties ont eu recours à la médiation est déposée dans les documents. Elle peut être utile devant le tribunal.',
        { links: [{ label: 'Les autres recours', to: { theme: 'remedies' } }] },
      ],
    },
  ],
};
