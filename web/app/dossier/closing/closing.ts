import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import { closingForm } from '#contracts/schemas/closing.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { loadDossier } from '../load-dossier.ts';
import { presentClosingForm } from './present.server.ts';

/** The ways for a party to end a dossier alone, or to leave its mediation, each with its page and its command. */
const ways = {
  close: { page: pages.dossier.close, command: 'closeDossier' },
  refuse: { page: pages.dossier.refuse, command: 'refuseToNegotiate' },
  leave: { page: pages.dossier.leaveMediation, command: 'withdrawFromMediation' },
} as const;

export type Way = keyof typeof ways;

/** What the page shows: the reasons, who will read the justification, what was written already. */
export async function loadClosing(way: Way, args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(ways[way].page, args);
  const form = await context.services.dossier.closingForm(opened, ways[way].command);
  return {
    title: context.t(`dossier:${way}.title`),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    page: presentClosingForm(context.reader, form),
    yours: opened.readerRole === 'consumer',
  };
}

export async function closingAction(way: Way, args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(ways[way].page, args);
  const form = await readForm(request, closingForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const ended = { kind: ways[way].command, key: form.key, form: form.value };
    const told = await context.services.dossier.close(opened, ended);
    context.announce(told ? `dossier:leave.done.${told}` : `dossier:${way}.done`);
    return redirect(href(pages.dossier.summary, { dossierId: opened.summaryRow.id }), 303);
  });
}
