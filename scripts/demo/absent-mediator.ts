import { isAbsenceOf } from '#db/absences/absences.ts';
import { idOf } from '#db/key-id.ts';
import { createAbsenceServices } from '#web/server/services/absences/index.ts';
import type { ServiceDeps } from '#web/server/services/deps.ts';
import { calendarAround } from './calendar.ts';
import type { Cast } from './cast.ts';

/** How many days ago the absence was told: two weeks before its first day (F-137), which is some days ago by now. */
export const toldDaysAgo = 18;

/** The days of the absence, from the day on which it is told. */
const days = { first: 14, last: 27 };

/**
 * A mediator who is away at this moment, as they told the Office in time (F-137). `then`: the platform as it was when they did.
 */
export async function tellOfAbsence(then: ServiceDeps, cast: Cast): Promise<void> {
  const mediator = cast.user('mediator3');
  const key = idOf('demo-absence', mediator.id);
  // Run again on another day, it stays as it was told.
  if (await isAbsenceOf(then.db, { id: key, mediatorId: mediator.id })) return;
  const { day } = calendarAround(then.now(), mediator.language);
  const form = { firstDay: day(days.first), lastDay: day(days.last) };
  await createAbsenceServices(then).announce(mediator, { form, key });
}
