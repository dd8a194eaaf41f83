import { page } from './page.ts';

const mediator = { enters: 'mediator' } as const;

/** Where a mediator tells the Office of their absences (F-137). */
export const absencePages = {
  list: page('/absences', 'absences/absences', mediator),
  change: page('/absences/:absenceId', 'absences/change', mediator),
} as const;
