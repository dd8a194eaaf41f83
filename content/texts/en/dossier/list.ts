import type fr from '../../fr/dossier/list.ts';
import type { Shape } from '../../shape.ts';

/** The list of dossiers of a person. */
const list: Shape<typeof fr> = {
  title: 'My files',
  titleMerchant: 'Files of {{merchant}}',
  create: 'Create a file',
  filters: 'Show',
  statusFilter: 'Stage',
  allStatuses: 'All stages',
  view: { all: 'All', yours: 'Your turn', open: 'Open', closed: 'Closed' },
  said: {
    all_zero: 'You have no files.',
    all_one: '1 file.',
    all_other: '{{shown}} files.',
    open_zero: 'No open file.',
    open_one: '1 open file.',
    open_other: '{{shown}} open files.',
    closed_zero: 'No closed file.',
    closed_one: '1 closed file.',
    closed_other: '{{shown}} closed files.',
    yours_zero: 'No file where it is your turn.',
    yours_one: '1 file where it is your turn.',
    yours_other: '{{shown}} files where it is your turn.',
    status: 'Stage: {{status}}.',
    partYours_zero: 'None is waiting for you.',
    partYours_one: 'In 1 of them, it is your turn.',
    partYours_other: 'In {{shown}} of them, it is your turn.',
  },
  more: 'more than {{count}}',
  columns: {
    dossier: 'File',
    with: 'Other party',
    parties: 'Parties',
    status: 'Stage',
    turn: 'Whose turn is it',
    next: 'Next deadline',
    updated: 'Last activity',
  },
  look: 'Look for a file',
  lookHint: 'Number of the file, or name of one of the parties',
  number: 'Number',
  fileName: 'my-files.csv',
  untitled: 'Untitled file',
  unread_one: '1 new message',
  unread_other: '{{count}} new messages',
  inCharge: '{{name}} is in charge',
  notInCharge: 'Nobody in charge',
  next: 'Next files',
  first: 'Back to the start of the list',
  turn: {
    you: 'Your turn',
    consumer: 'Consumer',
    merchant: 'Merchant',
    both: 'Both parties',
    mediator: 'Mediation',
    office: 'The Office',
    none: 'Nobody',
  },
  empty: {
    yours: 'Nothing is waiting for you. We will write to you when it is your turn.',
    yoursMerchant:
      'Nothing is waiting for you. We will write to you when it is your turn in a file that you are in charge of.',
    closed: 'A file comes here when it is closed, and stays until its content is erased.',
    status: 'No file is at this stage. Choose another one.',
    consumer:
      'To create a file, you need the reference number and the access code that the Office sends by e-mail. If you have them, start here.',
    merchant:
      'A file comes here when a consumer sends you one. The respondent is told by e-mail. Closed files are under “Closed”.',
    mediator: 'A file comes here when the Office entrusts it to you. Closed files are under “Closed”.',
    noCompany: 'Your account is not attached to any company. Write to the Office to have it corrected.',
  },
  showClosed: 'See closed files',
  showOpen: 'See open files',
};

export default list;
