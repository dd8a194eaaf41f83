import { dayInQuebec } from '#domain/calendar/civil-day.ts';
import type { Calendar } from './dispute.ts';

const dayMs = 86_400_000;

/** A calendar around `now`, in Québec's civil days; `said` speaks the language of the dispute. */
export function calendarAround(now: Date, language: 'fr' | 'en'): Calendar {
  const at = (offset: number) => new Date(now.getTime() + offset * dayMs);
  const spoken = new Intl.DateTimeFormat(language === 'fr' ? 'fr-CA' : 'en-CA', {
    timeZone: 'America/Toronto',
    day: 'numeric',
    month: 'long',
  });
  return {
    day: (offset) => dayInQuebec(now.toISOString(), offset),
    said: (offset) => spoken.format(at(offset)),
  };
}
