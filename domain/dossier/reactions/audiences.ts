import type { Audience, DossierEvent } from '../events.ts';
import type { DossierMailTemplate } from './mail-templates.ts';
import { authorOf } from '../state/parties.ts';
import type { Author, Dossier, Side } from '../types.ts';

/** One person or group to notify, and with which mail. */
export type Note = [Audience, DossierMailTemplate];

export const bothSides = ['consumer', 'merchant'] as const;

/** For whom an event's author spoke. */
export function speaker(event: DossierEvent): Author | null {
  return authorOf(event.by);
}

export function sideAudience(side: Side): Audience {
  return side === 'consumer' ? 'consumerSide' : 'merchantSide';
}

export function toBothSides(template: DossierMailTemplate): Note[] {
  return bothSides.map((side) => [sideAudience(side), template]);
}

export function toMediator(state: Dossier, template: DossierMailTemplate): Note[] {
  return state.mediation?.mediatorId ? [['mediator', template]] : [];
}

export function tell(state: Dossier, reader: Author, template: DossierMailTemplate): Note[] {
  return reader === 'mediator' ? toMediator(state, template) : [[sideAudience(reader), template]];
}
