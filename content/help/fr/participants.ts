import type { HelpText } from '../types.ts';

/** F-050. */
export const participants: HelpText = {
  title: 'Qui peut participer, et comment se préparer',
  lead: 'Il faut un différend de consommation, un commerçant qui participe et les codes de l’Office. Se préparer un peu augmente les chances de s’entendre.',
  sections: [
    {
      id: 'qui',
      heading: 'Quels différends',
      blocks: [
        {
          list: [
            'Vous avez acheté ou loué un bien ou un service auprès d’un commerçant, pour votre usage et non pour une entreprise.',
            'Le commerçant participe à Parle consommation : la participation est volontaire.',
            'Le problème est de nature civile, par exemple un bien défectueux, une livraison en retard ou un remboursement refusé.',
          ],
        },
        'Ne conviennent pas : une vente entre particuliers, une plainte qui demande seulement de punir le commerçant, un différend déjà jugé ou déjà devant un tribunal.',
        { links: [{ label: 'Vous êtes commerçant : le formulaire de participation', to: { form: 'participation' } }] },
      ],
    },
    {
      id: 'commercant-d-abord',
      heading: 'Parler d’abord au commerçant',
      blocks: [
        'Expliquez-lui le problème avant de créer un dossier, et notez la date, la personne et la réponse. Un commerçant à qui vous n’avez jamais parlé du problème peut refuser de négocier et fermer le dossier.',
      ],
    },
    {
      id: 'codes',
      heading: 'Le numéro de référence et le code d’accès',
      blocks: [
        'L’Office vous les envoie par courriel après avoir vérifié que le commerçant participe. Ils ne servent qu’une fois, pour créer le dossier. Ils ne servent pas à s’inscrire.',
      ],
    },
    {
      id: 'documents',
      heading: 'Ce qu’il faut avoir sous la main',
      blocks: [
        {
          list: [
            'La facture, le contrat, le document de garantie.',
            'Les lettres et les courriels échangés avec le commerçant.',
            'Une évaluation ou une soumission écrite, s’il y en a une.',
            'Des photos nettes. Celles d’un téléphone conviennent, pour un document aussi.',
          ],
        },
      ],
    },
    {
      id: 'representation',
      heading: 'Se faire représenter',
      blocks: [
        'Si vous n’êtes pas à l’aise sur le Web, une personne de confiance peut agir pour vous : une parente, un ami, une proche aidante. Elle doit avoir au moins 18 ans et ne pas être avocate.',
        {
          list: [
            'Elle voit tout le dossier et devient la seule à pouvoir y agir : proposer, accepter, écrire, fermer.',
            'Vous pouvez encore le lire et y ajouter des documents.',
            'Vous pouvez la nommer ou la retirer à tout moment.',
          ],
        },
        'Elle reçoit une invitation par courriel, ouvre son propre compte, puis entre le numéro du dossier et sa clé de validation.',
      ],
    },
    {
      id: 'commerces',
      heading: 'Pour les commerçants',
      blocks: [
        'Une personne autorisée remplit le formulaire de participation, qui nomme une répondante ou un répondant et les personnes qui peuvent agir. L’Office ouvre ensuite les comptes.',
        {
          links: [
            { label: 'Conseils aux commerçants', to: { theme: 'merchants' } },
            { label: 'Qui voit quoi dans un dossier', to: { page: 'whoSeesWhat' } },
          ],
        },
      ],
    },
  ],
};
