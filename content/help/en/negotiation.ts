import type { HelpText } from '../types.ts';

/** « Outils d’aide à la négociation » (F-066, F-096). */
export const negotiation: HelpText = {
  title: 'Tools to help you negotiate',
  lead: 'Listening, asking, offering, minding time, putting in writing what you agree on. These tools serve both parties.',
  sections: [
    {
      id: 'preparer',
      heading: 'Prepare',
      blocks: [
        {
          list: [
            'Tell what you want from the reason why you want it: the reason often opens other solutions.',
            'Gather the facts: dates, amounts, documents.',
            'Decide beforehand what less you could accept, and what you will do without an agreement.',
          ],
        },
      ],
    },
    {
      id: 'ecouter',
      heading: 'Listen',
      blocks: [
        {
          list: [
            'Read the answer to the end before you write yours.',
            'Say again in your words what the other party explains, and ask whether that is it.',
            'Grant what is right, even if you do not agree on what follows.',
          ],
        },
      ],
    },
    {
      id: 'demander',
      heading: 'Ask',
      blocks: [
        {
          list: [
            'Ask open questions: “What keeps you from repairing before the 15th?”, “How did you work out this amount?”',
            'Ask for one thing at a time, and say why you ask for it.',
            'Bring the exchange back to the problem and the solutions, not to the people.',
          ],
        },
      ],
    },
    {
      id: 'offrir',
      heading: 'Offer',
      blocks: [
        {
          list: [
            'Make a precise offer: what, how much, by when.',
            'Answer what the other proposes rather than repeat your request: a counter-proposal moves the file forward.',
            'Look for what costs one little and is worth much to the other: an earlier date, transport, a longer warranty.',
            'Rest an amount on something that each can check: a quote, a posted price, a similar judgment.',
          ],
        },
        {
          links: [
            { label: 'Possible solutions', to: { theme: 'solutions' } },
            { label: 'Examples of judgments', to: { theme: 'caseLaw' } },
          ],
        },
      ],
    },
    {
      id: 'temps',
      heading: 'Time and time limits',
      blocks: [
        'No time to answer is imposed. Each party is expected to answer within a reasonable time, which depends on the situation: the merchant must sometimes check an order or reach the manufacturer.',
        {
          list: [
            'If you need time, say so in the message centre, with the date on which you will answer.',
            'If the other party is slow, nudge them in the message centre. A simple question is enough.',
            'Give each commitment a date.',
            'Watch the time limits of the law: negotiating here does not stop prescription, unless both parties sign a document that suspends it, for six months at most.',
          ],
        },
      ],
    },
    {
      id: 'convenir',
      heading: 'Put in writing what you agree on',
      blocks: [
        'Did you agree by phone, at the store or by message? Always make it a proposal under “Proposals”. Only a proposal that is accepted becomes an agreement, and each then reads the same words.',
      ],
    },
    {
      id: 'impasse',
      heading: 'If the discussion is stuck',
      blocks: [
        'Read again the last proposal of each: the gap is often smaller than it seems. Otherwise, a mediator can help.',
        { links: [{ label: 'How mediation goes', to: { theme: 'mediation' } }] },
      ],
    },
  ],
};
