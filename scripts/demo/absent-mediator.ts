import { isAbsenceOf } from '#db/absences/absences.ts';
import { idOf } from '#db/key-id.ts';
import { createAbsenceServices } from '#web/server/services/absences/index.ts';
import type { ServiceDeps } from '#web/server/services/deps.ts';
import { calendarAround } from './calendar.ts';
import type { Cast } from './cast.ts';

/** A mediator who has told the Office of two weeks away, in time (F-137). */
export async function tellOfAbsence(deps: ServiceDeps, cast: Cast): Promise<void> {
  const mediator = cast.user('mediator3');
  const key = idOf('demo-absence', mediator.id);
  // Run again on another day, it stays as it was told.
  if (await isAbsenceOf(deps.db, { id: key, mediatorId: mediator.id })) return;
  const { day } = calendarAround(deps.now(), mediator.language);
  await createAbsenceServices(deps).announce(mediator, { form: { firstDay: day(20), lastDay: day(34) }, key });
}
