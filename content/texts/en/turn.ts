import type fr from '../fr/turn.ts';
import type { Shape } from '../shape.ts';

/** "Whose turn is it" (B-01); see the French file for `you`, `yourSide` and `them`. */
const turn: Shape<typeof fr> = {
  title: 'Whose turn is it',
  heading: {
    you: 'It is your turn.',
    yourSide: 'It is your side’s turn, and {{actor}} acts.',
    them: 'It is the turn of {{who}}.',
    both: 'It is both parties’ turn.',
    none: 'Nobody is expected to act.',
  },
  who: {
    consumer: 'the consumer',
    merchant: 'the merchant',
    mediator: 'the mediator',
    office: 'the Office',
  },
  what: {
    completeDraft: {
      you: 'Finish the steps of the file, then send it to the merchant.',
      yourSide: 'This person finishes the file and sends it to the merchant.',
      them: 'The file has not been sent to the merchant yet.',
    },
    takeChargeOrRefuse: {
      you: '{{other}} has sent you this file. Read the summary and the proposal, then take charge of the file or refuse to negotiate.',
      yourSide: 'Someone at your company must take charge of the file or refuse to negotiate.',
      them: '{{who}} has received the file and may take charge of it or refuse to negotiate.',
    },
    answerProposal: {
      you: '{{other}} has made a proposal. You can accept it or make a counter-proposal.',
      yourSide: '{{other}} has made a proposal. This person can accept it or make a counter-proposal.',
      them: '{{who}} can accept the proposal received or make a counter-proposal.',
    },
    waitAnswer: {
      you: 'No proposal is waiting for an answer. You can make one.',
      yourSide: 'No proposal is waiting for an answer. This person can make one.',
      them: 'The answer of {{who}} is expected.',
    },
    assignMediator: {
      you: 'Mediation has been requested. Assign a mediator.',
      yourSide: 'Mediation has been requested. The Office assigns a mediator; until then, the negotiation goes on.',
      them: 'Mediation has been requested. The Office assigns a mediator; until then, the negotiation goes on.',
    },
    assignNextMediator: {
      you: 'Nobody leads this mediation any more. Assign someone else.',
      yourSide:
        'The mediator has handed the file back. The Office assigns someone else; until then, the discussion space stays open to both parties.',
      them: 'The mediator has handed the file back. The Office assigns someone else; until then, the discussion space stays open to both parties.',
    },
    declareNoConflict: {
      you: 'Before you read the file, say whether you have a conflict of interest.',
      yourSide:
        'The Office has assigned someone to mediate. That person must first declare having no conflict of interest; until then nothing of the file opens to them.',
      them: 'The Office has assigned someone to mediate. That person must first declare having no conflict of interest; until then nothing of the file opens to them.',
    },
    discussInMediation: {
      you: 'Introduce yourself in the discussion space and ask your questions. When a solution takes shape, make a proposal.',
      yourSide: 'The discussion takes place in the mediation discussion space. The mediator will make a proposal.',
      them: 'The discussion takes place in the mediation discussion space. The mediator will make a proposal.',
    },
    answerMediatorProposal: {
      you: 'The mediator has made a proposal. You can accept it, or say in the discussion space what does not suit you.',
      yourSide: 'The mediator has made a proposal. This person can accept it or discuss it.',
      them: 'A proposal made in mediation is before both parties. There is an agreement when they accept the same version.',
    },
    acceptOther: {
      you: 'The mediator’s proposal is waiting for your answer. You can accept it or discuss it.',
      yourSide: 'The mediator’s proposal is waiting for an answer from your side.',
      them: 'The mediator’s proposal is still waiting for an answer.',
    },
    reviseProposal: {
      you: 'Your proposal does not suit one party. Find out why with that party, then change your proposal. The other party knows nothing of it.',
      yourSide:
        'Your side has said that the proposal does not suit it. The mediator is looking for another. The other party knows nothing of it.',
      them: 'You have said that the proposal does not suit you. The mediator is looking for another. The other party knows nothing of it. You can still accept.',
    },
    reviseForBoth: {
      you: 'Your proposal suits neither party. Find out why with each of them, then change your proposal. Neither knows what the other answered.',
    },
    closeAfterWithdrawal: {
      you: 'A party is withdrawing from mediation. Announce the closing of the file to the parties, then close it.',
      yourSide: 'A party is withdrawing from mediation. The mediator closes the file.',
      them: 'A party is withdrawing from mediation. The mediator closes the file.',
    },
    closeAsAnnounced: {
      you: 'You have announced the closing of the file to the parties. You can close it.',
      yourSide: 'The mediator can now close the file. Until then, the discussion stays open.',
      them: 'The mediator can now close the file. Until then, the discussion stays open.',
    },
    performAgreement: {
      you: 'An agreement has been reached. Each party does what it promised; messages serve to settle the details.',
      yourSide:
        'An agreement has been reached. Each party does what it promised; messages serve to settle the details.',
      them: 'An agreement has been reached. Each party does what it promised.',
    },
    nothing: {
      you: 'There is nothing to do in this file.',
      yourSide: 'There is nothing to do in this file.',
      them: 'There is nothing to do in this file.',
    },
  },
  by: {
    expires: 'If it is not sent by {{date}}, the draft expires.',
    reminder: {
      you: 'If you have not answered by {{date}}, we will remind you.',
      them: 'Without an answer by {{date}}, we will send a reminder.',
      mediator: 'If you have done nothing by {{date}}, we will remind you.',
    },
    officeAlert: {
      side: 'Without an answer by {{date}}, the Office will be told.',
      mediator: 'If nothing is done by {{date}}, the Office will be told.',
    },
    target: 'Mediation aims to end by {{date}}. If it is still going on then, the Office will be told.',
    closes: 'If nothing else is done, the file closes on {{date}}.',
    messagesClose: 'Messages stay open until {{date}}.',
    erased: 'The content of the file will be erased on {{date}}.',
  },
  noLimit: 'There is no fixed time limit: a reasonable time is expected.',
  since: 'Waiting since {{date}}.',
  closingAnnounced: 'The closing of the file without agreement was announced in the discussion space on {{date}}.',
  otherActions: 'Other actions',
  represented: 'Someone represents you: {{name}}. Only this person can act. You can read and add documents.',
  invited: 'You have invited {{name}} to represent you. You still act until this person has accepted.',
  nobodyInCharge: 'Nobody in your company is in charge of this file any more. Take charge of it to act.',
  heldByColleague: '{{name}} has taken charge of this file. You can read it, or take charge of it instead.',
  mediation: {
    title: 'When mediation can be requested',
    possible: 'You can request mediation now.',
    conditions: 'Mediation can be requested when one of these conditions is met:',
    proposals: 'each party has made at least one formal proposal',
    days: 'the merchant took charge of the file at least {{days}} days ago',
    met: 'met',
    notMet: 'not met yet',
    counts: 'consumer: {{consumer}}, merchant: {{merchant}}',
    from: 'met since {{date}}',
    fromLater: 'will be met on {{date}}',
    noStart: 'the merchant has not taken charge of the file yet',
  },
  actions: {
    takeCharge: 'Take charge of this file',
    giveCharge: 'Entrust this file to a colleague',
    takeChargeInstead: 'Take charge of this file instead of {{name}}',
    refuseToNegotiate: 'Refuse to negotiate',
    propose: 'Make a proposal',
    proposeInitial: 'Make an initial proposal',
    counter: 'Make a counter-proposal',
    readAndAnswer: 'Read and answer',
    editProposal: 'Edit my proposal',
    acceptProposal: 'Read the agreement and accept',
    askForRevision: 'Say that this proposal does not suit me',
    shareMessages: 'Show messages to the mediator',
    closeDossier: 'Close the file',
    announceClosing: 'Announce the closing of the file',
    leaveMediation: 'Withdraw from mediation',
    report: 'Give news to the Office',
    handBack: 'Step down',
    assignMediator: 'Name a mediator',
    requestMediation: 'Request mediation',
    postMessage: 'Write a message',
    addDocument: 'Add a document',
    completeDraft: 'Continue the file',
    readAgreement: 'Read the agreement',
    discuss: 'Open the discussion space',
    notes: 'My private notes',
  },
};

export default turn;
