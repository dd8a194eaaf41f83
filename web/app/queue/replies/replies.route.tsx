import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { replyForm } from '#contracts/schemas/queue.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { answerSearch } from '../../lists/answer-search.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { ListFile } from '../../lists/ListFile.tsx';
import { FullList } from '../../lists/FullList.tsx';
import { sortsOf } from '../../lists/orders.ts';
import { filterSaid } from '../../lists/FilterForm.tsx';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { QueueTabs } from '../QueueTabs.tsx';
import { askedOfReplies, replyOrders } from './asked.ts';
import { presentReplies, presentReplyFilters } from './present.server.ts';
import { ReplyFields } from './ReplyFields.tsx';

export const meta = titleMeta;

const here = href(pages.queue.replies);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.replies, args);
  const { t, reader, services } = context;
  const address = new URL(request.url).searchParams;
  const { filter, order, query } = askedOfReplies(address);
  const after = address.get('apres');
  const { rows, next, colleagues, full } = await services.queue.replyList(user, { filter, order, after });
  const companies = user.memberships.map(({ merchantId, merchantName }) => ({ id: merchantId, name: merchantName }));
  const filters = presentReplyFilters(reader, query, { companies, colleagues });
  return {
    title: t('queue:replies.title'),
    of: [...filterSaid(filters), after && t('layout:pager.following')],
    companies: companies.filter(({ id }) => !full.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    list: {
      here,
      caption: t('queue:replies.caption'),
      search: { label: t('queue:replies.look'), hint: t('queue:replies.lookHint') },
      filters,
      stays: { tri: query.tri },
      table: presentReplies(reader, companies.length > 1, rows),
      sorts: sortsOf(replyOrders, order, (tri) => withQuery(here, { ...query, tri })),
      count: null,
      empty: emptyList(t, {
        ...{ after, narrowed: Boolean(query.par ?? query.entreprise) },
        ...{ such: t('queue:replies.noneSuch'), none: t('queue:replies.none') },
      }),
      file: withQuery(href(pages.queue.repliesFile), query),
      next: next && withQuery(here, { ...query, apres: next }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.replies, args);
  const { queue } = context.services;
  const sent = await readFields(request);
  if (sent.get('intent') === 'search')
    return answerSearch(
      request,
      async (asked) => {
        const { rows, next } = await queue.findReplies(user, asked);
        return { found: presentReplies(context.reader, user.memberships.length > 1, rows).rows, next };
      },
      sent,
    );
  const form = checkForm(sent, replyForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await queue.addReply(user, { form: form.value, key: form.key });
    context.announce('queue:replies.added');
    return redirect(href(pages.queue.replies), 303);
  });
}

/** The short texts that a company's people keep for their messages (B-09). */
export default function Replies() {
  const t = useT();
  const { title, companies, list } = useLoaderData<typeof loader>();
  const [only] = companies;
  return (
    <Page title={title} width="full" aside={<ListFile to={list.file} />}>
      <QueueTabs current="replies" />
      <p className="pc-lead">{t('queue:replies.intro')}</p>
      <FullList list={list} />
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
