import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { memberNameForm, removalForm, roleForm } from '#contracts/schemas/office.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { AccountStatus } from '../AccountStatus.tsx';
import { NameCorrection } from '../NameCorrection.tsx';
import { ResendLink } from '../ResendLink.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.office.member, args);
  const { directory } = context.services;
  const merchant = await directory.merchant(params.merchantId);
  const members = await directory.members(merchant.id);
  const member = await directory.member(merchant.id, params.userId);
  const respondents = members.filter(({ role, state }) => role === 'respondent' && state !== 'removed');
  return {
    title: member.name,
    of: merchant.name,
    merchant: { id: merchant.id, name: merchant.name },
    member,
    lastRespondent: respondents.length === 1 && respondents[0]?.id === member.id,
    since: context.reader.shortDay(member.since),
    until: member.until ? context.reader.shortDay(member.until) : '',
    now: context.now,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.member, args);
  const { directory } = context.services;
  const merchantId = params.merchantId;
  const { id } = await directory.member(merchantId, params.userId);
  const act = { actorId: officer.id, merchantId, userId: id };
  const back = (announced: string) => {
    context.announce(announced);
    return redirect(href(pages.office.member, { merchantId, userId: id }), 303);
  };
  const sent = await readFields(request);
  const name = sent.get('form_name');
  if (name === 'role') {
    const form = checkForm(sent, roleForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await directory.changeRole({ ...act, role: form.value.role, key: form.key });
      return back('directory:member.roleDone');
    });
  }
  if (name === 'remove') {
    const form = checkForm(sent, removalForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await directory.endMembership({ ...act, key: form.key });
      return back('directory:member.removed');
    });
  }
  if (name === 'correct') {
    const form = checkForm(sent, memberNameForm);
    if (!form.ok) return form.reply;
    const { seen, ...printed } = form.value;
    return attempt(form.values, async () => {
      await directory.correctPerson({ actorId: officer.id, userId: id, printed, seen, key: form.key });
      return back('directory:correct.done');
    });
  }
  const form = checkForm(sent, z.object({}));
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    if (name === 'restore') await directory.restoreMember({ ...act, key: form.key });
    else await directory.resendActivation({ ...act, key: form.key });
    return back(name === 'restore' ? 'directory:member.restored' : 'directory:resend.done');
  });
}

/** A person of a merchant: the name corrected, the link sent again, another role, access removed or given back (F-016, F-019). */
export default function Member() {
  const t = useT();
  const { merchant, member, lastRespondent, since, until, now } = useLoaderData<typeof loader>();
  const back = href(pages.office.merchant, { merchantId: merchant.id });
  const other = member.role === 'respondent' ? 'representative' : 'respondent';
  const shown =
    member.state === 'removed'
      ? ['restore']
      : ['role', 'remove', 'correct', ...(member.state === 'invited' ? ['resend'] : [])];
  return (
    <Page
      title={<UserText inline>{member.name}</UserText>}
      crumbs={[
        { label: t('directory:merchants.title'), to: href(pages.office.merchants) },
        { label: <UserText inline>{merchant.name}</UserText>, to: back },
        { label: <UserText inline>{member.name}</UserText> },
      ]}
    >
      <StaleRefusal shown={shown} />
      <DescriptionList
        items={[
          { label: t('directory:email'), value: <UserText inline>{member.email}</UserText> },
          { label: t('directory:member.merchant'), value: <UserText inline>{merchant.name}</UserText> },
          { label: t('directory:member.roleTitle'), value: t(`directory:role.${member.role}`) },
          { label: t('directory:status'), value: <AccountStatus {...member} now={now} /> },
          { label: t('directory:since'), value: since },
          { label: t('directory:member.inCharge'), value: String(member.inCharge) },
        ]}
      />
      {member.state === 'removed' ? (
        <Form name="restore" submit={t('directory:member.restore')}>
          <p>{t('directory:member.removedOn', { date: until })}</p>
        </Form>
      ) : (
        <>
          {member.state === 'invited' ? <ResendLink /> : null}
          <NameCorrection printed={member} />
          <h2>{t('directory:member.roleTitle')}</h2>
          <Form name="role">
            <p>
              <strong>{t(`directory:role.${other}`)}.</strong> {t(`directory:add.roleHint.${other}`)}
            </p>
            {lastRespondent ? <p>{t('directory:member.removeLast')}</p> : null}
            <Button look="secondary" name="role" value={other}>
              {t(other === 'respondent' ? 'directory:member.toRespondent' : 'directory:member.toRepresentative')}
            </Button>
          </Form>
          <h2>{t('directory:member.removeTitle')}</h2>
          <Form name="remove" labels={{ confirmed: t('directory:member.confirm') }}>
            <ul>
              <li>{t('directory:member.removeNow')}</li>
              <li>{t('directory:member.removeCharge', { count: member.inCharge })}</li>
              {Number(member.answering) > 0 ? (
                <li>{t('directory:member.removeAnswers', { count: member.answering })}</li>
              ) : null}
              {lastRespondent ? <li>{t('directory:member.removeLast')}</li> : null}
              <li>{t('directory:member.contentStays')}</li>
            </ul>
            <Checkbox name="confirmed" label={t('directory:member.confirm')} />
            <Button look="danger">{t('directory:member.remove')}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}
