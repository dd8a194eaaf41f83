import type { DossierEvent } from '../events.ts';
import type { Dossier } from '../types.ts';

type ReadingEvent = Extract<DossierEvent, { type: 'glassBroken' | 'breakGlassEnded' }>;

/** Who reads the content for a reason, after an officer begins or ends; those whose time is over are forgotten. */
export function withReadingEvent(readers: Dossier['contentReaders'], event: ReadingEvent): Dossier['contentReaders'] {
  const officerId = 'userId' in event.by ? event.by.userId : '';
  const others = readers.filter((reader) => reader.officerId !== officerId && event.at < reader.until);
  return event.type === 'glassBroken' ? [...others, { officerId, until: event.until }] : others;
}
