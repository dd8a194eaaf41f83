import { canReadThread } from '#domain/access/index.ts';
import type { Actor, Thread } from '#domain/dossier/index.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** Someone who reads a conversation: `company` for whom, of the merchant's people. `name` is null where this reader is told nobody's. */
export type ThreadPerson = {
  role: 'consumer' | 'consumerRepresentative' | 'handler' | 'respondent' | 'mediator';
  name: string | null;
  company: string | null;
  isReader: boolean;
};

/** Who reads a conversation today, as the matrix has it (F-113, F-123, B-04): the consumer's side, the merchant's, the mediator. */
export function readersOf(opened: OpenDossier, thread: Thread): ThreadPerson[] {
  const { state, summaryRow, now, user } = opened;
  const { merchantId, consumerId, representative, handlerId, mediation } = state;
  const { consumer, merchant, handler, respondent, mediator } = summaryRow;
  const named = opened.can('identities');
  const places: { role: ThreadPerson['role']; actor: Actor | null; name: string | undefined }[] = [
    { role: 'consumer', actor: { role: 'consumer', userId: consumerId }, name: consumer.name },
    {
      role: 'consumerRepresentative',
      actor: representative?.userId ? { role: 'consumerRepresentative', userId: representative.userId } : null,
      name: summaryRow.representative?.name,
    },
    {
      role: 'handler',
      actor: handler && handlerId ? { role: 'merchantRepresentative', userId: handlerId, merchantId } : null,
      name: handler?.name,
    },
    {
      role: 'respondent',
      // One of the company's, who has not charge themselves.
      actor: respondent && respondent.email !== handler?.email ? { role: 'respondent', userId: '', merchantId } : null,
      name: respondent?.name,
    },
    {
      role: 'mediator',
      actor: mediation?.mediatorId && mediator ? { role: 'mediator', userId: mediation.mediatorId } : null,
      name: mediator?.name,
    },
  ];
  return places.flatMap(({ role, actor, name = '' }) => {
    if (!actor || !canReadThread(state, { actor, now }, thread)) return [];
    const isReader = role === 'respondent' ? opened.readerRole === 'respondent' : isUser(actor, user.id);
    const company = role === 'handler' || role === 'respondent' ? merchant.name : null;
    return [{ role, name: named ? name : null, company: named ? company : null, isReader }];
  });
}

const isUser = (actor: Actor, userId: string): boolean => 'userId' in actor && actor.userId === userId;
