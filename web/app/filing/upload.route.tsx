import type { ActionFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { jsonRefusal } from '../forms/json-refusal.ts';
import { uploadAnswer } from '../forms/upload/upload-answer.server.ts';
import { enter } from '../guards.ts';

/** One file of a draft, sent by the scripts of its page (F-067). Answers JSON: the document's id, or the code of its refusal. */
export async function action(args: ActionFunctionArgs) {
  const { filing } = args.context.services;
  try {
    const { user, params } = enter(pages.filing.upload, args);
    const draft = await filing.load(user, params.dossierId);
    const { accepted, refused } = await filing.addDocuments(draft, args.request);
    return uploadAnswer(accepted, refused);
  } catch (error) {
    return jsonRefusal(error, args.context.t);
  }
}
