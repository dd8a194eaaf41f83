import type { MailText } from '../types.ts';

/** « Trousse d'information » (F-140, F-004). General information; it never says what to choose (F-005). */
export const informationKit: MailText = {
  subject: 'Dossier {{number}} : vos autres recours',
  body: [
    'Le dossier {{number}} concernant {{merchantName}} est fermé sans qu’une entente y ait été conclue. Vous restez libre d’utiliser un autre recours. Voici de l’information générale pour vous aider à choisir.',
    'L’Office est neutre : il ne peut pas vous dire quoi faire ni évaluer vos chances.',
  ],
  sections: [
    {
      title: '1. Surveiller les délais',
      body: [
        'On a en général trois ans, à partir du moment où le droit d’agir est né, pour s’adresser à un tribunal dans une affaire comme un achat. C’est la prescription. Certains délais sont plus courts, et il arrive que la loi exige de prévenir rapidement le commerçant.',
        'Avoir négocié ici n’a pas arrêté ce délai, sauf si les deux parties ont signé un écrit qui le suspend, pour six mois au plus.',
      ],
    },
    {
      title: '2. Envoyer une mise en demeure',
      body: [
        'C’est une lettre qui demande une dernière fois au commerçant de régler le problème. Elle est souvent nécessaire avant de s’adresser à un tribunal.',
        'Indiquez la date, les faits, ce que vous demandez et un délai raisonnable pour répondre, par exemple dix jours. Dites qu’à défaut, vous pourriez faire une demande au tribunal.',
        'Envoyez-la de façon à pouvoir prouver sa réception, par exemple par courrier recommandé, et gardez-en une copie.',
      ],
    },
    {
      title: '3. S’adresser à la Division des petites créances',
      body: [
        'Cette division de la Cour du Québec entend les demandes qui ne dépassent pas 15 000 $. On s’y présente en général sans avocat. Vérifiez le montant en vigueur et les frais avant de déposer votre demande.',
        'Une médiation peut y être offerte ou exigée, sans frais.',
        'Si vous avez eu recours à la médiation ici, joignez l’attestation d’absence d’entente : la loi prévoit qu’une demande accompagnée d’une telle attestation est entendue en priorité.',
      ],
    },
    {
      title: '4. Ce qui a été dit ici reste confidentiel',
      body: [
        'Ce que les parties ont écrit ou dit pendant la négociation et la médiation ne peut pas servir de preuve, sauf si elles en conviennent. Vos propres documents, comme votre facture, votre contrat et vos photos, vous appartiennent : vous pouvez les utiliser.',
      ],
    },
    {
      title: '5. D’autres pistes',
      body: [
        'Si vous avez payé par carte de crédit un achat fait à distance, l’émetteur de la carte doit dans certains cas vous rembourser. Renseignez-vous vite : des délais s’appliquent.',
        'Pour certains commerces, comme les agences de voyages, un fonds d’indemnisation ou un cautionnement existe.',
        'Pour de l’information juridique gratuite, adressez-vous à un centre de justice de proximité. Pour un avis sur votre situation, consultez une avocate, un avocat ou une ou un notaire.',
      ],
    },
  ],
  links: [
    { label: 'Lire la page « Les autres recours »', help: 'remedies' },
    { label: 'Voir ce que les tribunaux ont décidé', help: 'caseLaw' },
  ],
  button: 'Voir mon dossier',
  after: [
    'Votre dossier reste lisible jusqu’au {{readableUntil|day}}. Téléchargez d’ici là le résumé et les documents que vous voulez conserver.',
    'Cette information est générale et n’est pas un avis juridique.',
  ],
};
