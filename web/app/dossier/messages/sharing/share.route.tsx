import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { shareForm } from '#contracts/schemas/message.ts';
import { attempt } from '../../../forms/attempt.ts';
import { readForm } from '../../../forms/read-form.ts';
import { titleMeta } from '../../../layout/meta.ts';
import { useT } from '../../../texts.tsx';
import { UserText } from '../../../ui/data/UserText.tsx';
import { CheckboxGroup } from '../../../ui/form/Choice.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { Empty } from '../../../ui/messages/Empty.tsx';
import { ActPage } from '../../ActPage.tsx';
import { loadDossier } from '../../load-dossier.ts';
import { presentSharing } from './present-sharing.server.ts';

export const meta = titleMeta;

/** Which messages of the negotiation a party shows the mediator, who reads no other (A-02, F-123). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.shareMessages, args);
  return {
    title: context.t('messages:sharing.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    page: presentSharing(context.reader, await context.services.dossier.sharingForm(opened)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.shareMessages, args);
  const form = await readForm(request, shareForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.shareMessages(opened, { key: form.key, messages: form.value.messages });
    context.announce('messages:sharing.done');
    return redirect(href(pages.dossier.sharedMessages, { dossierId: opened.summaryRow.id }), 303);
  });
}

export default function Share() {
  const t = useT();
  const { title, id, number, page } = useLoaderData<typeof loader>();
  const back = href(pages.dossier.messages, { dossierId: id });
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{page.intro}</p>
      <p>{page.told}</p>
      <p>{t('messages:sharing.final')}</p>
      {page.messages.length === 0 ? (
        <Empty title={t('messages:sharing.none')}>
          <a href={back}>{t('messages:title')}</a>
        </Empty>
      ) : (
        <Form
          submit={t('messages:sharing.button')}
          beside={<a href={back}>{t('dossier:form.cancel')}</a>}
          labels={{ messages: t('messages:sharing.choose') }}
        >
          <CheckboxGroup
            name="messages[]"
            label={t('messages:sharing.choose')}
            hint={t('messages:zone')}
            options={page.messages.map(({ id: value, head, body, shared }) => ({
              value,
              label: <UserText inline>{head}</UserText>,
              hint: shared ?? undefined,
              disabled: shared !== null,
              children: <UserText>{body}</UserText>,
            }))}
          />
        </Form>
      )}
    </ActPage>
  );
}
