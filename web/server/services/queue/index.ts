import { bind } from '../bind.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { cancelStandIn, companyAbsences, declareAbsence } from './absences.ts';
import { chargeForm, giveAll, takeAll } from './charge.ts';
import { placeAll, placingForm } from './establishments.ts';
import { queue, searchQueue, sendQueue } from './list.ts';
import { addReply, changeReply, findReplies, removeReply, replies, reply, replyList, sendReplies } from './replies.ts';

export type QueueServices = ReturnType<typeof createQueueServices>;

/** What a merchant's people work with: their queue, acts on several dossiers at once, absences, texts that they keep (F-041, F-087, B-09). */
export function createQueueServices(deps: ServiceDeps) {
  return bind(
    { ...deps, cursors: createCursors(deps.env.secrets) },
    {
      list: queue,
      search: searchQueue,
      sendFile: sendQueue,
      chargeForm,
      takeAll,
      giveAll,
      placingForm,
      placeAll,
      absences: companyAbsences,
      declareAbsence,
      cancelStandIn,
      replies,
      replyList,
      findReplies,
      sendReplies,
      reply,
      addReply,
      changeReply,
      removeReply,
    },
  );
}
