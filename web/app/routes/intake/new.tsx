import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { codesForm } from '#contracts/schemas/intake.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { requireKind } from '../../guards.ts';
import { CarriedCode } from '../../intake/CarriedCode.tsx';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';

export const meta = titleMeta;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const title = context.t('intake:new.title');
  const reference = new URL(request.url).searchParams.get('ref')?.slice(0, 40) ?? '';
  if (!context.user)
    return { title, reference, signedIn: false, waiting: [], officeEmail: context.settings.officeEmail };
  const user = requireKind(context, 'consumer');
  const waiting = await context.services.intake.openRequests(user.id);
  return { title, reference, signedIn: true, waiting, officeEmail: context.settings.officeEmail };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const user = requireKind(context, 'consumer');
  const form = await readForm(request, codesForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const dossierId = await context.services.intake.recogniseCodes(user, form.value, context.ip);
    return redirect(`/dossiers/nouveau/${dossierId}`, 303);
  });
}

export default function NewDossier() {
  const t = useT();
  const { reference, signedIn, waiting, officeEmail } = useLoaderData<typeof loader>();
  const back = encodeURIComponent(`/dossiers/nouveau${reference ? `?ref=${encodeURIComponent(reference)}` : ''}`);
  return (
    <Page title={t('intake:new.title')}>
      <CarriedCode />
      <p>{t('intake:new.intro')}</p>
      <Notice kind="neutral">
        <p>{t('intake:new.contactFirst')}</p>
      </Notice>
      {waiting.length > 0 ? (
        <Notice kind="information" title={t('intake:new.waiting')}>
          <ul>
            {waiting.map((each) => (
              <li key={each.dossierId}>
                <a href={`/dossiers/nouveau/${each.dossierId}`}>
                  {t('intake:new.continue', { merchant: each.merchantName, reference: each.reference })}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {signedIn ? (
        <Form
          values={{ reference }}
          submit={t('intake:new.submit')}
          labels={{ reference: t('intake:new.reference'), accessCode: t('intake:new.code') }}
        >
          <TextField
            name="reference"
            label={t('intake:new.reference')}
            hint={t('intake:new.referenceHint')}
            size="md"
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            name="accessCode"
            label={t('intake:new.code')}
            hint={t('intake:new.codeHint')}
            size="md"
            autoComplete="off"
            spellCheck={false}
          />
        </Form>
      ) : (
        <>
          <p>{t('intake:new.signedOut')}</p>
          <ButtonGroup>
            <LinkButton to={`/inscription?suite=${back}`}>{t('intake:new.register')}</LinkButton>
            <LinkButton to={`/connexion?suite=${back}`} look="secondary">
              {t('intake:new.signIn')}
            </LinkButton>
          </ButtonGroup>
        </>
      )}
      <p>
        <a href={`mailto:${officeEmail}`}>{t('intake:new.help')}</a>
      </p>
    </Page>
  );
}
