import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { codeStepForm, passkeyStepForm, recoveryStepForm } from '#contracts/schemas/factors.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form, useFormReply } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { Details } from '../../ui/layout/Details.tsx';
import { askedPage, homeOf, withAsked } from '../page-after-sign-in.ts';
import { PasskeyForm } from './PasskeyForm.tsx';

export const meta = titleMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = askedPage(request);
  if (context.user) throw redirect(homeOf(context.user.kind, asked), 303);
  const { accounts } = context.services;
  const awaited = await accounts.awaitedPerson(context.pending.get());
  const signIn = withAsked(href(pages.accounts.signIn), asked);
  const title = context.t('factors:step.title');
  if (!awaited) return { title, signIn, over: true as const };
  const { person, factors } = awaited;
  const hasPasskey = factors.passkeys.length > 0;
  return {
    title,
    signIn,
    over: false as const,
    hasCode: factors.authenticatorSince !== null,
    hasRecovery: factors.recoveryCodes > 0,
    officeEmail: context.settings.officeEmail,
    options: hasPasskey ? JSON.stringify(await accounts.passkeyRequest(person.id)) : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ip, device, services, pending } = context;
  const { accounts } = services;
  const from = { mark: pending.get(), ip, device };
  const enter = async ({ userId, kind }: Awaited<ReturnType<typeof accounts.answerWithCode>>) => {
    await context.session.complete(userId, { mark: from.mark });
    return redirect(homeOf(kind, askedPage(request)), 303);
  };
  const sent = await readFields(request);
  switch (sent.get('form_name')) {
    case 'passkey': {
      const form = checkForm(sent, passkeyStepForm);
      if (!form.ok) return form.reply;
      const { credential } = form.value;
      return attempt(form.values, async () => enter(await accounts.answerWithPasskey({ ...from, credential })));
    }
    case 'recovery': {
      const form = checkForm(sent, recoveryStepForm);
      if (!form.ok) return form.reply;
      const code = form.value.recovery;
      return attempt(form.values, async () => enter(await accounts.answerWithRecovery({ ...from, code })));
    }
    default: {
      const form = checkForm(sent, codeStepForm);
      if (!form.ok) return form.reply;
      const { code } = form.value;
      return attempt(form.values, async () => enter(await accounts.answerWithCode({ ...from, code })));
    }
  }
}

/** The second step (A-28, ASVS 6.3.3): a code, a passkey, or one of the recovery codes. Nothing of the account is open before. */
export default function SecondStep() {
  const loaded = useLoaderData<typeof loader>();
  const t = useT();
  const recoveryRefused = useFormReply('recovery') !== null;
  const { title, signIn } = loaded;
  if (loaded.over) {
    return (
      <Page title={title}>
        <p className="pc-lead">{t('errors:auth.step_over')}</p>
        <p>
          <a href={signIn}>{t('account:signIn.title')}</a>
        </p>
      </Page>
    );
  }
  const { hasCode, hasRecovery, options, officeEmail } = loaded;
  return (
    <Page title={title}>
      <p className="pc-lead">{t('factors:step.lead')}</p>
      {hasCode ? (
        <Form name="code" texts="account:fields" submit={t('factors:step.submit')}>
          <TextField
            name="code"
            size="sm"
            inputMode="numeric"
            autoComplete="one-time-code"
            label={t('factors:code.label')}
            hint={t('factors:code.hint')}
          />
        </Form>
      ) : null}
      {options ? (
        <>
          {hasCode ? <h2>{t('factors:step.orPasskey')}</h2> : null}
          <PasskeyForm
            kind="get"
            options={options}
            look={hasCode ? 'secondary' : 'primary'}
            submit={t('factors:step.passkey')}
          />
        </>
      ) : null}
      <Details summary={t('factors:step.lost')} open={recoveryRefused}>
        {hasRecovery ? (
          <Form name="recovery">
            <p>{t('factors:step.recovery')}</p>
            <TextField
              name="recovery"
              size="md"
              autoComplete="off"
              spellCheck={false}
              label={t('factors:recovery.label')}
              hint={t('factors:recovery.hint')}
            />
            <Button look="secondary">{t('factors:recovery.submit')}</Button>
          </Form>
        ) : null}
        <p>{t('factors:step.office', { email: officeEmail })}</p>
      </Details>
      <p>
        <a href={signIn}>{t('factors:step.other')}</a>
      </p>
    </Page>
  );
}
