import type { HelpText } from '../types.ts';

/** F-004: what remains possible, in general. */
export const remedies: HelpText = {
  title: 'Les autres recours',
  lead: 'Participer ici ne retire aucun recours. Si le différend n’est pas réglé, voici ce qui reste possible.',
  sections: [
    {
      id: 'delais',
      heading: 'D’abord, surveiller les délais',
      blocks: [
        'On a en général trois ans, à partir du moment où le droit d’agir est né, pour s’adresser à un tribunal dans une affaire comme un achat : c’est la prescription (Code civil, article 2925). Certains délais sont plus courts.',
        'Négocier ici n’arrête pas ce délai. Les parties peuvent le suspendre par un écrit qu’elles signent, pour six mois au plus (Code de procédure civile, article 7).',
      ],
    },
    {
      id: 'mise-en-demeure',
      heading: 'La mise en demeure',
      blocks: [
        'C’est une lettre qui demande une dernière fois au commerçant de régler le problème. Elle est souvent nécessaire avant de s’adresser à un tribunal.',
        {
          list: [
            'Écrivez la date, les faits, ce que vous demandez, et un délai raisonnable pour répondre, par exemple dix jours.',
            'Dites qu’à défaut, vous pourriez vous adresser au tribunal.',
            'Envoyez-la de façon à pouvoir prouver sa réception, par exemple par courrier recommandé, et gardez-en une copie.',
          ],
        },
        'N’y citez pas ce qui s’est écrit ici : les échanges sont confidentiels.',
      ],
    },
    {
      id: 'petites-creances',
      heading: 'La Division des petites créances',
      blocks: [
        'Cette division de la Cour du Québec entend les demandes qui ne dépassent pas 15 000 $, sans compter les intérêts (Code de procédure civile, article 536). On s’y présente en général sans avocate ni avocat. Des frais s’appliquent pour déposer une demande.',
        {
          list: [
            'Une médiation sans frais peut y être offerte, ou exigée.',
            'Si une médiation a eu lieu ici, joignez l’attestation d’absence d’entente : la loi prévoit qu’une demande accompagnée d’une telle attestation est entendue en priorité (Code de procédure civile, article 7).',
          ],
        },
      ],
    },
    {
      id: 'preuve',
      heading: 'Ce que vous pouvez montrer au tribunal',
      blocks: [
        'Vos propres documents : facture, contrat, photos, soumissions. Ce que les parties ont écrit ou dit pendant la négociation et la médiation ne peut pas servir de preuve, sauf si elles en conviennent.',
      ],
    },
    {
      id: 'autres',
      heading: 'D’autres pistes',
      blocks: [
        {
          list: [
            'Un achat à distance payé par carte de crédit : l’émetteur de la carte doit dans certains cas rembourser. Des délais s’appliquent.',
            'Pour certains commerces, comme les agences de voyages, un fonds d’indemnisation ou un cautionnement existe.',
            'De l’information juridique gratuite s’obtient dans un centre de justice de proximité. Pour un avis sur votre situation, consultez une avocate, un avocat ou une ou un notaire.',
          ],
        },
        { links: [{ label: 'Voir des exemples de jugements', to: { theme: 'caseLaw' } }] },
      ],
    },
  ],
};
