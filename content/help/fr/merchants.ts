import type { HelpText } from '../types.ts';

/** F-088, F-145. */
export const merchants: HelpText = {
  title: 'Conseils aux commerçants',
  lead: 'Ce qui aide un dossier à se régler vite et bien, du premier courriel à l’entente.',
  sections: [
    {
      id: 'prise-en-charge',
      heading: 'Prendre le dossier en charge sans tarder',
      blocks: [
        'La répondante ou le répondant reçoit un courriel pour chaque nouveau dossier et décide qui s’en occupe. Une seule personne agit dans un dossier; si une autre le prend en charge, elle remplace la première.',
        'Avant la prise en charge, toute l’équipe peut lire le problème, les documents et la proposition. Refuser de négocier est possible, mais peu encouragé : le dossier se ferme, et la personne garde ses autres recours.',
      ],
    },
    {
      id: 'premier-message',
      heading: 'Se présenter',
      blocks: [
        'Écrivez un premier message dans le centre de messagerie dès la prise en charge.',
        {
          list: [
            'Dites votre prénom et votre rôle.',
            'Montrez que vous avez lu : redites le problème en une phrase.',
            'Posez vos questions, ou dites ce que vous vérifiez et d’ici quand.',
          ],
        },
      ],
    },
    {
      id: 'suivre',
      heading: 'Suivre ses dossiers',
      blocks: [
        {
          list: [
            'Connectez-vous régulièrement, même sans nouveau courriel.',
            'Lisez sans tarder les courriels automatisés de la plateforme et les messages de l’Office, et répondez-y. Vérifiez qu’ils n’aboutissent pas dans les indésirables.',
            'Si vous avez besoin de temps, dites-le dans le centre de messagerie, avec une date.',
          ],
        },
      ],
    },
    {
      id: 'repondre',
      heading: 'Répondre',
      blocks: [
        {
          list: [
            'Écrivez simplement. Évitez les sigles et les codes internes.',
            'Si la proposition ne convient pas, faites une contre-proposition : un refus seul ne fait rien avancer.',
            'Expliquez un montant. Joignez ce qui l’appuie.',
            'Inscrivez toute solution convenue ailleurs dans le « Tableau des propositions », pour que la personne puisse l’accepter.',
            'N’attendez pas d’avoir réparé ou remboursé pour que l’entente soit acceptée : elle s’écrit d’abord.',
          ],
        },
        {
          links: [
            { label: 'Des outils pour bien négocier', to: { theme: 'negotiation' } },
            { label: 'Les solutions possibles', to: { theme: 'solutions' } },
          ],
        },
      ],
    },
    {
      id: 'mediation',
      heading: 'En médiation',
      blocks: [
        'La médiatrice ou le médiateur lit les propositions, mais pas vos messages avec la partie consommatrice. Informez-le de ce qui s’y est dit d’utile.',
        { links: [{ label: 'La médiation, pour le commerçant', to: { theme: 'mediation', section: 'commercants' } }] },
      ],
    },
    {
      id: 'acces',
      heading: 'Les comptes de votre équipe',
      blocks: [
        'La répondante ou le répondant demande à l’Office, sous « Mon équipe », de créer ou de retirer les accès, et le prévient de tout changement. Le départ d’une personne se signale aussitôt.',
        {
          links: [
            { label: 'Inscrire une autre entreprise', to: { form: 'participation' } },
            { label: 'Joindre l’Office', to: { theme: 'contact' } },
            { label: 'Qui voit quoi dans un dossier', to: { page: 'whoSeesWhat' } },
          ],
        },
      ],
    },
  ],
};
