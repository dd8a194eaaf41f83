import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { addressOf } from '#domain/agreement/model.ts';
import { enter } from '../../guards.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { AccountStatus } from '../AccountStatus.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.office.merchant, args);
  const { directory } = context.services;
  const known = await directory.merchant(params.merchantId);
  const merchant = { ...known, phone: context.reader.phone(known.phone) };
  return {
    title: merchant.name,
    merchant,
    members: await directory.members(merchant.id),
    participationId: await directory.participationOf(merchant.id),
    now: context.now,
  };
}

/** A merchant: its contact details, who acts for it and who hears of its new dossiers (F-014, F-015, F-019, F-080). */
export default function Merchant() {
  const t = useT();
  const { merchant, members, participationId, now } = useLoaderData<typeof loader>();
  const present = members.filter(({ state }) => state !== 'removed');
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
      {members.length > 0 && !present.some(({ role }) => role === 'respondent') ? (
        <Notice kind="warning" title={t('directory:merchant.noRespondent')} />
      ) : null}
      {members.length === 0 ? (
        <Empty title={t('directory:merchant.noMember')}>
          <p>{t('directory:merchant.noMemberNote')}</p>
        </Empty>
      ) : (
        <Table
          caption={t('directory:merchant.membersCaption')}
          rows={members}
          rowKey={(row) => row.id}
          dense
          columns={[
            {
              label: t('directory:name'),
              cell: (row) => (
                <a href={href(pages.office.member, { merchantId: merchant.id, userId: row.id })}>
                  <UserText inline>{row.name}</UserText>
                </a>
              ),
            },
            { label: t('directory:email'), cell: (row) => <UserText inline>{row.email}</UserText> },
            { label: t('directory:merchant.role'), cell: (row) => t(`directory:role.${row.role}`) },
            { label: t('directory:status'), cell: (row) => <AccountStatus {...row} now={now} /> },
            { label: t('directory:merchant.inCharge'), numeric: true, cell: (row) => row.inCharge },
          ]}
        />
      )}
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
