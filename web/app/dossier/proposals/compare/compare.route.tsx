import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { Difference } from './Difference.tsx';
import { loadDossier } from '../../load-dossier.ts';
import { presentComparison } from './present-comparison.server.ts';
import { RemedyList } from '../RemedyList.tsx';
import type { ComparisonData } from '../../types.ts';
import { Page } from '../../../layout/Page.tsx';
import { titleMeta } from '../../../layout/meta.ts';
import { useT } from '../../../texts.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/layout/Card.tsx';
import { Empty } from '../../../ui/messages/Empty.tsx';
import { Select } from '../../../ui/form/Select.tsx';
import { Columns } from '../../../ui/layout/Columns.tsx';
import { UserText } from '../../../ui/data/UserText.tsx';

export const meta = titleMeta;

/** Two versions side by side (B-13). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const opened = await loadDossier(pages.dossier.compare, args);
  const query = new URL(request.url).searchParams;
  const asked = { before: query.get('avant'), after: query.get('apres') };
  const compare = presentComparison(context.reader, await context.services.dossier.comparison(opened, asked));
  return {
    title: context.t('proposals:compare.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    compare,
  };
}

export default function Compare() {
  const t = useT();
  const { title, id, number, compare } = useLoaderData<typeof loader>();
  const { before, after, difference, options } = compare;
  return (
    <Page
      title={title}
      width="full"
      crumbs={[
        { label: t('dossier:list.title'), to: href(pages.dossier.list) },
        { label: number, to: href(pages.dossier.summary, { dossierId: id }) },
        { label: t('dossier:shell.proposals'), to: href(pages.dossier.proposals, { dossierId: id }) },
        { label: title },
      ]}
    >
      {options.length < 2 ? <Empty title={t('proposals:compare.onlyOne')} /> : null}
      {options.length > 2 ? (
        <form method="get" className="pc-form">
          <Select
            name="avant"
            label={t('proposals:compare.first')}
            prompt={false}
            options={options}
            {...(before ? { defaultValue: before.contentId } : {})}
          />
          <Select
            name="apres"
            label={t('proposals:compare.second')}
            prompt={false}
            options={options}
            {...(after ? { defaultValue: after.contentId } : {})}
          />
          <Button look="secondary">{t('proposals:compare.choose')}</Button>
        </form>
      ) : null}
      {difference ? (
        <>
          <p>{t('proposals:compare.intro')}</p>
          <Difference difference={difference} />
        </>
      ) : null}
      {before && after ? (
        <Columns>
          <Side side={before} />
          <Side side={after} />
        </Columns>
      ) : null}
    </Page>
  );
}

function Side({ side }: { side: NonNullable<ComparisonData['before']> }) {
  return (
    <Card title={<UserText inline>{side.title}</UserText>} meta={side.heading}>
      <RemedyList remedies={side.remedies} />
      {side.total ? <p className="pc-total">{side.total}</p> : null}
      {side.terms.trim() ? (
        <blockquote className="pc-terms">
          <UserText>{side.terms}</UserText>
        </blockquote>
      ) : null}
    </Card>
  );
}
