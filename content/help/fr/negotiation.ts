import type { HelpText } from '../types.ts';

/** « Outils d’aide à la négociation » (F-066, F-096). */
export const negotiation: HelpText = {
  title: 'Outils d’aide à la négociation',
  lead: 'Écouter, demander, offrir, tenir compte du temps, écrire ce dont on convient. Ces outils servent aux deux parties.',
  sections: [
    {
      id: 'preparer',
      heading: 'Se préparer',
      blocks: [
        {
          list: [
            'Distinguez ce que vous voulez de la raison pour laquelle vous le voulez : la raison ouvre souvent d’autres solutions.',
            'Réunissez les faits : dates, montants, documents.',
            'Décidez d’avance ce que vous pourriez accepter de moins, et ce que vous ferez sans entente.',
          ],
        },
      ],
    },
    {
      id: 'ecouter',
      heading: 'Écouter',
      blocks: [
        {
          list: [
            'Lisez la réponse jusqu’au bout avant d’écrire la vôtre.',
            'Redites en vos mots ce que l’autre partie explique, et demandez si c’est bien cela.',
            'Reconnaissez ce qui est juste, même si vous n’êtes pas d’accord sur la suite.',
          ],
        },
      ],
    },
    {
      id: 'demander',
      heading: 'Demander',
      blocks: [
        {
          list: [
            'Posez des questions ouvertes : « Qu’est-ce qui vous empêche de réparer avant le 15? », « Comment avez-vous calculé ce montant? »',
            'Demandez une chose à la fois, et dites pourquoi vous la demandez.',
            'Ramenez l’échange au problème et aux solutions, non aux personnes.',
          ],
        },
      ],
    },
    {
      id: 'offrir',
      heading: 'Offrir',
      blocks: [
        {
          list: [
            'Faites une offre précise : quoi, combien, d’ici quand.',
            'Répondez à ce que l’autre propose plutôt que de répéter votre demande : une contre-proposition fait avancer le dossier.',
            'Cherchez ce qui coûte peu à l’une et vaut beaucoup à l’autre : une date plus proche, un transport, une garantie prolongée.',
            'Appuyez un montant sur quelque chose que chacun peut vérifier : une soumission, un prix affiché, un jugement semblable.',
          ],
        },
        {
          links: [
            { label: 'Les solutions possibles', to: { theme: 'solutions' } },
            { label: 'Des exemples de jugements', to: { theme: 'caseLaw' } },
          ],
        },
      ],
    },
    {
      id: 'temps',
      heading: 'Le temps et les délais',
      blocks: [
        'Aucun délai de réponse n’est imposé. On attend de chaque partie une réponse dans un délai raisonnable, qui dépend de la situation : le commerçant doit parfois vérifier une commande ou joindre le fabricant.',
        {
          list: [
            'Si vous avez besoin de temps, dites-le dans le centre de messagerie, avec la date où vous répondrez.',
            'Si l’autre partie tarde, relancez-la dans le centre de messagerie. Une question simple suffit.',
            'Donnez une date à chaque engagement.',
            'Surveillez les délais de la loi : négocier ici n’arrête pas la prescription, à moins que les deux parties signent un écrit qui la suspend, pour six mois au plus.',
          ],
        },
      ],
    },
    {
      id: 'convenir',
      heading: 'Écrire ce dont vous convenez',
      blocks: [
        'Vous vous êtes entendus au téléphone, au magasin ou par message? Faites-en toujours une proposition dans le « Tableau des propositions ». Seule une proposition acceptée devient une entente, et chacun lit alors les mêmes mots.',
      ],
    },
    {
      id: 'impasse',
      heading: 'Si la discussion n’avance plus',
      blocks: [
        'Relisez la dernière proposition de chacun : l’écart est souvent plus petit qu’il ne paraît. Sinon, une médiatrice ou un médiateur peut aider.',
        { links: [{ label: 'Comment se passe la médiation', to: { theme: 'mediation' } }] },
      ],
    },
  ],
};
