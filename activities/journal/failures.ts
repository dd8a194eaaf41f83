import { propertyOf } from '#contracts/unknown-values.ts';
import { ApplicationFailure } from '@temporalio/common';
import { ContentMissing } from '#db/journal/publish-content.ts';
import { DraftUnread, UnknownDossier } from './record-events.ts';

/**
 * Failures of the journal as the engine may store them: a code and PostgreSQL's five-character SQLSTATE. PostgreSQL's own messages can quote values
 * that people wrote, so they are not passed on.
 */
export async function withoutContent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContentMissing) throw ApplicationFailure.nonRetryable(error.message, 'value.invalid', {});
    if (error instanceof DraftUnread) throw ApplicationFailure.nonRetryable(error.message, 'draft.unread', {});
    if (error instanceof UnknownDossier) {
      throw ApplicationFailure.nonRetryable(error.message, 'dossier.unknown', {});
    }
    const code = propertyOf(error, 'code');
    // Refused by the database's own trigger (Migration20261127020000).
    if (code === 'PC001') throw ApplicationFailure.nonRetryable('mediator.not_available', 'mediator.not_available', {});
    const state = typeof code === 'string' ? code : 'unknown';
    throw ApplicationFailure.retryable(`journal.failed ${state}`, 'journal.failed');
  }
}
