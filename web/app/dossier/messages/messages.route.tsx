import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { nameOf } from '#content/named.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { Phase } from '#domain/access/index.ts';
import { DossierShell } from '../shell/DossierShell.tsx';
import { loadWithShell, loadDossier } from '../load-dossier.ts';
import { messageAction } from './action.ts';
import { presentMessages } from './present.server.ts';
import { Thread } from './Thread.tsx';
import type { ThreadData } from '../types.ts';
import { readFields } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { HelpLinks } from '../../layout/HelpLinks.tsx';
import { MerchantAdvice } from '../MerchantAdvice.tsx';

export const meta = titleMeta;

/** « Centre de messagerie » (F-040, F-098, F-103, F-113, A-02, A-03, A-25, T-04). The mediator finds the private talks there, not the parties' own (F-123, A-32). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { opened, shell } = await loadWithShell(pages.dossier.messages, args);
  const query = new URL(request.url).searchParams;
  const asked = {
    thread: query.get('fil'),
    before: query.get('avant'),
    draft: query.get('brouillon'),
    attended: context.attended,
  };
  const pageOf = (before: string | null) => (before ? context.t('messages:older') : '');
  const { dossier } = context.services;
  const messages = presentMessages(context.reader, await dossier.messages(opened, asked));
  const replies = messages.current?.write ? await dossier.repliesFor(opened) : [];
  const toOpen = await dossier.caucusToOpen(opened);
  return {
    title: shell.title,
    of: [context.t('messages:title'), messages.threads.find(({ current }) => current)?.title, pageOf(asked.before)],
    number: shell.number,
    shell,
    messages,
    replies: replies.map(({ id, title: label }) => ({ value: id, label })),
    party: opened.side !== null,
    formalise: formaliseIn[opened.phase] ?? null,
    // Nothing was shown to anyone where nobody mediates or did.
    shared:
      opened.canReadThread('mediationRoom') && opened.can('sharedMessages')
        ? href(pages.dossier.sharedMessages, { dossierId: shell.id })
        : null,
    toOpen: toOpen && context.t('mediation:open.ask', { mediator: nameOf(context.reader, toOpen.mediator) }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const opened = await loadDossier(pages.dossier.messages, args);
  return messageAction(args.context, opened, await readFields(args.request));
}

/** Where what is agreed elsewhere can still become a proposal, and whose (F-096, F-111). */
const formaliseIn: Partial<Record<Phase, 'formalise' | 'formaliseMediation'>> = {
  submitted: 'formalise',
  negotiation: 'formalise',
  mediation: 'formaliseMediation',
};

/** Whether the reader's side has written there, as far as the page shows. */
function begun({ messages, older }: ThreadData): boolean {
  return older !== null || messages.some(({ mine }) => mine);
}

export default function Messages() {
  const t = useT();
  const { shell, messages, replies, party, formalise, shared, toOpen } = useLoaderData<typeof loader>();
  return (
    <DossierShell shell={shell} current="messages">
      <h2 className="qc-sr-only">{t('messages:title')}</h2>
      {messages.restricted ? <Notice kind="neutral" title={messages.restricted} /> : null}
      {toOpen ? (
        <Notice title={toOpen}>
          <p>
            <a href={href(pages.dossier.openCaucus, { dossierId: shell.id })}>{t('mediation:open.choose')}</a>
          </p>
        </Notice>
      ) : null}
      {shared ? (
        <p>
          <a href={shared}>{t('messages:sharing.see')}</a>
        </p>
      ) : null}
      {messages.threads.length > 1 ? (
        <nav aria-label={t('messages:threads')}>
          <ul className="pc-filters">
            {messages.threads.map((thread) => (
              <li key={thread.thread}>
                <a href={thread.to} aria-current={thread.current ? 'page' : undefined}>
                  {thread.title} ({thread.unread ?? thread.count})
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {party && messages.current?.thread === 'negotiation' && messages.current.write ? (
        <>
          {begun(messages.current) || formalise === null ? null : <MerchantAdvice on={['introduce', 'simple']} />}
          {formalise ? <p>{t(`messages:${formalise}`)}</p> : null}
          <HelpLinks to={formalise === 'formalise' ? ['formalise', 'time'] : ['time']} />
        </>
      ) : null}
      {messages.current ? <Thread id={shell.id} thread={messages.current} replies={replies} /> : null}
    </DossierShell>
  );
}
