import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { formId } from '#contracts/schemas/text.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { answerSearch } from '../../lists/answer-search.ts';
import { sortsOf } from '../../lists/orders.ts';
import { SearchedList } from '../../lists/SearchedList.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { useT } from '../../texts.tsx';
import { Button, ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { Table, type ColumnSort } from '../../ui/data/Table.tsx';
import { Tabs } from '../../ui/navigation/Tabs.tsx';
import { askedOfCodes, codeOrders, codeStates } from './asked.ts';
import { presentReferral } from './codes.present.server.ts';

export const meta = titleMeta;

const here = href(pages.office.codes);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.codes, args);
  const { t, reader, services } = context;
  const address = new URL(request.url).searchParams;
  const { filter, order, query } = askedOfCodes(address);
  const after = address.get('apres');
  const { rows, next, counts, most } = await services.referrals.list(officer, { filter, order, after });
  const { state } = filter;
  return {
    title: t('office:codes.title'),
    of: [state && t(`office:codes.states.${state}`), after && t('layout:pager.following')],
    state,
    tri: query.tri,
    counts,
    most,
    rows: rows.map((row) => presentReferral(reader, row)),
    sorts: sortsOf(codeOrders, order, (tri) => withQuery(here, { ...query, tri })),
    file: withQuery(href(pages.office.codesFile), query),
    empty: emptyList(t, {
      after,
      narrowed: state !== null,
      such: t('office:codes.empty'),
      none: t('office:codes.emptyAll'),
    }).title,
    next: next && withQuery(here, { ...query, apres: next }),
  };
}

const actForm = z.object({ id: formId });

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.codes, args);
  const sent = await readFields(request);
  if (sent.get('intent') === 'search')
    return answerSearch(
      request,
      async (asked) => {
        const { rows, next } = await context.services.referrals.find(officer, asked);
        return { found: rows.map((row) => presentReferral(context.reader, row)), next };
      },
      sent,
    );
  const form = checkForm(sent, actForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    if (form.intent === 'revoke') await context.services.referrals.revoke(officer.id, form.value.id);
    else await context.services.referrals.resend(officer.id, form.value.id);
    context.announce(form.intent === 'revoke' ? 'office:codes.revokedDone' : 'office:codes.resentDone');
    return redirect(href(pages.office.codes), 303);
  });
}

/** The Office's requests and their codes (F-051, B-11). */
export default function Codes() {
  const t = useT();
  const { title, rows, counts, most, state, tri, sorts, file, empty, next } = useLoaderData<typeof loader>();
  const shown = (count: number) => (count < most ? count : t('office:codes.more', { count: most - 1 }));
  const count = counts[state ?? 'all'];
  const filters = [
    { to: withQuery(here, { tri }), label: t('office:codes.all'), count: shown(counts.all), current: state === null },
    ...codeStates.map((each) => ({
      to: withQuery(here, { etat: each, tri }),
      label: t(`office:codes.states.${each}`),
      count: shown(counts[each]),
      current: state === each,
    })),
  ];
  return (
    <Page
      title={title}
      width="full"
      aside={
        <ButtonGroup>
          <LinkButton to={href(pages.office.issueCodes)}>{t('office:codes.new')}</LinkButton>
          <LinkButton to={file} look="secondary" download>
            {t('lists:file')}
          </LinkButton>
        </ButtonGroup>
      }
    >
      <OfficeTabs current="codes" />
      <StaleRefusal shown={['', ...rows.filter(hasActs).map(formOf)]} />
      <SearchedList<Row>
        path={here}
        label={t('office:codes.look')}
        hint={t('office:codes.lookHint')}
        rowsOf={(found) => <CodeRows caption={t('lists:search.found')} rows={found} sorts={{}} />}
      >
        <Tabs label={t('office:codes.status')} tabs={filters} />
        <p>{count < most ? t('office:codes.count', { count }) : t('office:codes.countMore', { count: most - 1 })}</p>
        {rows.length === 0 ? (
          <Empty title={empty} />
        ) : (
          <CodeRows caption={t('office:codes.caption')} rows={rows} sorts={sorts} />
        )}
        <Pager next={next} />
      </SearchedList>
    </Page>
  );
}

type Row = ReturnType<typeof presentReferral>;

function CodeRows({ caption, rows, sorts }: { caption: string; rows: Row[]; sorts: Record<string, ColumnSort> }) {
  const t = useT();
  return (
    <Table<Row>
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      dense
      columns={[
        { label: t('office:codes.reference'), nowrap: true, cell: (row) => row.reference },
        { label: t('office:codes.consumer'), cell: (row) => row.email },
        {
          label: t('office:codes.merchant'),
          cell: (row) => (
            <>
              {row.merchantName}
              <span className="pc-second-line">{row.kind}</span>
            </>
          ),
        },
        { label: t('office:codes.issued'), nowrap: true, sort: sorts['issued'], cell: (row) => row.issuedOn },
        { label: t('office:codes.until'), nowrap: true, sort: sorts['until'], cell: (row) => row.until },
        {
          label: t('office:codes.status'),
          nowrap: true,
          cell: (row) => (
            <>
              <Chip>{t(`office:codes.state.${row.state}`)}</Chip>{' '}
              {row.dossierId ? (
                <a href={href(pages.office.dossier, { dossierId: row.dossierId })}>{row.dossierNumber}</a>
              ) : null}
              {row.mailState === 'failed' ? <> {t('office:codes.mailFailed')}</> : null}
            </>
          ),
        },
        {
          label: t('office:codes.acts'),
          nowrap: true,
          cell: (row) => (hasActs(row) ? <CodeActs row={row} /> : null),
        },
      ]}
    />
  );
}

const formOf = ({ id }: Row): string => `r${id.slice(0, 8)}`;

/** Codes that opened a dossier are over; those whose address is erased may only be called back, once. */
const hasActs = ({ state, email }: Row): boolean => state !== 'used' && (state !== 'revoked' || email !== '');

function CodeActs({ row }: { row: Row }) {
  const t = useT();
  return (
    <Form name={formOf(row)}>
      <input type="hidden" name="id" value={row.id} />
      <ButtonGroup>
        {/* Once its address is erased there is nobody to send a code to. */}
        {row.email === '' ? null : (
          <Button look="secondary" compact name="intent" value="resend">
            {t('office:codes.resend')}
          </Button>
        )}
        {row.state === 'revoked' ? null : (
          <Button look="tertiary" compact name="intent" value="revoke">
            {t('office:codes.revoke')}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  );
}
