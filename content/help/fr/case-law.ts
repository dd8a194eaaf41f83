import type { HelpText } from '../types.ts';

/** F-147: the two tools, by name. */
export const caseLaw: HelpText = {
  title: 'Voir ce que les tribunaux ont décidé',
  lead: 'Deux outils gratuits, tirés du travail de la Société québécoise d’information juridique (SOQUIJ), montrent des jugements rendus dans des situations semblables à la vôtre.',
  sections: [
    {
      id: 'garanties',
      heading: 'Exemples de jugements concernant les garanties légales',
      blocks: [
        'Des résumés préparés par SOQUIJ et publiés par l’Office de la protection du consommateur, classés par catégories de biens : le problème, l’âge du bien, son prix, ce que le tribunal a décidé. Ils aident à estimer la durée raisonnable d’un bien et les sommes accordées.',
        {
          links: [
            {
              label: 'Exemples de jugements concernant les garanties légales',
              to: { url: 'https://www.opc.gouv.qc.ca/', language: 'fr' },
              note: 'Sur le site de l’Office, sous ce titre, à la section « Garanties » : le lien mène à l’accueil du site.',
            },
          ],
        },
      ],
    },
    {
      id: 'recherche',
      heading: 'Recherche de décisions, de SOQUIJ',
      blocks: [
        'Le texte complet des décisions des tribunaux du Québec, dont la Division des petites créances. Cherchez avec quelques mots simples : le bien, le défaut, « petites créances ».',
        {
          links: [
            {
              label: 'Recherche de décisions',
              to: { url: 'https://citoyens.soquij.qc.ca/', language: 'fr' },
              note: 'Dans les services aux citoyens de SOQUIJ.',
            },
          ],
        },
      ],
    },
    {
      id: 'lire',
      heading: 'Comment s’en servir',
      blocks: [
        {
          list: [
            'Comparez ce qui compte : le bien, son prix, son âge, l’usage, ce que le commerçant a fait.',
            'Chaque situation est différente : un jugement montre ce qui est plausible, non ce qui vous arrivera.',
            'Citez-le avec mesure : il sert à chercher un montant raisonnable, pas à avoir raison.',
          ],
        },
      ],
    },
  ],
};
