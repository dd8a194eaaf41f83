import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { tick } from '#contracts/schemas/closing.ts';
import { policyForm } from '#contracts/schemas/policy.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { presentComparison } from './present-policy.server.ts';

export const meta = titleMeta;

/** The version that the address carries. @throws Response that leads to its form, for one that this would have refused. */
function versionOf(request: Request) {
  const read = policyForm.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!read.success) throw redirect(href(pages.office.nextPolicy), 303);
  return read.data;
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  enter(pages.office.confirmPolicy, args);
  const version = versionOf(request);
  const comparison = await context.services.policy.compare(version);
  return { title: context.t('policy:confirm.title'), page: presentComparison(context.reader, comparison, version) };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.confirmPolicy, args);
  const version = versionOf(request);
  const form = await readForm(request, z.object({ confirmed: tick }));
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const outcome = await context.services.policy.setNext(officer, { form: version, key: form.key });
    context.announce(`policy:confirm.done.${outcome}`);
    return redirect(href(pages.office.policy), 303);
  });
}

/** What the next version changes, for whom, and what stays as it is, before it is confirmed (T-08, A-06). */
export default function ConfirmPolicy() {
  const t = useT();
  const { title, page } = useLoaderData<typeof loader>();
  const { rows, after, says } = page;
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('policy:title'), to: href(pages.office.policy) },
        { label: t('policy:edit.title'), to: href(pages.office.nextPolicy) },
        { label: title },
      ]}
    >
      {rows.length === 0 ? (
        <p>{t('policy:confirm.none')}</p>
      ) : (
        <Table
          caption={t('policy:confirm.caption')}
          rows={rows}
          rowKey={({ term }) => term}
          columns={[
            { label: t('policy:term'), cell: ({ label }) => label },
            { label: t('policy:confirm.before'), cell: ({ before }) => before },
            { label: after, cell: ({ length }) => length },
            { label: t('policy:who'), cell: ({ who }) => who },
          ]}
        />
      )}
      <ul>
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Form
        labels={{ confirmed: t('policy:confirm.tick') }}
        submit={t('policy:confirm.submit')}
        beside={<a href={href(pages.office.nextPolicy)}>{t('policy:confirm.change')}</a>}
      >
        <Checkbox name="confirmed" label={t('policy:confirm.tick')} />
      </Form>
    </Page>
  );
}
