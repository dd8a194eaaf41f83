import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { queueSearchForm } from '#contracts/schemas/queue.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { DossierSearch } from '../../office/dossiers/DossierSearch.tsx';
import { FilterForm } from '../../office/FilterForm.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/form/ErrorSummary.tsx';
import { useFormReply } from '../../ui/form/Form.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { MerchantAdvice } from '../../dossier/MerchantAdvice.tsx';
import { QueueTabs } from '../QueueTabs.tsx';
import { askedOfQueue, queueAddress } from './asked.ts';
import { presentQueued, presentQueueFilters, presentQuick } from './present.server.ts';
import { QueueRows } from './QueueRows.tsx';

export const meta = titleMeta;

const here = href(pages.queue.list);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.list, args);
  const { reader, services, t } = context;
  const address = new URL(request.url).searchParams;
  const { asked, query } = askedOfQueue(address);
  const after = address.get('apres');
  const queue = await services.queue.list(user, { ...asked, after });
  const quick = presentQuick(reader, queue, query);
  const merchant = queue.companies.map(({ name }) => name).join(', ');
  return {
    title: merchant ? t('queue:titleOf', { merchant }) : t('queue:title'),
    of: [quick.find(({ current }) => current)?.label, after && t('layout:pager.following')],
    narrowed: Object.values(query).some((value) => value !== null),
    companies: queue.companies.length > 1,
    quick,
    filters: presentQueueFilters(reader, queue, { query, me: user.id }),
    rows: queue.rows.map((row) => presentQueued(reader, row, queue.now)),
    file: withQuery(href(pages.queue.file), query),
    first: after ? queueAddress(query) : null,
    next: queue.next && queueAddress({ ...query, apres: queue.next }),
  };
}

/** A search answers with what it found and leads nowhere: its words are in no address (ADR 36). */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.list, args);
  const form = await readForm(request, queueSearchForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { words } = form.value;
    const { rows, more, now } = await context.services.queue.search(user, words);
    return data({ words, more, found: rows.map((row) => presentQueued(context.reader, row, now)) });
  });
}

/** The company's dossiers by age, whose turn and who has charge; narrowed by its address, or looked for (F-041, F-042, B-09). */
export default function Queue() {
  const t = useT();
  const { title, quick, filters, rows, companies, narrowed, file, first, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply = useFormReply();
  const found = answer && 'found' in answer ? answer : null;
  const problem = reply?.errors['words'];
  const refused = reply?.refusal ? t(`errors:${reply.refusal.code}`, reply.refusal.params) : null;
  const typed = found?.words ?? String(reply?.values['words'] ?? '');
  return (
    <Page
      title={title}
      width="full"
      aside={
        <LinkButton to={file} look="secondary" download>
          {t('queue:file')}
        </LinkButton>
      }
    >
      <QueueTabs current="list" />
      <p>{t('queue:intro')}</p>
      {reply ? (
        <ErrorSummary reply={reply} texts={null} labels={{ words: t('office:search.label') }} prefix="" />
      ) : null}
      <DossierSearch
        path={here}
        typed={typed}
        hint={t('queue:search.hint')}
        error={problem ? t(problem.key, problem.params ?? {}) : refused}
      />
      {found ? (
        <section>
          <h2>{t('office:search.found')}</h2>
          {found.more ? <Notice title={t('queue:search.more')} /> : null}
          {found.found.length === 0 ? (
            <Empty title={t('office:search.none')}>
              <p>{t('office:search.noneNote')}</p>
            </Empty>
          ) : (
            <QueueRows caption={t('office:search.found')} rows={found.found} companies={companies} />
          )}
        </section>
      ) : (
        <>
          <nav aria-label={t('queue:counts.label')}>
            <ul className="pc-filters">
              {quick.map(({ label, count, to, current }) => (
                <li key={to}>
                  <a href={to} aria-current={current ? 'page' : undefined}>
                    {label}
                    {count === null ? '' : ` (${count})`}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <FilterForm path={here} filters={filters} />
          {rows.length === 0 ? (
            <Empty title={t(narrowed ? 'queue:empty' : 'queue:emptyAll')} />
          ) : (
            <QueueRows caption={title} rows={rows} companies={companies} />
          )}
          <Pager previous={first} next={next} />
          <MerchantAdvice on={['signIn']} />
        </>
      )}
    </Page>
  );
}
