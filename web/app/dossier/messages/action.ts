import { redirect, type AppLoadContext } from '@remix-run/node';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { insertReplyForm, messageDraftForm, messageForm } from '#contracts/schemas/message.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm } from '../../forms/read-form.ts';
import type { loadDossier } from '../load-dossier.ts';

/**
 * Posts a message, saves it as a draft that only its author sees, or puts a saved reply after what is written and saves that (`intent`: send, save,
 * insert, autosave).
 */
export async function messageAction(
  context: AppLoadContext,
  opened: Awaited<ReturnType<typeof loadDossier>>,
  sent: FormData,
) {
  const { dossier } = context.services;
  const draft = checkForm(sent, messageDraftForm);
  const home = (thread: string) =>
    thread === 'mediationRoom'
      ? href(pages.dossier.proposals, { dossierId: opened.summaryRow.id })
      : withQuery(href(pages.dossier.messages, { dossierId: opened.summaryRow.id }), { fil: thread });
  if (draft.intent === 'save') {
    if (!draft.ok) return draft.reply;
    return attempt(draft.values, async () => {
      const { sent, beside } = await dossier.saveDraftMessage(opened, draft.value);
      if (sent) context.announce('forms:drafts.sent');
      else if (beside) context.announce(`forms:drafts.savedBeside.${beside}`);
      return redirect(home(draft.value.thread), 303);
    });
  }
  if (draft.intent === 'insert') {
    const chosen = checkForm(sent, insertReplyForm);
    if (!chosen.ok) return chosen.reply;
    return attempt(chosen.values, async () => {
      const { reply, ...message } = chosen.value;
      await dossier.insertReply(opened, { message, replyId: reply });
      return redirect(`${home(message.thread)}#discussion`, 303);
    });
  }
  const form = checkForm(sent, messageForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await dossier.postMessage(opened, { key: form.key, message: form.value });
    context.announce('messages:sent');
    return redirect(home(form.value.thread), 303);
  });
}
