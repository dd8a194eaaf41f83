import type fr from '../fr/checks.ts';
import type { Shape } from '../shape.ts';

/** What is missing or wrong in the five steps and in a proposal; keys are codes of domain/problem and domain/agreement. */
const checks: Shape<typeof fr> = {
  parties: {
    confirmed: 'Confirm that these contact details are right.',
    merchantConfirmed: 'Confirm that this is the right merchant.',
    addressLine: 'Write the address (number and street).',
    city: 'Write the name of the city.',
    postalCode: 'Write the postal code.',
    postalCodeInvalid: 'Write a postal code such as H2X 1Y4.',
    phone: 'Write the telephone number.',
  },
  problem: {
    category: 'Choose the category of the goods or service.',
    item: 'Say in a few words what goods or service this is about.',
    nature: 'Tick at least one box under “Nature of the problem”.',
    natureOther: 'Specify the nature of the problem.',
    contractDate: 'Give the date of the purchase or contract.',
    contractDateFuture: 'The date of the purchase or contract cannot be in the future.',
    dateInvalid: 'This date does not exist, or can be read in two ways. Write it like this: 2026-03-12.',
    pricePaid: 'Give the price paid.',
    pricePaidInvalid: 'Write the price in dollars, such as 1,234.56.',
    pricePaidAmbiguous:
      'This price can be read in two ways. Write it with its cents: 12,345.00 for thousands, 12.35 for dollars and cents.',
    priorStepMeans: 'Choose the means used for this step.',
  },
  proposal: {
    remedies: {
      none: 'Tick at least one solution.',
      incompatible:
        'These solutions rarely go together: “{{remedy}}” and “{{other}}”. Keep both if they are about different goods.',
    },
    remedy: {
      unknown: 'This solution does not exist. Choose one from the list.',
      repeated: 'This solution is given twice. Keep only one.',
    },
    field: {
      unknown: 'This answer is not part of the chosen solution.',
      missing: 'Fill in “{{field}}”.',
      wrong_type: 'Check the answer to “{{field}}”.',
    },
    date: {
      invalid: 'This date does not exist, or can be read in two ways. Write it like this: 2026-03-12.',
      past: 'Choose a date to come.',
    },
    amount: {
      invalid: 'Write an amount in dollars above zero, such as 1,234.56.',
      ambiguous:
        'This amount can be read in two ways. Write it with its cents: 12,345.00 for thousands, 12.35 for dollars and cents.',
    },
    percent: {
      invalid: 'Write a percentage between 1 and 100.',
    },
    text: {
      too_long: 'This text is too long. Shorten it, or attach it as a document.',
    },
    choice: {
      unknown: 'Choose an answer from the list.',
    },
    document: {
      unknown: 'Choose one of the documents of the file.',
    },
    terms: {
      too_long: 'The terms are over 10,000 characters. Shorten them, or attach a document.',
    },
  },
  advice: {
    priorSteps:
      'You have described no step taken with the merchant. You are advised to contact it first: it may refuse to negotiate.',
    details: 'A few sentences on what happened help the merchant understand.',
    documents: 'An invoice, a contract or a photo supports your request.',
    terms: 'You can set out the time limits and conditions of your proposal.',
  },
  steps: {
    parties: 'Parties',
    problem: 'Description of the problem',
    proposal: 'Proposal',
    documents: 'Documents',
    review: 'Review and submission of the file',
  },
  stepStates: {
    todo: 'To do',
    started: 'Started',
    done: 'Done',
    optional: 'Optional',
    blocked: 'To do after the others',
  },
};

export default checks;
