import type fr from '../fr/visibility.ts';
import type { Shape } from '../shape.ts';

const visibility: Shape<typeof fr> = {
  title: 'Who sees what',
  lead: 'Who can read each thing in a file, who can write in it, and when. This page is drawn from the very rules that the platform applies.',
  contents: 'On this page',
  who: 'Who',
  never: 'Never have access to it: {{names}}.',
  nobody: 'Nobody has access to it at these moments: {{names}}.',
  notes: {
    title: 'Good to know',
    charge: 'Only one person acts for the merchant in a file: the one who took charge of it. The others read.',
    represented: 'While someone represents you, they alone act. You can read, and add documents.',
    office: 'The Office follows the dates and the steps of a file. It does not read your messages.',
    reading:
      'For a serious reason, such as a complaint or a court order, a person of the Office can read the summary and the documents of a file for {{minutes}} minutes. The parties receive an e-mail about it at once, and the history of the file keeps the reason.',
    acceptance: 'In mediation, the other party learns of your acceptance only once they have given theirs.',
  },
  readers: {
    consumer: 'Consumer',
    representedConsumer: 'Consumer who is represented',
    consumerRepresentative: 'Person who represents the consumer',
    respondent: 'The merchant’s respondent',
    handler: 'Person at the merchant’s in charge of the file',
    otherMerchantRepresentative: 'Other people at the merchant’s',
    assignedMediator: 'Person named for the mediation who has not yet declared having no conflict of interest',
    mediator: 'Mediator',
    officer: 'Office',
    readingOfficer: 'Person of the Office who has opened an exceptional access',
    stranger: 'Anyone else',
  },
  phases: {
    draft: 'Draft',
    expired: 'Expired draft',
    submitted: 'File submitted',
    negotiation: 'Negotiation',
    mediation: 'Mediation',
    afterAgreement: 'Agreement reached recently',
    agreement: 'Agreement reached longer ago',
    withoutAgreement: 'File closed without agreement',
    purged: 'Content erased',
  },
  recent: '“Recently”: during the {{days}} days when the parties can still write to each other.',
  rights: {
    read: 'Reads',
    metadata: 'Sees dates and numbers, without the content',
    none: 'Has no access',
  },
  things: {
    draft: {
      title: 'The draft of the file',
      text: 'What the consumer’s side prepares before submitting the file.',
      write: 'Reads and writes',
    },
    identities: {
      title: 'The names of the people',
      text: 'Who the parties are and who acts for them, the number of the file and the kind of problem.',
      write: 'Reads and writes',
    },
    contacts: {
      title: 'How to reach people',
      text: 'E-mail, telephone and address of the parties and of those who act for them. The Office uses them to reach a party, while the file is under way.',
      write: 'Reads and writes',
    },
    summary: {
      title: 'The summary of the file',
      text: 'The parties, their contact details and the description of the problem.',
      write: 'Reads and writes',
    },
    documents: {
      title: 'The documents',
      text: 'Invoices, contracts, photos and other exhibits of the file.',
      write: 'Reads and adds',
    },
    negotiationProposals: {
      title: 'The proposals of the negotiation',
      text: 'Each proposal of the parties, with its versions.',
      write: 'Reads, proposes and accepts',
    },
    negotiationMessages: {
      title: 'The messages between the parties',
      text: 'The conversation of the consumer’s side and the merchant, in the message centre.',
      write: 'Reads and writes',
    },
    sharedMessages: {
      title: 'The messages shown in mediation',
      text: 'Of the messages between the parties, those that one of them chooses to show the mediator.',
      write: 'Reads and chooses',
    },
    mediationRoom: {
      title: 'The mediation discussion space',
      text: 'The discussion of three: both parties and the mediator.',
      write: 'Reads and writes',
    },
    consumerCaucus: {
      title: 'The consumer’s private messages with the mediator',
      text: 'The conversation of the consumer’s side and the mediator.',
      write: 'Reads and writes',
    },
    merchantCaucus: {
      title: 'The merchant’s private messages with the mediator',
      text: 'The conversation of the person in charge of the file and the mediator.',
      write: 'Reads and writes',
    },
    mediatorProposals: {
      title: 'The mediator’s proposals',
      text: 'In mediation, the mediator proposes, and the parties accept or go on discussing.',
      write: 'Reads and acts',
    },
    consumerAcceptance: {
      title: 'The consumer’s acceptance, in mediation',
      text: 'The fact that they accepted a proposal of the mediator.',
      write: 'Knows and decides',
    },
    merchantAcceptance: {
      title: 'The merchant’s acceptance, in mediation',
      text: 'The fact that they accepted a proposal of the mediator.',
      write: 'Knows and decides',
    },
    closing: {
      title: 'The reason for closing',
      text: 'Who closed the file, the reason chosen and the justification.',
      write: 'Reads and writes',
    },
    agreement: {
      title: 'The agreement',
      text: 'The document that describes what the parties agreed on.',
      write: 'Reads and writes',
    },
    attestation: {
      title: 'The attestation that mediation reached no agreement',
      text: 'The document that says that the parties used mediation.',
      write: 'Reads and writes',
    },
  },
};

export default visibility;
