import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { accessForms } from '#contracts/schemas/participation.ts';
import { attempt } from '../forms/attempt.ts';
import { checkForm, readFields } from '../forms/read-form.ts';
import { enter } from '../guards.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { StaleRefusal } from '../forms/StaleRefusal.tsx';
import { answerSearch } from '../lists/answer-search.ts';
import { emptyList } from '../lists/empty-list.ts';
import { ListFile } from '../lists/ListFile.tsx';
import { FullList } from '../lists/FullList.tsx';
import { sortsOf } from '../lists/orders.ts';
import { filterSaid } from '../lists/FilterForm.tsx';
import { useT } from '../texts.tsx';
import { Table } from '../ui/data/Table.tsx';
import { UserText } from '../ui/data/UserText.tsx';
import { AccessForms } from './AccessForms.tsx';
import { askedOfPeople, colleagueOrders } from '../office/merchants/asked-people.ts';
import { presentPeopleFilters } from '../office/merchants/present-people-filters.server.ts';
import { presentColleagues, presentCompany } from './present.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.participation.company, args);
  const { t, reader, services } = context;
  const { merchantId } = params;
  const here = href(pages.participation.company, params);
  const address = new URL(request.url).searchParams;
  const { filter, order, query } = askedOfPeople(colleagueOrders, address);
  const after = address.get('apres');
  const facts = await services.participation.company(user, { merchantId, filter, order, after });
  const page = presentCompany(reader, facts);
  const filters = presentPeopleFilters(reader, query, page.asks ? ['active', 'invited'] : []);
  return {
    title: t('participation:team.company', { name: facts.name }),
    of: [...filterSaid(filters), after && t('layout:pager.following')],
    page,
    list: {
      here,
      caption: t('participation:team.peopleCaption'),
      search: {
        label: t('participation:team.look'),
        hint: t(page.asks ? 'participation:team.lookHint' : 'participation:team.lookHintName'),
      },
      filters,
      stays: { tri: query.tri },
      table: presentColleagues(reader, facts.role, facts.people),
      sorts: sortsOf(colleagueOrders, order, (tri) => withQuery(here, { ...query, tri })),
      count: null,
      empty: emptyList(t, {
        ...{ after, narrowed: true, such: t('participation:team.noneSuch'), none: t('participation:team.noneSuch') },
      }),
      file: withQuery(href(pages.participation.companyFile, params), query),
      next: facts.next && withQuery(here, { ...query, apres: facts.next }),
    },
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
  if (sent.get('intent') === 'search')
    return answerSearch(
      request,
      async (asked) => {
        const { role, people, next } = await participation.findColleagues(user, { merchantId, ...asked });
        return { found: presentColleagues(context.reader, role, people).rows, next };
      },
      sent,
    );
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
  const { title, page, list } = useLoaderData<typeof loader>();
  return (
    <Page title={<UserText inline>{title}</UserText>} width="full" aside={<ListFile to={list.file} />}>
      <StaleRefusal shown={page.asks ? ['add', 'change', ...(page.removable.length > 0 ? ['remove'] : [])] : []} />
      <h2>{t('participation:team.people')}</h2>
      <FullList list={list} />
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
