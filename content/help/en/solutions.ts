import type { HelpText } from '../types.ts';

/** « Pistes de solution possibles » (F-146): LPC 271 and 272, requirements §9.4. */
export const solutions: HelpText = {
  title: 'Possible solutions',
  lead: 'What you can ask for or offer in a proposal, and what the law provides. Several solutions can go into one proposal.',
  sections: [
    {
      id: 'loi',
      heading: 'What the law provides',
      blocks: [
        'When a merchant or a manufacturer fails to fulfil an obligation imposed by the Consumer Protection Act, section 272 allows you to ask, as the case may be:',
        {
          list: [
            'that the obligation be performed, for instance that the goods promised be delivered;',
            'for leave to have it performed by someone else, at the merchant’s or the manufacturer’s expense;',
            'that your own obligation be reduced, for instance a lower price;',
            'that the contract be resiliated, which ends it for the future;',
            'that the contract be resolved, which undoes it from the start;',
            'that the contract be annulled.',
          ],
        },
        'Damages may be claimed in all cases. Section 271 allows you to ask for the nullity of a contract that does not meet a rule of formation or of form set by the Act.',
        'Here, nothing is imposed: a solution holds because both parties accept it. You may therefore agree on something other than what a court could order.',
      ],
    },
    {
      id: 'solutions',
      heading: 'Solution by solution',
      blocks: [
        {
          remedies: {
            livraison:
              'The merchant delivers the goods or provides the service agreed. Give the latest date and, if need be, the address.',
            reparation:
              'The goods are put back in working order. Give the latest date; say also who pays for transport and whether other goods are lent to you in the meantime.',
            echange:
              'The goods are replaced by identical or equivalent ones. Say which of the two, by when, and whether the old ones are taken back.',
            correction_service:
              'The merchant does the work again or corrects it. Describe what must be corrected, and by when.',
            tiers:
              'Someone else does the repair or the work, and the merchant pays up to the maximum amount agreed. A written quote helps to set this amount.',
            reduction:
              'You keep the goods or the service and pay less: an amount or a percentage. This is often useful when the problem lowers the value of the goods without making them useless.',
            remboursement_total:
              'The whole price is given back. Give the way of refunding and the latest date; say whether the goods are returned and who pays for that.',
            remboursement_partiel: 'Part of the price is given back, for instance for what was not provided.',
            resiliation: 'The contract ends on the chosen date. What was provided and paid before that date stands.',
            resolution:
              'The contract is undone from the start: each gives back to the other what was received. Describe what each gives back, and the date.',
            credit:
              'The merchant gives a credit, a gift card or a credit note. Say for how much, and whether it expires.',
            garantie:
              'The merchant extends a warranty or recognizes that it applies. Say for how long and what it covers.',
            reprise: 'The merchant picks up the goods or takes them back. Say when, and who pays for it.',
            dommages:
              'A sum that makes up for a loss caused by the problem. It has to be shown: give the amount, describe the loss and attach a supporting document.',
            rectification: 'The merchant corrects an invoice, a file or a record.',
            excuses: 'The merchant apologizes, or explains in writing what happened.',
            autre: 'Any other compensation that you describe.',
          },
        },
      ],
    },
    {
      id: 'dommages',
      heading: 'Damages',
      blocks: [
        'They make up for a loss caused by the problem, on top of another solution or instead of it. You must be able to show three things: the failure, the loss, and that one comes from the other.',
        {
          list: [
            'For instance: food lost in a freezer that broke down, the rental of an appliance until the repair, travel costs.',
            'Work out the amount from documents: receipts, invoices, quotes. A supporting document must come with the claim.',
            'Trouble and lost time may count, but their amount is harder to show. Examples of judgments give an idea of the sums granted.',
          ],
        },
        { links: [{ label: 'See examples of judgments', to: { theme: 'caseLaw' } }] },
      ],
    },
    {
      id: 'dommages-punitifs',
      heading: 'Punitive damages',
      blocks: [
        'They do not make up for a loss: they aim to discourage a conduct. Section 272 of the Consumer Protection Act allows you to claim them from a court, which decides on them and sets their amount. The Civil Code (article 1621) limits it to what is enough to prevent that conduct from happening again.',
        'They are therefore not among the solutions to tick in a proposal.',
      ],
    },
    {
      id: 'choisir',
      heading: 'How to choose',
      blocks: [
        {
          list: [
            'Ask yourself what would really settle the problem: goods that work, a sum, the end of the contract.',
            'Give an amount and a date. A promise without a date is hard to carry out.',
            'Some solutions hardly go together, such as an exchange and a full refund: the page points it out.',
          ],
        },
        { links: [{ label: 'Tools for negotiating well', to: { theme: 'negotiation' } }] },
      ],
    },
  ],
};
