import type { ActionFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { jsonRefusal } from '../../forms/json-refusal.ts';
import { uploadAnswer } from '../../forms/upload/upload-answer.server.ts';
import { loadDossier } from '../load-dossier.ts';

/** One file to file in the dossier, sent by the scripts of its page (F-033). Answers JSON: the document's id, or the code of its refusal. */
export async function action(args: ActionFunctionArgs) {
  try {
    const opened = await loadDossier(pages.dossier.upload, args);
    const { accepted, refused } = await args.context.services.dossier.addDocuments(opened, args.request);
    return uploadAnswer(accepted, refused);
  } catch (error) {
    return jsonRefusal(error, args.context.t);
  }
}
