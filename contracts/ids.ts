/**
 * Names of durable things, built in one place so that a retry always builds the same one. No personal data ever goes in.
 */

/**
 * True for the canonical text of a UUID (RFC 9562): lower case, a version that the RFC defines, its variant. The one meaning of an id
 * in addresses, forms and cursors: what passes here is the same text everywhere, and PostgreSQL takes it.
 */
export function isUuid(value: unknown): value is string {
  return (
    typeof value === 'string' && /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(value)
  );
}

/** Workflow of a dossier: `dossier-<uuid>`. The uuid is random (122 bits). */
export function dossierWorkflowId(dossierId: string): string {
  return `dossier-${dossierId}`;
}

/** Key of a command made by the system when a deadline passes: the same deadline is handled once. */
export function deadlineCommandKey(kind: string, at: string): string {
  return `deadline:${kind}:${at}`;
}

/** Identity of a reaction: one per event and key. Used for activities and for the outbox. */
export function reactionKey(dossierId: string, seq: number, key: string): string {
  return `${dossierId}:${seq}:${key}`;
}

/** The event of a reaction, by what begins with the reaction's identity; null for anything else. */
export function seqOfReaction(dossierId: string, key: string): number | null {
  const rest = key.startsWith(`${dossierId}:`) ? key.slice(dossierId.length + 1) : '';
  const seq = /^(\d+):/.exec(rest)?.[1];
  return seq === undefined ? null : Number(seq);
}

/** Id of the schedule that wakes dossiers left behind (architecture §4). */
export const recoveryScheduleId = 'recovery';
