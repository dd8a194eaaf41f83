import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isCode } from '#content/lists/index.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { fieldsForm, mediatorClosingForm, mediatorNameForm } from '#contracts/schemas/office.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { AccountStatus } from '../AccountStatus.tsx';
import { DossierNumbers } from '../DossierNumbers.tsx';
import { NameCorrection } from '../NameCorrection.tsx';
import { ResendLink } from '../ResendLink.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { useT } from '../../texts.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { MediatorFields } from './MediatorFields.tsx';
import { goOnFrom } from './go-on.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.office.mediator, args);
  const mediator = await context.services.directory.mediator(params.userId);
  return { title: mediator.name, mediator, kinds: context.reader.choices('problemKinds'), now: context.now };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.mediator, args);
  const { directory } = context.services;
  const { id } = await directory.mediator(params.userId);
  const act = { actorId: officer.id, userId: id };
  const back = (announced: string) => {
    context.announce(announced);
    return redirect(href(pages.office.mediator, { userId: id }), 303);
  };
  const sent = await readFields(request);
  const name = sent.get('form_name');
  if (name === 'close') {
    const form = checkForm(sent, mediatorClosingForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      const handOverId = await directory.closeMediator({ ...act, running: form.value.running, key: form.key });
      if (handOverId === null) return back('directory:mediator.closed');
      context.announce('directory:mediator.closed');
      return goOnFrom(context, officer, handOverId);
    });
  }
  if (name === 'fields') {
    const form = checkForm(
      sent,
      fieldsForm((code) => isCode('problemKinds', code)),
    );
    if (!form.ok) return form.reply;
    const { fields: kinds, seen } = form.value;
    return attempt(form.values, async () => {
      await directory.setFields({ ...act, kinds, seen, key: form.key });
      return back('directory:mediator.fieldsDone');
    });
  }
  if (name === 'correct') {
    const form = checkForm(sent, mediatorNameForm);
    if (!form.ok) return form.reply;
    const { seen, ...printed } = form.value;
    return attempt(form.values, async () => {
      await directory.correctPerson({ ...act, printed, seen, key: form.key });
      return back('directory:correct.done');
    });
  }
  const form = checkForm(sent, z.object({}));
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    if (name === 'release') {
      const handOverId = await directory.releaseLeft({ ...act, key: form.key });
      return handOverId === null ? back('directory:mediator.releasedAlready') : goOnFrom(context, officer, handOverId);
    }
    if (name === 'reopen') await directory.reopenMediator({ ...act, key: form.key });
    else await directory.resendActivation({ ...act, key: form.key });
    return back(name === 'reopen' ? 'directory:mediator.reopened' : 'directory:resend.done');
  });
}

/** A mediator's account: name and accreditation corrected, their field stated (B-11), the link sent again, the account closed, with what goes back to the Office's queue then, or opened again (F-020, F-121). */
export default function Mediator() {
  const t = useT();
  const { mediator, kinds, now } = useLoaderData<typeof loader>();
  const name = <UserText inline>{mediator.name}</UserText>;
  const shown =
    mediator.state === 'removed'
      ? ['reopen', ...(mediator.dossiers.length > 0 ? ['release'] : [])]
      : ['correct', 'fields', 'close', ...(mediator.state === 'invited' ? ['resend'] : [])];
  return (
    <Page
      title={name}
      crumbs={[{ label: t('directory:mediators.title'), to: href(pages.office.mediators) }, { label: name }]}
    >
      <StaleRefusal shown={shown} />
      <DescriptionList
        items={[
          { label: t('directory:email'), value: <UserText inline>{mediator.email}</UserText> },
          {
            label: t('directory:mediators.accreditation'),
            value: mediator.accreditation ? <UserText inline>{mediator.accreditation}</UserText> : '',
          },
          { label: t('directory:language'), value: t(`directory:languages.${mediator.language}`) },
          { label: t('directory:status'), value: <AccountStatus {...mediator} now={now} /> },
          { label: t('directory:mediators.mediations'), value: String(mediator.mediations) },
        ]}
      />
      {mediator.state === 'removed' ? (
        <>
          {mediator.dossiers.length > 0 ? (
            <Form name="release" submit={t('directory:mediator.release', { count: mediator.dossiers.length })}>
              <Notice kind="warning" title={t('directory:mediator.left', { count: mediator.dossiers.length })}>
                <DossierNumbers dossiers={mediator.dossiers} />
              </Notice>
            </Form>
          ) : null}
          <Form name="reopen" submit={t('directory:mediator.reopen')}>
            <p>{t('directory:mediator.isClosed')}</p>
          </Form>
        </>
      ) : (
        <>
          {mediator.state === 'invited' ? <ResendLink /> : null}
          <NameCorrection printed={mediator} />
          <MediatorFields kinds={kinds} chosen={mediator.fields} mark={mediator.fieldsMark} />
          <h2>{t('directory:mediator.closeTitle')}</h2>
          {mediator.dossiers.length > 0 ? <Running userId={mediator.id} dossiers={mediator.dossiers} /> : null}
          <Form name="close" labels={{ confirmed: t('directory:member.confirm') }}>
            <input type="hidden" name="running" value={mediator.dossiers.length} />
            <ul>
              <li>{t('directory:mediator.closeNow')}</li>
              <li>{t('directory:mediator.closeBack', { count: mediator.dossiers.length })}</li>
              <li>{t('directory:mediator.contentStays')}</li>
            </ul>
            <Checkbox name="confirmed" label={t('directory:member.confirm')} />
            <Button look="danger">
              {mediator.dossiers.length > 0
                ? t('directory:mediator.closeAndRelease', { count: mediator.dossiers.length })
                : t('directory:mediator.close')}
            </Button>
          </Form>
        </>
      )}
    </Page>
  );
}

/** What goes back to the Office's queue, unless it is given to others first. */
function Running({ userId, dossiers }: { userId: string; dossiers: { id: string; number: string }[] }) {
  const t = useT();
  return (
    <>
      <p>{t('directory:mediator.closeRunning', { count: dossiers.length })}</p>
      <DossierNumbers dossiers={dossiers} />
      <LinkButton to={href(pages.office.handOver, { userId })} look="secondary">
        {t('office:handOver.link')}
      </LinkButton>
    </>
  );
}
