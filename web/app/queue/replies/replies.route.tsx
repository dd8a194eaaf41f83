import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { replyForm } from '#contracts/schemas/queue.ts';
import { replyLimits } from '#domain/queue/replies.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { QueueTabs } from '../QueueTabs.tsx';
import { ReplyFields } from './ReplyFields.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user } = enter(pages.queue.replies, args);
  const { t, reader } = context;
  const kept = await context.services.queue.replies(user);
  const several = user.memberships.length > 1;
  const count = (id: string) => kept.filter(({ merchantId }) => merchantId === id).length;
  return {
    title: t('queue:replies.title'),
    rows: kept.map(({ id, title, body, savedBy, savedAt, merchantName }) => ({
      id,
      title: several ? t('queue:absences.of', { name: title, company: merchantName }) : title,
      body,
      saved: t('queue:replies.savedBy', { name: savedBy, date: reader.shortDay(savedAt) }),
    })),
    companies: user.memberships
      .filter(({ merchantId }) => count(merchantId) < replyLimits.each)
      .map(({ merchantId, merchantName }) => ({ value: merchantId, label: merchantName })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.replies, args);
  const form = await readForm(request, replyForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.queue.addReply(user, { form: form.value, key: form.key });
    context.announce('queue:replies.added');
    return redirect(href(pages.queue.replies), 303);
  });
}

/** The short texts that a company's people keep for their messages (B-09). */
export default function Replies() {
  const t = useT();
  const { title, rows, companies } = useLoaderData<typeof loader>();
  type Row = (typeof rows)[number];
  const [only] = companies;
  return (
    <Page title={title} width="full">
      <QueueTabs current="replies" />
      <p className="pc-lead">{t('queue:replies.intro')}</p>
      {rows.length === 0 ? (
        <p>{t('queue:replies.none')}</p>
      ) : (
        <Table<Row>
          caption={t('queue:replies.caption')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              label: t('queue:replies.name'),
              cell: (row) => (
                <a href={href(pages.queue.reply, { replyId: row.id })}>
                  <UserText inline>{row.title}</UserText>
                </a>
              ),
            },
            { label: t('queue:replies.text'), cell: ({ body }) => <UserText>{body}</UserText> },
            { label: t('queue:replies.saved'), cell: ({ saved }) => <UserText inline>{saved}</UserText> },
          ]}
        />
      )}
      <h2>{t('queue:replies.add')}</h2>
      {only ? (
        <Form name="add" texts="queue:replies.fields" submit={t('queue:replies.submit')}>
          {companies.length > 1 ? (
            <Select name="merchantId" options={companies} />
          ) : (
            <input type="hidden" name="merchantId" value={only.value} />
          )}
          <ReplyFields />
        </Form>
      ) : (
        <Notice title={t('queue:replies.full')} />
      )}
    </Page>
  );
}
