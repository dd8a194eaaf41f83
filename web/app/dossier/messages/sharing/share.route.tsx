import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { shareForm, tickedForm } from '#contracts/schemas/message.ts';
import { attempt } from '../../../forms/attempt.ts';
import { checkForm, readFields } from '../../../forms/read-form.ts';
import { titleMeta } from '../../../layout/meta.ts';
import { useT } from '../../../texts.tsx';
import { UserText } from '../../../ui/data/UserText.tsx';
import { CheckboxGroup } from '../../../ui/form/Choice.tsx';
import { Button, ButtonGroup } from '../../../ui/Button.tsx';
import { Form, useFormReply } from '../../../ui/form/Form.tsx';
import { Notice } from '../../../ui/messages/Notice.tsx';
import { Empty } from '../../../ui/messages/Empty.tsx';
import { ActPage } from '../../ActPage.tsx';
import { loadDossier } from '../../load-dossier.ts';
import { presentSharing } from './present-sharing.server.ts';

export const meta = titleMeta;

/** Which messages of the negotiation a party shows the mediator, who reads no other (A-02, F-123). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const opened = await loadDossier(pages.dossier.shareMessages, args);
  const before = new URL(request.url).searchParams.get('avant');
  return {
    title: context.t('messages:sharing.title'),
    of: [before ? context.t('messages:older') : ''],
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    page: presentSharing(context.reader, await context.services.dossier.sharingForm(opened, { before })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.shareMessages, args);
  const sent = await readFields(request);
  // On the way to older or newer messages: what is ticked goes along.
  const going = checkForm(sent, tickedForm);
  if (going.intent === 'page' && going.ok) return data({ chosen: going.value.messages });
  const form = checkForm(sent, shareForm);
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
  const chosen = useChosen();
  const here = new Set(page.messages.map((message) => message.id));
  const elsewhere = chosen.filter((message) => !here.has(message));
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
          // What is ticked on another page is that page's.
          keptAs={`communiquer.${page.before ?? ''}`}
        >
          {elsewhere.length > 0 ? (
            <Notice kind="neutral" title={t('messages:sharing.elsewhere', { count: elsewhere.length })} />
          ) : null}
          {elsewhere.map((message) => (
            <input key={message} type="hidden" name="chosen[]" value={message} />
          ))}
          <CheckboxGroup
            name="messages[]"
            label={t('messages:sharing.choose')}
            hint={`${page.older || page.newest ? `${t('messages:sharing.pages')} ` : ''}${t('messages:zone')}`}
            defaultValue={chosen}
            options={page.messages.map(({ id: value, head, body, shared }) => ({
              value,
              label: <UserText inline>{head}</UserText>,
              hint: shared ?? undefined,
              disabled: shared !== null,
              children: <UserText>{body}</UserText>,
            }))}
          />
          {page.older || page.newest ? (
            <ButtonGroup>
              {page.older ? (
                <Button look="tertiary" name="intent" value="page" formAction={page.older} formNoValidate>
                  {t('messages:older')}
                </Button>
              ) : null}
              {page.newest ? (
                <Button look="tertiary" name="intent" value="page" formAction={page.newest} formNoValidate>
                  {t('messages:newest')}
                </Button>
              ) : null}
            </ButtonGroup>
          ) : null}
        </Form>
      )}
    </ActPage>
  );
}

/** What was ticked before, on whichever page. */
function useChosen(): string[] {
  const answer = useActionData<typeof action>();
  const reply = useFormReply();
  if (answer && 'chosen' in answer) return answer.chosen;
  const { messages, chosen } = reply?.values ?? {};
  return [messages, chosen].flat().filter((each): each is string => typeof each === 'string');
}
