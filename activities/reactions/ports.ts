import type { Reaction } from '#domain/dossier/events.ts';

/** One reaction of the journal that is to be run. `id` (contracts/ids.ts `reactionKey`) is the dedupe key of all that is made for it. */
export type PendingReaction<K extends Reaction['kind'] = Reaction['kind']> = {
  id: string;
  dossierId: string;
  /** Number of the event that caused it; the journal's row (`dossier_event`) has the rest. */
  seq: number;
  reaction: Extract<Reaction, { kind: K }>;
};

/**
 * The functions that run the reactions. Each may be called twice for the same `id` and must then do nothing more. A permanent refusal throws
 * `ApplicationFailure.nonRetryable`; any other error is retried.
 */
export type ReactionPorts = {
  /** Makes the document once, stores it, publishes its row (`document.generated_for` is its kind). */
  renderDocument(pending: PendingReaction<'renderDocument'>): Promise<void>;
  /** Queues the mail for each person of its audience (dedupe key from `id` and the person) and tries to send it. */
  notify(pending: PendingReaction<'notify'>): Promise<void>;
  /** F-142: erases what people wrote and their files; the journal and the statistics stay. */
  eraseContent(pending: PendingReaction<'eraseContent'>): Promise<void>;
};
