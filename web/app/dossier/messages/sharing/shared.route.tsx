import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pages } from '#contracts/pages/index.ts';
import { titleMeta } from '../../../layout/meta.ts';
import { useT } from '../../../texts.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { UserText } from '../../../ui/data/UserText.tsx';
import { Empty } from '../../../ui/messages/Empty.tsx';
import { ActPage } from '../../ActPage.tsx';
import { loadDossier } from '../../load-dossier.ts';
import { presentShared } from './present-sharing.server.ts';

export const meta = titleMeta;

/** Messages of the negotiation that a party showed the mediator: all that the mediator reads of it (A-02, F-123). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.sharedMessages, args);
  return {
    title: context.t('messages:sharing.sharedTitle'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    page: presentShared(context.reader, await context.services.dossier.sharedWithMediator(opened)),
  };
}

export default function Shared() {
  const t = useT();
  const { title, id, number, page } = useLoaderData<typeof loader>();
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('messages:sharing.sharedIntro')}</p>
      {page.share ? (
        <LinkButton to={page.share} look="secondary">
          {t('turn:actions.shareMessages')}
        </LinkButton>
      ) : null}
      {page.messages.length === 0 ? (
        <Empty title={t('messages:sharing.sharedEmpty')} />
      ) : (
        <>
          <p>{t('messages:zone')}</p>
          <ol className="pc-messages">
            {page.messages.map((message) => (
              <li key={message.id} className={`pc-message${message.mine ? ' pc-message-mine' : ''}`}>
                <p className="pc-message-head">
                  <strong>
                    <UserText inline>{message.author}</UserText>
                  </strong>{' '}
                  ({message.role}), {message.at}
                </p>
                <UserText>{message.body}</UserText>
                <p className="pc-message-head">
                  <UserText inline>{message.shared}</UserText>
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </ActPage>
  );
}
