import type { Side } from '../actor.ts';
import type { Instant } from '../calendar/instant.ts';

/**
 * What access reads of a dossier: who its people are and where it stands. A dossier of domain/dossier is one; nothing else of it decides
 * who may see what.
 */
export type AccessView = {
  status: 'draft' | 'expired' | 'submitted' | 'negotiation' | 'mediationRequested' | 'mediation' | 'closed' | 'purged';
  consumerId: string;
  representative: { status: 'invited' | 'active'; userId: string | null } | null;
  merchantId: string;
  /** The merchant's member in charge, null before take-over. */
  handlerId: string | null;
  mediation: {
    mediatorId: string | null;
    startedAt: Instant | null;
    assignedAt: Instant | null;
    /** When the mediator declared no conflict of interest (ADR 31). */
    declaredAt: Instant | null;
    openedCaucuses: readonly Side[];
  } | null;
  closing: { outcome: string } | null;
  messagesOpenUntil: Instant | null;
  /** Officers who may read its content for a reason that they gave, until a moment (A-30, ADR 37). */
  contentReaders: readonly { officerId: string; until: Instant }[];
  /** Deadlines already passed, by kind. */
  passed: readonly string[];
};

/** Until when this officer reads the content of the dossier; null when they do not. It ends by the clock alone, at that moment. */
export function readsContentUntil(
  { contentReaders }: Pick<AccessView, 'contentReaders'>,
  { officerId, now }: { officerId: string; now: Instant },
): Instant | null {
  return contentReaders.find((reader) => reader.officerId === officerId && now < reader.until)?.until ?? null;
}

/** Whether a representative acts for the consumer. One who is only invited does not yet: until then the consumer acts (F-073). */
export function isRepresented({ representative }: Pick<AccessView, 'representative'>): boolean {
  return representative?.status === 'active';
}
