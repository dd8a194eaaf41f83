import { defineEntity, p } from '@mikro-orm/core';
import { civilDay, instant, instantOfNow } from './columns.ts';

/** Days on which a mediator is away (F-137). `late`: a long absence that was told less than two weeks ahead. */
export const MediatorAbsence = defineEntity({
  name: 'MediatorAbsence',
  tableName: 'mediator_absence',
  properties: {
    id: p.uuid().primary(),
    mediatorId: p.uuid(),
    firstDay: civilDay(),
    lastDay: civilDay(),
    late: p.boolean(),
    declaredAt: instantOfNow(),
    changedAt: instantOfNow(),
    cancelledAt: instant().nullable(),
  },
});
