import type fr from '../fr/absences.ts';
import type { Shape } from '../shape.ts';

/** Absences of mediators: their own page, and the Office's. */
const absences: Shape<typeof fr> = {
  title: 'My absences',
  intro:
    'Tell the Office of any absence of more than a week, at least two weeks ahead. Announced later, it is taken all the same. The Office gives you fewer files on these days and finds someone for those that cannot wait.',
  told: 'The Office is told by e-mail. The parties are not: tell them yourself when you will be back.',
  caption: 'Absences announced, from the first to the last',
  announce: 'Announce an absence',
  fields: {
    firstDay: { label: 'First day away' },
    lastDay: { label: 'Last day away' },
  },
  invalidDay: 'Write a day that exists, for example March 12, 2026.',
  lastBeforeFirst: 'The last day comes before the first.',
  submit: 'Announce this absence',
  done: 'The Office is told of the absence.',
  doneLate: 'The Office is told of the absence. It is announced less than two weeks ahead.',
  none: 'You have not announced any absence.',
  days: 'Days away',
  fromTo: 'from {{first}} to {{last}}',
  oneDay: 'on {{first}}',
  length: 'Length',
  count_one: '{{count}} day',
  count_other: '{{count}} days',
  notice: 'Notice',
  late: 'Less than two weeks ahead',
  inTime: 'In time',
  acts: 'Actions',
  change: 'Change or cancel',
  changeTitle: 'Change an absence',
  changeSubmit: 'Save these dates',
  changed: 'The Office is told of the new dates.',
  cancelTitle: 'Cancel this absence',
  cancelNote: 'The Office is told that you will not be away on these days.',
  cancel: 'Cancel this absence',
  cancelled: 'The absence is cancelled. The Office is told.',
  back: 'Back to my absences',
  office: {
    title: 'Absences of mediators',
    note: 'A person who is away is not suggested for a new mediation, nor in the two weeks before an absence of more than a week.',
    caption: 'Absences under way and to come, from the first to the last',
    mediator: 'Mediator',
    dossiers: 'Files under way',
    none: 'No absence is announced.',
    noDossier: 'None',
    now: 'Now',
    targets_zero: 'no target date during the absence',
    targets_one: '1 target date during the absence',
    targets_other: '{{count}} target dates during the absence',
    running_one: '1 file',
    running_other: '{{count}} files',
  },
};

export default absences;
