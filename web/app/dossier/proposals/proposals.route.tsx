import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { formId } from '#contracts/schemas/text.ts';
import { DossierFrame } from '../DossierFrame.tsx';
import { loadFrame, openFrom } from '../load.ts';
import { messageAction } from '../messages/action.ts';
import { ProposalCard } from './ProposalCard.tsx';
import { Thread } from '../messages/Thread.tsx';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';

export const meta = titleMeta;

/**
 * « Tableau des propositions », with the three-way room once there is one (F-036, F-037, F-038, F-039, F-092, F-112, F-122, F-124). What was
 * agreed elsewhere belongs in a proposal, it says (F-096).
 */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { opened, frame } = await loadFrame(pages.dossier.proposals, args);
  const { dossier } = context.services;
  const query = new URL(request.url).searchParams;
  const asked = { before: query.get('avant'), draft: query.get('brouillon') };
  const proposals = await dossier.proposals(opened, query.get('page'), context.language, context.t);
  const room = opened.mayReadThread('mediationRoom')
    ? await dossier.thread(opened, 'mediationRoom', asked, context.language, context.t)
    : null;
  return {
    title: frame.title,
    of: [context.t('proposals:title'), room && asked.before ? context.t('messages:older') : ''],
    frame,
    proposals,
    room,
    party: opened.side !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await openFrom(pages.dossier.proposals, args);
  const sent = await readFields(request);
  const form = checkForm(sent, z.object({ proposalId: formId }));
  if (form.intent !== 'withdrawAcceptance') return messageAction(context, opened, sent);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.withdrawAcceptance(opened, form.key, form.value.proposalId);
    context.announce('proposals:acceptanceWithdrawn');
    return redirect(href(pages.dossier.proposals, { dossierId: opened.head.id }), 303);
  });
}

export default function Proposals() {
  const t = useT();
  const { frame, proposals, room, party } = useLoaderData<typeof loader>();
  const { acts, draft } = proposals;
  if (proposals.restricted) {
    return (
      <DossierFrame frame={frame} current="proposals">
        <Notice kind="neutral" title={proposals.restricted} />
      </DossierFrame>
    );
  }
  return (
    <DossierFrame frame={frame} current="proposals">
      <h2>{t('proposals:title')}</h2>
      <p>{t(proposals.mediation ? 'proposals:introMediation' : 'proposals:intro')}</p>
      {party && !proposals.mediation ? <p>{t('proposals:formalise')}</p> : null}
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
            {t('proposals:make')}
          </LinkButton>
        </ButtonGroup>
      ) : null}
      {proposals.compareAny ? (
        <p>
          <a href={proposals.compareAny}>{t('proposals:compareAny')}</a>
        </p>
      ) : null}
      {proposals.cards.length === 0 ? <Empty title={proposals.emptyText} /> : null}
      {proposals.later ? <a href={proposals.later}>{t('proposals:later')}</a> : null}
      {proposals.cards.map((card) => (
        <ProposalCard key={card.id} card={card} acts={acts} />
      ))}
      {proposals.earlier ? (
        <p>
          <a href={proposals.earlier.to}>{t('proposals:earlier', { count: proposals.earlier.count })}</a>
        </p>
      ) : null}
      {room ? <Thread id={frame.id} thread={room} /> : null}
    </DossierFrame>
  );
}
