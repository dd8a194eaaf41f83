import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { addressOf } from '#domain/agreement/model.ts';
import { enter } from '../../guards.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { answerSearch } from '../../lists/answer-search.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { ListFile } from '../../lists/ListFile.tsx';
import { FullList } from '../../lists/FullList.tsx';
import { sortsOf } from '../../lists/orders.ts';
import { askedOfPeople, memberOrders, memberStates } from './asked-people.ts';
import { presentPeopleFilters } from './present-people-filters.server.ts';
import { filterSaid } from '../../lists/FilterForm.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { presentMembers } from './present-members.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.merchant, args);
  const { t, reader, services } = context;
  const { directory } = services;
  const known = await directory.merchant(params.merchantId);
  const merchant = { ...known, phone: reader.phone(known.phone) };
  const here = href(pages.office.merchant, params);
  const address = new URL(request.url).searchParams;
  const { filter, order, query } = askedOfPeople(memberOrders, address);
  const after = address.get('apres');
  const [{ rows, next }, respondents, participationId] = await Promise.all([
    directory.people(officer, { company: { merchantId: merchant.id }, filter, order, after }),
    directory.respondents(merchant.id),
    directory.participationOf(merchant.id),
  ]);
  const filters = presentPeopleFilters(reader, query, memberStates);
  const narrowed = Boolean(query.role ?? query.etat);
  return {
    title: merchant.name,
    of: [...filterSaid(filters), after && t('layout:pager.following')],
    merchant,
    participationId,
    // Where nobody was ever entered, the empty list says what to do.
    leaderless: respondents.length === 0 && (rows.length > 0 || narrowed),
    list: {
      here,
      caption: t('directory:merchant.membersCaption'),
      search: { label: t('directory:merchant.look'), hint: t('directory:merchant.lookHint') },
      filters,
      stays: { tri: query.tri },
      table: presentMembers(reader, { merchantId: merchant.id, now: context.now }, rows),
      sorts: sortsOf(memberOrders, order, (tri) => withQuery(here, { ...query, tri })),
      count: null,
      empty: emptyList(t, {
        ...{ after, narrowed, such: t('directory:merchant.noneSuch'), none: t('directory:merchant.noMember') },
        note: t('directory:merchant.noMemberNote'),
      }),
      file: withQuery(href(pages.office.membersFile, params), query),
      next: next && withQuery(here, { ...query, apres: next }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.merchant, args);
  const { directory } = context.services;
  return answerSearch(request, async (asked) => {
    const { id: merchantId } = await directory.merchant(params.merchantId);
    const { rows, next } = await directory.findPeople(officer, { company: { merchantId }, ...asked });
    return { found: presentMembers(context.reader, { merchantId, now: context.now }, rows).rows, next };
  });
}

/** A merchant: its contact details, who acts for it and who hears of its new dossiers (F-014, F-015, F-019, F-080). */
export default function Merchant() {
  const t = useT();
  const { merchant, leaderless, list, participationId } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<UserText inline>{merchant.name}</UserText>}
      width="full"
      crumbs={[
        { label: t('directory:merchants.title'), to: href(pages.office.merchants) },
        { label: <UserText inline>{merchant.name}</UserText> },
      ]}
      aside={
        <LinkButton to={href(pages.office.addMember, { merchantId: merchant.id })}>
          {t('directory:merchant.add')}
        </LinkButton>
      }
    >
      <OfficeTabs current="merchants" />
      <h2>{t('directory:merchant.members')}</h2>
      {leaderless ? <Notice kind="warning" title={t('directory:merchant.noRespondent')} /> : null}
      <FullList list={list} />
      <p>
        <ListFile to={list.file} />
      </p>
      <h2>{t('directory:merchant.details')}</h2>
      <DescriptionList
        items={[
          { label: t('directory:fields.legalName.label'), value: merchant.legalName },
          { label: t('directory:fields.tradeNames.label'), value: merchant.tradeNames.join(' · ') },
          { label: t('directory:fields.neq.label'), value: merchant.neq },
          { label: t('directory:email'), value: merchant.email },
          { label: t('directory:fields.phone.label'), value: merchant.phone },
          { label: t('directory:merchant.address'), value: addressOf(merchant) },
          { label: t('directory:fields.establishments.label'), value: merchant.establishments.join(' · ') },
        ].map(({ label, value }) => ({ label, value: value ? <UserText inline>{value}</UserText> : '' }))}
      />
      <p>
        <a href={withQuery(href(pages.office.dossiers), { commercant: merchant.id })}>
          {t('directory:merchant.dossiers')}
        </a>
      </p>
      {participationId ? (
        <p>
          <a href={href(pages.office.participation, { participationId })}>{t('participation:review.fromForm')}</a>
        </p>
      ) : null}
      <p>
        <LinkButton to={href(pages.office.editMerchant, { merchantId: merchant.id })} look="secondary">
          {t('directory:merchant.edit')}
        </LinkButton>
      </p>
    </Page>
  );
}
