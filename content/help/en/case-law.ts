import type { HelpText } from '../types.ts';

/** F-147: the two tools, by name. */
export const caseLaw: HelpText = {
  title: 'See what courts have decided',
  lead: 'Two free tools, drawn from the work of the Société québécoise d’information juridique (SOQUIJ), show judgments given in situations similar to yours.',
  sections: [
    {
      id: 'garanties',
      heading: 'Examples of judgments on legal warranties',
      blocks: [
        'Summaries prepared by SOQUIJ and published by the Office de la protection du consommateur, sorted by categories of goods: the problem, the age of the goods, their price, what the court decided. They help to estimate how long goods should last and the sums granted.',
        {
          links: [
            {
              label: 'Exemples de jugements concernant les garanties légales',
              to: { url: 'https://www.opc.gouv.qc.ca/', language: 'fr' },
              note: 'On the Office’s website, under this title, in the section “Garanties”: the link leads to the site’s home page. In French.',
            },
          ],
        },
      ],
    },
    {
      id: 'recherche',
      heading: 'SOQUIJ’s search for decisions',
      blocks: [
        'The full text of decisions of Québec’s courts, including the Small Claims Division. Search with a few simple words in French: the goods, the defect, « petites créances ».',
        {
          links: [
            {
              label: 'Recherche de décisions',
              to: { url: 'https://citoyens.soquij.qc.ca/', language: 'fr' },
              note: 'Among SOQUIJ’s services to citizens. In French.',
            },
          ],
        },
      ],
    },
    {
      id: 'lire',
      heading: 'How to use them',
      blocks: [
        {
          list: [
            'Compare what counts: the goods, their price, their age, how they were used, what the merchant did.',
            'Each situation is different: a judgment shows what is plausible, not what will happen to you.',
            'Quote it with measure: it serves to look for a reasonable amount, not to be right.',
          ],
        },
      ],
    },
  ],
};
