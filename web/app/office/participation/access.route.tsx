import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { accessDeclinedForm, accessDoneForm } from '#contracts/schemas/participation.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { slugOf } from '../desk/queues.ts';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { presentAccess } from './present-access.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.office.accessRequest, args);
  const facts = await context.services.participation.accessRequest(params.requestId);
  return {
    title: context.t(`participation:asked.${facts.kind}`),
    of: facts.merchantName,
    page: presentAccess(context.reader, facts),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.accessRequest, args);
  const { participation } = context.services;
  const id = params.requestId;
  const back = (announced: string) => {
    context.announce(announced);
    return redirect(href(pages.office.accessRequest, { requestId: id }), 303);
  };
  const sent = await readFields(request);
  if (sent.get('form_name') === 'decline') {
    const form = checkForm(sent, accessDeclinedForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      const told = await participation.declineAccess({ officerId: officer.id, id, ...form.value, key: form.key });
      return back(`participation:access.declined.${told}`);
    });
  }
  const form = checkForm(sent, accessDoneForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const told = await participation.doAccess({ officerId: officer.id, id, ...form.value, key: form.key });
    return back(`participation:access.done.${told}`);
  });
}

/** F-019, B-11: what a respondent asks about the people of a company, and the Office's answer. */
export default function AccessRequest() {
  const t = useT();
  const { title, page } = useLoaderData<typeof loader>();
  const { kind, waiting, mayDo, merchantId, note, charge } = page;
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('office:desk.title'), to: href(pages.office.home) },
        { label: t('office:desk.queues.accesses.title'), to: href(pages.office.queue, { queue: slugOf('accesses') }) },
        { label: title },
      ]}
    >
      <OfficeTabs current="home" />
      <StaleRefusal shown={waiting ? [...(mayDo ? ['do'] : []), 'decline'] : []} />
      <h2>{t('participation:access.about')}</h2>
      <DescriptionList
        items={page.lines.map(({ label, value }) => ({ label, value: value ? <UserText>{value}</UserText> : '' }))}
      />
      <p>
        <a href={href(pages.office.merchant, { merchantId })}>{t('participation:access.toMerchant')}</a>
      </p>
      {waiting ? (
        <>
          {mayDo ? (
            <section>
              <h2>{t(`participation:access.${kind}`)}</h2>
              <Form name="do" texts="participation:access.fields" submit={t(`participation:access.${kind}`)}>
                {note ? <p>{note}</p> : null}
                {charge ? <p>{charge}</p> : null}
                <TextArea name="answer" rows={3} optional />
              </Form>
            </section>
          ) : (
            <Notice kind="warning" title={t('participation:access.cannotAdd')}>
              <p>{t('participation:access.cannotAddNote')}</p>
            </Notice>
          )}
          <section>
            <h2>{t('participation:access.decline')}</h2>
            <Form name="decline" texts="participation:access.reasons">
              <p>{t('participation:access.declineNote')}</p>
              <TextArea name="answer" rows={3} />
              <Button look="danger">{t('participation:access.declineSubmit')}</Button>
            </Form>
          </section>
        </>
      ) : null}
    </Page>
  );
}
