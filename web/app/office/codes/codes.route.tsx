import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { isUuid } from '#contracts/ids.ts';
import { isInstant } from '#contracts/instants.ts';
import { formId } from '#contracts/schemas/text.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { useT } from '../../texts.tsx';
import { Button, ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { Tabs } from '../../ui/navigation/Tabs.tsx';
import { presentReferral } from './codes.present.server.ts';

export const meta = titleMeta;

const states = ['sent', 'locked', 'used', 'expired', 'revoked'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  enter(pages.office.codes, args);
  const query = new URL(request.url).searchParams;
  const state = states.find((each) => each === query.get('etat')) ?? null;
  const [issuedAt, id] = (query.get('apres') ?? '').split('_');
  const { rows, more, counts } = await context.services.referrals.list({
    state,
    after: isInstant(issuedAt) && isUuid(id) ? { issuedAt, id } : null,
  });
  const last = rows.at(-1);
  return {
    title: context.t('office:codes.title'),
    of: [state && context.t(`office:codes.states.${state}`), query.get('apres') && context.t('layout:pager.following')],
    state,
    counts,
    rows: rows.map((row) => presentReferral(context.reader, row)),
    next:
      more && last ? withQuery(href(pages.office.codes), { etat: state, apres: `${last.issuedAt}_${last.id}` }) : null,
  };
}

const actForm = z.object({ id: formId });

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.codes, args);
  const form = await readForm(request, actForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    if (form.intent === 'revoke') await context.services.referrals.revoke(officer.id, form.value.id);
    else await context.services.referrals.resend(officer.id, form.value.id);
    context.announce(form.intent === 'revoke' ? 'office:codes.revokedDone' : 'office:codes.resentDone');
    return redirect(href(pages.office.codes), 303);
  });
}

export default function Codes() {
  const t = useT();
  const { rows, counts, state, next } = useLoaderData<typeof loader>();
  const total = states.reduce((sum, each) => sum + counts[each], 0);
  const filters = [
    { to: href(pages.office.codes), label: t('office:codes.all'), count: total, current: state === null },
    ...states.map((each) => ({
      to: withQuery(href(pages.office.codes), { etat: each }),
      label: t(`office:codes.states.${each}`),
      count: counts[each],
      current: state === each,
    })),
  ];
  return (
    <Page
      title={t('office:codes.title')}
      width="full"
      aside={<LinkButton to={href(pages.office.issueCodes)}>{t('office:codes.new')}</LinkButton>}
    >
      <OfficeTabs current="codes" />
      <Tabs label={t('office:codes.status')} tabs={filters} />
      <p>{t('office:codes.count', { count: state ? counts[state] : total })}</p>
      {rows.length === 0 ? (
        <Empty title={t('office:codes.empty')} />
      ) : (
        <Table
          caption={t('office:codes.caption')}
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
            { label: t('office:codes.issued'), nowrap: true, cell: (row) => row.issuedOn },
            { label: t('office:codes.until'), nowrap: true, cell: (row) => row.until },
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
              cell: (row) =>
                row.state === 'used' ? null : (
                  <Form name={`r${row.id.slice(0, 8)}`}>
                    <input type="hidden" name="id" value={row.id} />
                    <ButtonGroup>
                      <Button look="secondary" compact name="intent" value="resend">
                        {t('office:codes.resend')}
                      </Button>
                      {row.state === 'revoked' ? null : (
                        <Button look="tertiary" compact name="intent" value="revoke">
                          {t('office:codes.revoke')}
                        </Button>
                      )}
                    </ButtonGroup>
                  </Form>
                ),
            },
          ]}
        />
      )}
      <Pager next={next} />
    </Page>
  );
}
