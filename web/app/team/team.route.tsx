import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { enter } from '../guards.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Table } from '../ui/data/Table.tsx';
import { UserText } from '../ui/data/UserText.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  const { user } = enter(pages.participation.team, args);
  const [only, ...others] = user.memberships;
  if (only && others.length === 0)
    throw redirect(href(pages.participation.company, { merchantId: only.merchantId }), 303);
  return { title: args.context.t('participation:team.title'), companies: user.memberships };
}

/** F-019: the companies that a person acts for; who acts for one comes to it at once. */
export default function Team() {
  const t = useT();
  const { title, companies } = useLoaderData<typeof loader>();
  return (
    <Page title={title}>
      {companies.length === 0 ? (
        <p>{t('participation:team.none')}</p>
      ) : (
        <>
          <p className="pc-lead">{t('participation:team.lead')}</p>
          <Table
            caption={t('participation:team.caption')}
            rows={companies}
            rowKey={({ merchantId }) => merchantId}
            columns={[
              {
                label: t('participation:team.companyName'),
                cell: ({ merchantId, merchantName }) => (
                  <a href={href(pages.participation.company, { merchantId })}>
                    <UserText inline>{merchantName}</UserText>
                  </a>
                ),
              },
              { label: t('participation:team.role'), cell: ({ role }) => t(`directory:role.${role}`) },
            ]}
          />
        </>
      )}
    </Page>
  );
}
