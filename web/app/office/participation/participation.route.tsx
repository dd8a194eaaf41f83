import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { acceptForm, answerForm } from '#contracts/schemas/participation.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { slugOf } from '../desk/queues.ts';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { Answers, Beside } from './Answers.tsx';
import { presentParticipation } from './present.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.office.participation, args);
  const facts = await context.services.participation.one(params.participationId);
  return {
    title: context.t('participation:review.title', { number: facts.number }),
    of: facts.legalName,
    page: presentParticipation(context.reader, facts),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.participation, args);
  const { participation } = context.services;
  const id = params.participationId;
  const back = (announced: string) => {
    context.announce(announced);
    return redirect(href(pages.office.participation, { participationId: id }), 303);
  };
  const sent = await readFields(request);
  const name = sent.get('form_name');
  if (name === 'correct' || name === 'decline') {
    const form = checkForm(sent, answerForm);
    if (!form.ok) return form.reply;
    const answered = { officerId: officer.id, id, ...form.value, key: form.key };
    return attempt(form.values, async () => {
      await (name === 'correct' ? participation.askCorrection(answered) : participation.decline(answered));
      return back(name === 'correct' ? 'participation:review.corrected' : 'participation:review.declined');
    });
  }
  const form = checkForm(sent, acceptForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await participation.accept({ officerId: officer.id, id, seen: form.value.seen, key: form.key });
    return back('participation:review.accepted');
  });
}

/** F-014, B-11: a company that asks to take part: what it says, what is known beside it, and the Office's answer. */
export default function ReviewParticipation() {
  const t = useT();
  const { title, page } = useLoaderData<typeof loader>();
  const open = page.state === 'waiting' || page.state === 'correction';
  const mayAccept = page.state === 'waiting' && !page.enrolled && !page.taken;
  return (
    <Page
      title={title}
      width="full"
      crumbs={[
        { label: t('office:desk.title'), to: href(pages.office.home) },
        {
          label: t('office:desk.queues.participations.title'),
          to: href(pages.office.queue, { queue: slugOf('participations') }),
        },
        { label: title },
      ]}
    >
      <OfficeTabs current="home" />
      <StaleRefusal shown={[...(open ? ['correct', 'decline'] : []), ...(mayAccept ? ['accept'] : [])]} />
      <DescriptionList items={worded(page.course)} />
      {page.merchantId ? (
        <p>
          <a href={href(pages.office.merchant, { merchantId: page.merchantId })}>
            {t('participation:review.merchant')}
          </a>
        </p>
      ) : null}
      {open ? <Beside {...page} /> : null}
      <h2>{t('participation:review.form')}</h2>
      <DescriptionList items={worded(page.company)} />
      <Table
        caption={t('participation:review.peopleCaption')}
        rows={page.people}
        rowKey={({ email }) => email}
        dense
        columns={[
          { label: t('directory:name'), cell: ({ name }) => <UserText inline>{name}</UserText> },
          { label: t('directory:merchant.role'), cell: ({ role }) => role },
          { label: t('directory:email'), cell: ({ email }) => <UserText inline>{email}</UserText> },
          { label: t('directory:fields.phone.label'), nowrap: true, cell: ({ phone }) => phone },
          { label: t('participation:review.account'), cell: ({ account }) => account },
        ]}
      />
      {open ? <Answers version={page.version} mayAccept={mayAccept} /> : <p>{t('participation:review.over')}</p>}
    </Page>
  );
}

/** What people wrote, as such. */
function worded(lines: { label: string; value: string }[]) {
  return lines.map(({ label, value }) => ({ label, value: value ? <UserText>{value}</UserText> : '' }));
}
