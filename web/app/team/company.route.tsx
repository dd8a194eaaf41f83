import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { accessForms } from '#contracts/schemas/participation.ts';
import { attempt } from '../forms/attempt.ts';
import { checkForm, readFields } from '../forms/read-form.ts';
import { enter } from '../guards.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { StaleRefusal } from '../forms/StaleRefusal.tsx';
import { useT } from '../texts.tsx';
import { Table } from '../ui/data/Table.tsx';
import { UserText } from '../ui/data/UserText.tsx';
import { AccessForms } from './AccessForms.tsx';
import { presentCompany } from './present.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user, params } = enter(pages.participation.company, args);
  const facts = await context.services.participation.company(user, params.merchantId);
  return {
    title: context.t('participation:team.company', { name: facts.name }),
    page: presentCompany(context.reader, facts),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.participation.company, args);
  const { merchantId } = params;
  const { participation } = context.services;
  const done = () => {
    context.announce('participation:team.sent');
    return redirect(href(pages.participation.company, { merchantId }), 303);
  };
  const sent = await readFields(request);
  const name = sent.get('form_name');
  if (name === 'add') {
    const form = checkForm(sent, accessForms.add);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await participation.askAccess(user, { merchantId, asked: { kind: 'add', person: form.value }, key: form.key });
      return done();
    });
  }
  if (name === 'remove') {
    const form = checkForm(sent, accessForms.remove);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await participation.askAccess(user, { merchantId, asked: { kind: 'remove', ...form.value }, key: form.key });
      return done();
    });
  }
  const form = checkForm(sent, accessForms.change);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await participation.askAccess(user, { merchantId, asked: { kind: 'change', ...form.value }, key: form.key });
    return done();
  });
}

/** F-019: the people of a company, and what its respondents ask of the Office about them. */
export default function Company() {
  const t = useT();
  const { title, page } = useLoaderData<typeof loader>();
  return (
    <Page title={<UserText inline>{title}</UserText>} width="full">
      <StaleRefusal shown={page.asks ? ['add', 'change', ...(page.removable.length > 0 ? ['remove'] : [])] : []} />
      <h2>{t('participation:team.people')}</h2>
      <Table
        caption={t('participation:team.peopleCaption')}
        rows={page.members}
        rowKey={({ id }) => id}
        columns={[
          { label: t('directory:name'), cell: ({ name }) => <UserText inline>{name}</UserText> },
          { label: t('directory:merchant.role'), cell: ({ role }) => role },
          ...(page.asks
            ? [
                {
                  label: t('directory:email'),
                  cell: ({ email }: { email: string }) => <UserText inline>{email}</UserText>,
                },
                { label: t('directory:status'), cell: ({ state }: { state: string }) => state },
              ]
            : []),
        ]}
      />
      {page.asks ? (
        <>
          <h2>{t('participation:team.requests')}</h2>
          {page.requests.length === 0 ? (
            <p>{t('participation:team.noRequest')}</p>
          ) : (
            <Table
              caption={t('participation:team.requestsCaption')}
              rows={page.requests}
              rowKey={({ id }) => id}
              columns={[
                { label: t('participation:request'), cell: ({ asked }) => asked },
                { label: t('participation:team.state'), cell: ({ state }) => state },
                { label: t('participation:access.about'), cell: ({ about }) => <UserText>{about}</UserText> },
                { label: t('participation:team.answer'), cell: ({ answer }) => <UserText>{answer}</UserText> },
                { label: t('participation:askedBy'), cell: ({ askedBy }) => <UserText inline>{askedBy}</UserText> },
                { label: t('participation:team.askedOn'), nowrap: true, cell: ({ askedOn }) => askedOn },
              ]}
            />
          )}
          <AccessForms removable={page.removable} />
        </>
      ) : (
        <p>{t('participation:team.readOnly')}</p>
      )}
    </Page>
  );
}
