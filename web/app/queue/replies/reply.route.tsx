import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { changedReplyForm, removedReplyForm } from '#contracts/schemas/queue.ts';
import { attempt } from '../../forms/attempt.ts';
import { ChangedMeanwhile } from '../../forms/ChangedMeanwhile.tsx';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { ReplyFields } from './ReplyFields.tsx';

export const meta = titleMeta;

const back = href(pages.queue.replies);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user, params } = enter(pages.queue.reply, args);
  const { title, body, version } = await context.services.queue.reply(user, params.replyId);
  return { title: context.t('queue:replies.changeTitle'), values: { title, body }, version };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.queue.reply, args);
  const { queue } = context.services;
  const done = (announced: string) => {
    context.announce(announced);
    return redirect(back, 303);
  };
  const sent = await readFields(request);
  if (sent.get('form_name') === 'remove') {
    const form = checkForm(sent, removedReplyForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await queue.removeReply(user, { replyId: params.replyId, seen: form.value.seen });
      return done('queue:replies.removed');
    });
  }
  const form = checkForm(sent, changedReplyForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await queue.changeReply(user, { replyId: params.replyId, form: form.value });
    return done('queue:replies.changed');
  });
}

/** One of the texts that a company's people keep, changed or kept no more (B-09). */
export default function Reply() {
  const t = useT();
  const { title, values, version } = useLoaderData<typeof loader>();
  return (
    <Page title={title} crumbs={[{ label: t('queue:replies.title'), to: back }, { label: title }]}>
      <Form
        name="change"
        texts="queue:replies.fields"
        values={values}
        submit={t('queue:replies.changeSubmit')}
        beside={<a href={back}>{t('queue:replies.back')}</a>}
      >
        <ChangedMeanwhile form="change" texts="queue:replies.fields" record={values} mark={version} />
        <ReplyFields />
      </Form>
      <h2>{t('queue:replies.removeTitle')}</h2>
      <Form name="remove">
        <input type="hidden" name="seen" value={version} />
        <p>{t('queue:replies.removeNote')}</p>
        <Button look="danger">{t('queue:replies.remove')}</Button>
      </Form>
    </Page>
  );
}
