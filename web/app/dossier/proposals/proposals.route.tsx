import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { formId } from '#contracts/schemas/text.ts';
import { DossierShell } from '../shell/DossierShell.tsx';
import { loadWithShell, loadDossier } from '../load-dossier.ts';
import { messageAction } from '../messages/action.ts';
import { presentThread } from '../messages/present.server.ts';
import { presentProposals } from './present.server.ts';
import { ProposalCard } from './ProposalCard.tsx';
import { Thread } from '../messages/Thread.tsx';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { HelpLinks } from '../../layout/HelpLinks.tsx';

export const meta = titleMeta;

/**
 * « Tableau des propositions », with the three-way room once there is one (F-036, F-037, F-038, F-039, F-092, F-112, F-122, F-124). Of the
 * mediator's proposal each party accepts, or goes on discussing there (F-114). What was agreed elsewhere belongs in a proposal, it says (F-096).
 */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { opened, shell } = await loadWithShell(pages.dossier.proposals, args);
  const { reader, services } = context;
  const { dossier } = services;
  const query = new URL(request.url).searchParams;
  const asked = { before: query.get('avant'), draft: query.get('brouillon'), attended: context.attended };
  const proposals = presentProposals(reader, await dossier.proposals(opened, { page: query.get('page') }));
  const room = opened.canReadThread('mediationRoom')
    ? presentThread(reader, await dossier.thread(opened, { thread: 'mediationRoom', ...asked }))
    : null;
  const replies = room?.write ? await dossier.repliesFor(opened) : [];
  return {
    title: shell.title,
    of: [context.t('proposals:title'), room && asked.before ? context.t('messages:older') : ''],
    number: shell.number,
    shell,
    proposals,
    room,
    replies: replies.map(({ id, title: label }) => ({ value: id, label })),
    party: opened.side !== null,
    over: opened.state.closing !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.proposals, args);
  const sent = await readFields(request);
  const form = checkForm(sent, z.object({ proposalId: formId }));
  if (form.intent !== 'withdrawAcceptance') return messageAction(context, opened, sent);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.withdrawAcceptance(opened, { key: form.key, proposalId: form.value.proposalId });
    context.announce('proposals:acceptanceWithdrawn');
    return redirect(href(pages.dossier.proposals, { dossierId: opened.summaryRow.id }), 303);
  });
}

export default function Proposals() {
  const t = useT();
  const { shell, proposals, room, replies, party, over } = useLoaderData<typeof loader>();
  const { acts, draft } = proposals;
  if (proposals.restricted) {
    return (
      <DossierShell shell={shell} current="proposals">
        <Notice kind="neutral" title={proposals.restricted} />
      </DossierShell>
    );
  }
  return (
    <DossierShell shell={shell} current="proposals">
      <h2>{t('proposals:title')}</h2>
      <p>{t(proposals.mediation ? 'proposals:introMediation' : over ? 'proposals:introOver' : 'proposals:intro')}</p>
      {party && !proposals.mediation && !over ? <p>{t('proposals:formalise')}</p> : null}
      <HelpLinks
        to={[
          ...(proposals.mediation ? [party ? ('mediation' as const) : ('mediators' as const)] : []),
          'solutions',
          'caseLaw',
        ]}
      />
      {draft ? (
        <Notice title={draft.text}>
          <p>
            <a href={draft.to}>{t('proposals:continueDraft')}</a>
          </p>
        </Notice>
      ) : null}
      {acts.make ? (
        <ButtonGroup>
          <LinkButton to={acts.make} look="secondary">
            {t(proposals.mediator ? 'proposals:makeInitial' : 'proposals:make')}
          </LinkButton>
        </ButtonGroup>
      ) : null}
      {proposals.compareAny ? (
        <p>
          <a href={proposals.compareAny}>{t('proposals:compareAny')}</a>
        </p>
      ) : null}
      {proposals.table ? (
        <p>
          <a href={proposals.table}>{t('proposals:table.title')}</a>
        </p>
      ) : null}
      {proposals.cards.length === 0 ? <Empty title={proposals.emptyText} /> : null}
      {proposals.later ? <a href={proposals.later}>{t('proposals:later')}</a> : null}
      {proposals.cards.map((card) => (
        <ProposalCard key={card.id} card={card} acts={acts} writes={party && room?.write != null} />
      ))}
      {proposals.earlier ? (
        <p>
          <a href={proposals.earlier.to}>{t('proposals:earlier', { count: proposals.earlier.count })}</a>
        </p>
      ) : null}
      {room ? <Thread id={shell.id} thread={room} replies={replies} /> : null}
    </DossierShell>
  );
}
