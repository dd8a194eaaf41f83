import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { searchForm } from '#contracts/schemas/office-desk.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { ErrorSummary } from '../../ui/form/ErrorSummary.tsx';
import { useFormReply } from '../../ui/form/Form.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { Tabs } from '../../ui/navigation/Tabs.tsx';
import { FilterForm } from '../FilterForm.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { askedOf } from './asked.ts';
import { DossierRows } from './DossierRows.tsx';
import { DossierSearch } from './DossierSearch.tsx';
import { presentDossierFilters, presentOfficeRow } from './present.server.ts';

export const meta = titleMeta;

const here = href(pages.office.dossiers);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.dossiers, args);
  const { office } = context.services;
  const address = new URL(request.url).searchParams;
  const statuses = context.reader.choices('statuses');
  const { filter, query } = askedOf(address, (code) => statuses.some((each) => each.code === code));
  const after = address.get('apres');
  const [{ rows, next }, choices] = await Promise.all([
    office.dossiers({ officerId: officer.id, filter, after }),
    office.dossierChoices(),
  ]);
  const { status, awaited } = filter;
  return {
    title: context.t('office:dossiers.title'),
    of: [
      awaited ? context.t('office:dossiers.awaited') : statuses.find(({ code }) => code === status)?.label,
      after && context.t('layout:pager.following'),
    ],
    status,
    awaited,
    statuses,
    query,
    filters: presentDossierFilters(context.reader, query, choices),
    rows: rows.map((row) => presentOfficeRow(context.reader, row)),
    next: next && withQuery(here, { ...query, apres: next }),
  };
}

/** A search answers with what it found and leads nowhere: its words are in no address. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.dossiers, args);
  const form = await readForm(request, searchForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { words } = form.value;
    const { rows, more } = await context.services.office.searchDossiers(officer, words);
    return data({ words, more, found: rows.map((row) => presentOfficeRow(context.reader, row)) });
  });
}

/** Every dossier that the Office follows, narrowed by its address, or looked for (F-005, B-11). */
export default function Dossiers() {
  const t = useT();
  const { rows, statuses, status, awaited, next, query, filters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply = useFormReply();
  const found = answer && 'found' in answer ? answer : null;
  const refused = reply?.refusal ? t(`errors:${reply.refusal.code}`, reply.refusal.params) : null;
  const problem = reply?.errors['words'];
  const typed = found?.words ?? String(reply?.values['words'] ?? '');
  const tab = (own: Record<string, string | null>) => withQuery(here, { ...query, etape: null, vue: null, ...own });
  return (
    <Page title={t('office:dossiers.title')} width="full">
      <OfficeTabs current="dossiers" />
      <p>{t('office:dossiers.note')}</p>
      {reply ? (
        <ErrorSummary reply={reply} texts={null} labels={{ words: t('office:search.label') }} prefix="" />
      ) : null}
      <DossierSearch path={here} typed={typed} error={problem ? t(problem.key, problem.params ?? {}) : refused} />
      {found ? (
        <section>
          <h2>{t('office:search.found')}</h2>
          {found.more ? <Notice title={t('office:search.more')} /> : null}
          {found.found.length === 0 ? (
            <Empty title={t('office:search.none')}>
              <p>{t('office:search.noneNote')}</p>
            </Empty>
          ) : (
            <DossierRows caption={t('office:search.found')} rows={found.found} />
          )}
        </section>
      ) : (
        <>
          <Tabs
            label={t('office:dossiers.status')}
            tabs={[
              { to: tab({}), label: t('office:dossiers.all'), current: status === null && !awaited },
              { to: tab({ vue: 'office' }), label: t('office:dossiers.awaited'), current: awaited },
              ...statuses.map(({ code, label }) => ({ to: tab({ etape: code }), label, current: status === code })),
            ]}
          />
          <FilterForm path={here} filters={filters} stays={{ etape: status, vue: awaited ? 'office' : null }} />
          {rows.length === 0 ? (
            <Empty title={t('office:dossiers.empty')} />
          ) : (
            <DossierRows caption={t('office:dossiers.caption')} rows={rows} />
          )}
          <Pager next={next} />
        </>
      )}
    </Page>
  );
}
