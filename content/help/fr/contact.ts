import type { HelpText } from '../types.ts';

/** F-148. */
export const contact: HelpText = {
  title: 'Nous joindre',
  lead: 'L’Office répond aux questions sur le fonctionnement de Parle consommation et aide les personnes qui ont de la difficulté à l’utiliser.',
  sections: [
    {
      id: 'ecrire',
      heading: 'Écrire à l’Office',
      blocks: [
        { links: [{ label: 'Écrire à {{email}}', to: { mail: true } }] },
        'Donnez le numéro du dossier, s’il y en a un, et dites à quelle page vous êtes. N’envoyez ni mot de passe ni code d’accès.',
      ],
    },
    {
      id: 'limites',
      heading: 'Ce que l’Office peut faire',
      blocks: [
        {
          list: [
            'Il explique comment utiliser la plateforme et suit le déroulement des dossiers.',
            'Il relance une partie qui ne répond pas.',
            'Il ne peut pas conseiller une partie sur la façon de régler le différend, ni intervenir dans les discussions.',
          ],
        },
      ],
    },
    {
      id: 'accessibilite',
      heading: 'Une difficulté d’accès',
      blocks: [
        'Si une page vous est difficile à utiliser, dites-le-nous : nous vous aiderons à faire ce que vous vouliez faire.',
        { links: [{ label: 'Accessibilité', to: { page: 'accessibility' } }] },
      ],
    },
  ],
};
