import type fr from '../../fr/office/follow-up.ts';
import type { Shape } from '../../shape.ts';

/** Calls, letters, news and the next step of a dossier. */
const followUp: Shape<typeof fr> = {
  title: 'Follow-up of file {{number}}',
  crumb: 'Follow-up',
  note: 'What you write here is read by the Office only, and erased with the content of the file. That a call or a letter took place, the parties and the mediator see.',
  nudge: 'Remind a party by e-mail, or see the timeline',
  back: 'See the file',
  reach: 'Whom to reach',
  who: 'Who',
  name: 'Name',
  phone: 'Telephone',
  noPhone: 'No number',
  people: {
    consumer: 'Consumer',
    consumerRepresentative: 'Person who represents them',
    company: 'Merchant',
    handler: 'Person in charge of the file',
    respondent: 'Respondent',
  },
  reports: 'Requests and news from mediation, unanswered',
  newTarget: 'New target date: {{date}}.',
  requestHint:
    'A reminder, a call in which you reach this party, or a letter answers the request. Otherwise say so here: the answer goes to the mediator.',
  answers: {
    seen: 'I have read it',
    unreachable: 'This party could not be reached',
    settled: 'There is nothing more to do',
  },
  answered: 'Noted, and the mediator is told.',
  reminders: 'Reminders, calls and letters',
  reminder: 'Reminder from the platform to the party that is awaited',
  nudged: 'Reminder from the Office: {{side}}',
  letters: 'Letters',
  lettersNote:
    'Choose the letter that fits. It names the parties, the number and the date, and nothing of the dispute. Note below that you have sent it.',
  letterTo: '“{{about}}”, {{to}}, in {{language}} (DOCX)',
  letterSide: { consumer: 'to the consumer', merchant: 'to the merchant' },
  step: 'Next step',
  due: 'Planned for {{date}}, by {{name}}.',
  isDue: 'To do',
  finish: 'It is done',
  plan: 'Plan this step',
  replan: 'Replace the next step',
  stepPlanned: {
    later: 'The step is planned. It comes back under “To do” on that day.',
    now: 'The step is planned. It is under “To do” already, among the planned follow-ups.',
  },
  stepDone: 'The step is done.',
  contact: 'Note a call, a letter or something else',
  noteIt: 'Add to the log',
  contactDone: 'It is added to the log.',
  log: 'The Office’s log',
  cut: 'Only the last {{count}} notes are shown.',
  wholeLog: 'See the whole log',
  logEmpty: 'Nothing is noted in this file yet.',
  kinds: {
    reached: 'Call, person reached',
    missed: 'Call, no answer',
    letter: 'Letter sent',
    note: 'Note',
    seen: 'News from mediation read',
  },
  sides: { consumer: 'Consumer', merchant: 'Merchant', mediator: 'Mediation' },
  fields: {
    kind: { label: 'What did you do?' },
    side: { label: 'Whom did you try to reach?', hint: 'Needed for a call or a letter' },
    body: { label: 'Note', hint: 'For the Office. Write nothing of what the parties tell each other.' },
    what: { label: 'What is to be done?', hint: 'For example, call the merchant again' },
    dueDay: { label: 'On which day?' },
  },
};

export default followUp;
