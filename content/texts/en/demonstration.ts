import type fr from '../fr/demonstration.ts';
import type { Shape } from '../shape.ts';

/** A demonstration: who to sign in as. Shown nowhere else. */
const demonstration: Shape<typeof fr> = {
  title: 'The people of the demonstration',
  lead: 'Enter with one click in the place of one of these people. They are fictitious, and so are their files. To change, come back to this page.',
  some: 'Enter with one click in the place of a fictitious person.',
  everyone: 'See everyone in the demonstration',
  others_one: 'One other person',
  others_other: 'The {{count}} others',
  enter: 'Enter as {{name}}',
  waiting_zero: 'nothing awaits an answer',
  waiting_one: '{{count}} file awaits an answer',
  waiting_other: '{{count}} files await an answer',
  onDesk_zero: 'nothing waits on the Office’s desk',
  onDesk_one: '{{count}} item waits on the Office’s desk',
  onDesk_other: '{{count}} items wait on the Office’s desk',
  roles: {
    consumer: { title: 'Consumers', one: 'consumer' },
    consumerRepresentative: { title: 'People who represent a consumer', one: 'represents a consumer' },
    respondent: { title: 'Respondents of merchants', one: 'answers for {{merchant}}' },
    representative: { title: 'People who act for merchants', one: 'acts for {{merchant}}' },
    mediator: { title: 'Mediators', one: 'mediation' },
    officer: { title: 'Office', one: 'Office' },
  },
};

export default demonstration;
